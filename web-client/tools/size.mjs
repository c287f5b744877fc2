// What the first visit of each page costs: the page and everything it names, compressed as sent; for
// participants also what is fetched once they come in, and the pages of later steps that follow while
// they read. Fails where a page costs more than it may.
//
//   node tools/size.mjs [DIR]     by default dist/
import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { pages } from './pages.mjs';

/** In kB of 1,000 bytes, and requests. A phone pays for the first two; laptops and halls for the others. */
const requests = 4;
const budgets = { index: 60, join: 60, facilitate: 130, moderate: 110, screen: 90, organise: 90, summary: 60 };
const usually = 60;
const inside = 90;
const all = 118;

const dist = process.argv[2] ?? fileURLToPath(new URL('../dist', import.meta.url));
const problems = [];

async function sent(path) {
  const compressed = await stat(`${dist}${path}.br`).catch(() => undefined);
  return (compressed ?? (await stat(`${dist}${path}`))).size;
}

/** Every file that the browser asks for before it shows the page. */
async function filesOf(page) {
  const html = await readFile(`${dist}/${page}.html`, 'utf8');
  const named = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1]);
  for (const sheet of named.filter((path) => path.endsWith('.css'))) {
    const css = await readFile(`${dist}${sheet}`, 'utf8');
    named.push(...[...css.matchAll(/url\(["']?(\/assets\/[^"')]+)/g)].map((match) => match[1]));
  }
  // A script that is cut in two costs a request more, which the page does not name.
  for (const script of named.filter((path) => path.endsWith('.js'))) {
    const text = await readFile(`${dist}${script}`, 'utf8');
    for (const [, part] of text.matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)) {
      if (!named.includes(`/assets/${part}`)) named.push(`/assets/${part}`);
    }
  }
  return [`/${page}.html`, ...new Set(named)];
}

async function chunk(pattern) {
  const found = (await readdir(`${dist}/assets`)).find((file) => pattern.test(file));
  return found ? sent(`/assets/${found}`) : 0;
}

function line(name, bytes, most, count) {
  const kilobytes = (bytes / 1000).toFixed(1).padStart(7);
  console.log(`${kilobytes} kB of ${String(most).padStart(3)}  ${count === undefined ? '' : `${count} requests  `}${name}`);
  if (bytes > most * 1000) problems.push(`${name}: ${kilobytes.trim()} kB, may be ${most}`);
  if (count > requests) problems.push(`${name}: ${count} requests, may be ${requests}`);
}

let first = 0;
for (const page of pages) {
  const files = await filesOf(page);
  const sizes = await Promise.all(files.map(sent));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (page === 'join') first = total;
  line(page, total, budgets[page] ?? usually, files.length);
}
const room = first + (await chunk(/^inside-.*\.js$/));
line('join, once inside', room, inside);
line('join, with every kind of step', room + (await chunk(/^later-.*\.js$/)), all);

for (const problem of problems) console.error(`over the budget: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;
