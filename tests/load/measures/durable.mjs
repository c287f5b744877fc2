// Durable throughput, on one disk: what SQLite commits by itself, what our journal does with as many
// rows in a commit, and how many votes the whole server acknowledges.
import { spawnSync } from 'node:child_process';
import { Atelier } from '../lib/atelier.mjs';
import { runThrough } from '../lib/generator.mjs';
import { programs } from '../lib/places.mjs';
import { cpuSeconds } from '../lib/processes.mjs';
import { median, short } from '../lib/table.mjs';
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

/** Rows a second, in a new file. */
function commits(program, rows, seconds) {
  const folder = temporary('rows');
  try {
    const { stdout } = spawnSync(program, [folder, String(seconds), String(rows)], {
      encoding: 'utf8',
    });
    return Number(stdout.trim().split(' ')[1]);
  } finally {
    remove(folder);
  }
}

/** The journal beside SQLite, taking turns: what else the machine does then touches both. */
function beside(rows, seconds) {
  const journal = [];
  const sqlite = [];
  for (let turn = 0; turn < 5; ++turn) {
    journal.push(commits(programs.journalCommits, rows, seconds));
    sqlite.push(commits(programs.sqliteCommits, rows, seconds));
  }
  return { journal: median(journal), sqlite: median(sqlite) };
}

export async function durable({ seconds = 1, votes = 40_000 } = {}) {
  const out = [16, 64, 256].map((rows) => {
    const { journal, sqlite } = beside(rows, seconds);
    return {
      figure: `durable: events a second into the journal, ${rows} a commit, beside SQLite's rows`,
      seen: `${short(journal)} to ${short(sqlite)}: ${short(journal / sqlite)}`,
      target: '≥ 0.8',
      met: journal >= 0.8 * sqlite,
    };
  });
  for (const window of [64, 1000]) {
    const { rate, batch, cpu } = await ours(window, votes);
    out.push({
      figure: `durable: votes acknowledged a second by the whole server, ${window} under way`,
      seen: `${short(rate)} (about ${short(batch)} a commit; ${short(cpu * 1e6)} µs of CPU each, joining included)`,
      target: 'none',
    });
  }
  return out;
}
