// What a participant's first visit costs: the page and everything it names, compressed as sent; then
// what is fetched once they come in, and the pages of later steps that follow while they read.
//
//   node tools/size.mjs [DIR]     by default dist/
import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const budget = { kilobytes: 60, requests: 4, inside: 80, all: 105 };
const dist = process.argv[2] ?? fileURLToPath(new URL('../dist', import.meta.url));

async function sent(path) {
  const compressed = await stat(`${dist}${path}.br`).catch(() => undefined);
  return (compressed ?? (await stat(`${dist}${path}`))).size;
}

const html = await readFile(`${dist}/join.html`, 'utf8');
const named = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1]);
for (const sheet of named.filter((path) => path.endsWith('.css'))) {
  const css = await readFile(`${dist}${sheet}`, 'utf8');
  named.push(...[...css.matchAll(/url\(["']?(\/assets\/[^"')]+)/g)].map((match) => match[1]));
}
const files = ['/join.html', ...new Set(named)];
const sizes = await Promise.all(files.map(sent));
const total = sizes.reduce((sum, size) => sum + size, 0);

files.forEach((file, index) => {
  console.log(`${String(sizes[index]).padStart(7)}  ${file}`);
});
console.log(`${String(total).padStart(7)}  bytes in ${files.length} requests`);

const room = (await readdir(`${dist}/assets`)).find((file) => /^inside-.*\.js$/.test(file));
const inside = room ? await sent(`/assets/${room}`) : 0;
console.log(`${String(total + inside).padStart(7)}  bytes once inside`);

const pages = (await readdir(`${dist}/assets`)).find((file) => /^later-.*\.js$/.test(file));
const later = pages ? await sent(`/assets/${pages}`) : 0;
console.log(`${String(total + inside + later).padStart(7)}  bytes with every kind of step`);

const over =
  total > budget.kilobytes * 1000 ||
  files.length > budget.requests ||
  total + inside > budget.inside * 1000 ||
  total + inside + later > budget.all * 1000;
if (over) {
  console.error(
    `over the budget: ${budget.kilobytes} kB in ${budget.requests} requests, ${budget.inside} kB inside, ${budget.all} kB in all`,
  );
}
process.exitCode = over ? 1 : 0;
