// Durable throughput: as many votes as the whole server acknowledges, beside what SQLite commits by
// itself with the same number of rows in a commit, on the same disk.
import { spawnSync } from 'node:child_process';
import { Atelier } from '../lib/atelier.mjs';
import { runThrough } from '../lib/generator.mjs';
import { programs } from '../lib/places.mjs';
import { cpuSeconds } from '../lib/processes.mjs';
import { short } from '../lib/table.mjs';
import { remove, temporary } from '../lib/temporary.mjs';

async function ours(window, votes) {
  const server = await Atelier.start();
  try {
    const { code } = await server.workshop({ vote: 20 });
    const before = await server.metrics();
    const cpu = cpuSeconds(server.pid);
    const { done } = await runThrough({
      dialect: 'atelier',
      port: server.port,
      codes: code,
      work: 'votes',
      ideas: 20,
      connections: 2000,
      rate: votes,
      seconds: 1,
      window,
      drain: 60,
    });
    const after = await server.metrics();
    const grown = (name) => (after.get(name) ?? NaN) - (before.get(name) ?? NaN);
    // People joined before: their rows are in the mean size of a commit too.
    const batch =
      grown('atelier_journal_events_total') / grown('atelier_journal_commits_total');
    return { rate: done.acks / done.seconds, batch, cpu: (cpuSeconds(server.pid) - cpu) / done.acks };
  } finally {
    await server.stop();
  }
}

function sqlite(rows, seconds) {
  const folder = temporary('rows');
  try {
    const { stdout } = spawnSync(programs.sqliteCommits, [folder, String(seconds), String(rows)], {
      encoding: 'utf8',
    });
    return Number(stdout.trim().split(' ')[1]);
  } finally {
    remove(folder);
  }
}

export async function durable({ seconds = 3, votes = 40_000 } = {}) {
  const out = [];
  for (const window of [64, 1000]) {
    const { rate, batch, cpu } = await ours(window, votes);
    const rows = Math.max(1, Math.round(batch));
    const alone = sqlite(rows, seconds);
    out.push({
      figure: `durable: votes acknowledged a second, ${window} under way, about ${rows} a commit`,
      seen: `${short(rate)}/s, SQLite alone ${short(alone)} rows/s: ${short(rate / alone)} (${short(cpu * 1e6)} µs of CPU a vote, joining included)`,
      target: '≥ 0.8 × SQLite (for the journal)',
      met: rate >= 0.8 * alone,
    });
  }
  return out;
}
