// Every export of a workshop of 5,000 ideas and 100,000 votes; and what people in another workshop of
// the same server notice of it.
import { readFileSync } from 'node:fs';
import { Atelier } from '../lib/atelier.mjs';
import { runThrough } from '../lib/generator.mjs';
import { short } from '../lib/table.mjs';

const formats = ['json', 'csv', 'csv-fr', 'xlsx', 'ods', 'md', 'html', 'odt', 'docx', 'polis', 'pictures', 'pdf'];
const limitOf = (format) => (format === 'pdf' ? 20_000 : 5_000);

/** Asks for a file and fetches it: milliseconds and bytes, or why there is none. */
async function take(server, workshop, format) {
  const began = performance.now();
  const response = await fetch(`${server.origin}/api/v1/workshops/${workshop.id}/export?format=${format}`, {
    headers: { authorization: `Bearer ${workshop.facilitator}` },
  });
  const bytes = (await response.arrayBuffer()).byteLength;
  return { ms: performance.now() - began, bytes, status: response.status };
}

/** Texts that people wrote, again and again, each with a number of its own. */
function texts() {
  const lines = readFileSync(new URL('../../scenarios/data/ideas.fr.jsonl', import.meta.url), 'utf8').trim().split('\n');
  const known = lines.map((line) => JSON.parse(line).text).filter((text) => text.length <= 480);
  return (i) => `${known[i % known.length]} (${i + 1})`;
}

/** 200 people, 20 posts a second, for so long: how late the last in a hundred copies are. */
async function live(server, code, seconds) {
  const { done } = await runThrough({
    dialect: 'atelier',
    port: server.port,
    codes: code,
    connections: 200,
    rate: 20,
    seconds,
  });
  return done;
}

async function grown(server, ideas, votes) {
  const workshop = await server.workshop({ vote: ideas, text: texts() });
  if (votes === 0) return workshop;
  const { done } = await runThrough({
    dialect: 'atelier',
    port: server.port,
    codes: workshop.code,
    work: 'votes',
    ideas,
    connections: 5000,
    rate: votes / 5,
    seconds: 5,
    window: 500,
    drain: 240,
  });
  if (done.answered < votes) throw new Error(`only ${done.answered} of ${votes} votes were answered`);
  return workshop;
}

export async function exports({ ideas = 5_000, votes = 100_000, seconds = 20 } = {}) {
  const server = await Atelier.start();
  try {
    const large = await grown(server, ideas, votes);
    const figures = [];
    for (const format of formats) {
      const { ms, bytes, status } = await take(server, large, format);
      figures.push({
        figure: `export of ${ideas.toLocaleString('en')} ideas and ${votes.toLocaleString('en')} votes as ${format}`,
        seen: status === 200 ? `${short(ms)} ms, ${short(bytes / 1024)} KiB` : `refused: ${status}`,
        target: `≤ ${limitOf(format).toLocaleString('en')} ms`,
        met: status === 200 && ms <= limitOf(format),
      });
    }
    const quiet = await live(server, (await server.workshop()).code, seconds);
    const other = await server.workshop();
    let going = true;
    const busy = (async () => {
      let made = 0;
      while (going) for (const format of ['json', 'xlsx', 'html', 'odt']) if (going) made += (await take(server, large, format)).status === 200;
      return made;
    })();
    const meanwhile = await live(server, other.code, seconds);
    going = false;
    const made = await busy;
    const ratio = meanwhile.p99 / quiet.p99;
    figures.push({
      figure: 'live meanwhile: another workshop, 200 people, 20 posts a second, p99 beside quiet',
      seen: `${short(meanwhile.p99)} ms beside ${short(quiet.p99)} ms (× ${short(ratio)}); ${meanwhile.missing} missing; ${made} files made meanwhile`,
      target: '≤ × 2, none missing',
      met: ratio <= 2 && meanwhile.missing === 0,
    });
    return figures;
  } finally {
    await server.stop();
  }
}
