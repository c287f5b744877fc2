// Hostile neighbours: people post at a steady pace, at first among themselves, then while others of
// their workshop misbehave, one kind after the other. One thread carries all, so that it is shared.
import { join as joined } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { kinds } from '../hostile/kinds.mjs';
import { Atelier } from '../lib/atelier.mjs';
import { Generator } from '../lib/generator.mjs';
import { here } from '../lib/places.mjs';
import { memoryKib, Process } from '../lib/processes.mjs';
import { markdown, short } from '../lib/table.mjs';

const people = 200;
const hostile = 50;
const rate = 50;
// Long enough for a p99 that is not just the two slowest posts.
const quiet = 4;
const lasting = 8;
const drain = 4;
const longest_ms = 260_000;
const ratio_max = 2;

/** The hostile ones yield to the generator, with which they share a core. */
function attackers(kind, server, { id }, tokens) {
  const program = joined(here, 'hostile/attacker.mjs');
  const words = [kind, server.port, id, lasting, ...tokens].map(String);
  return new Process('nice', ['-n', '5', process.execPath, program, ...words], { core: 1 });
}

/** Joins and asks for the first state, as one does whose network lets no WebSocket through. */
async function comesIn(server, { id, code }) {
  const began = performance.now();
  try {
    const { token } = await server.call('POST', '/join', { code });
    const session = crypto.randomUUID();
    const path = `/workshops/${id}/poll?as=participant&session=${session}`;
    await server.call('GET', path, undefined, token);
    return `${short(performance.now() - began)} ms`;
  } catch (problem) {
    return /: (\d{3}) /.exec(problem.message)?.[1] ?? 'cut off';
  }
}

async function lives(server) {
  try {
    const answer = await fetch(`${server.origin}/healthz`, { signal: AbortSignal.timeout(5000) });
    return answer.ok && server.process.child.exitCode === null;
  } catch {
    return false;
  }
}

async function among(kind, server) {
  const workshop = await server.workshop();
  const tokens = await Promise.all(
    Array.from({ length: hostile }, async () => {
      const { token } = await server.call('POST', '/join', { code: workshop.code });
      return token;
    }),
  );
  const crowd = {
    dialect: 'atelier',
    port: server.port,
    codes: workshop.code,
    connections: people,
    rate,
    seconds: quiet + lasting,
    split: quiet,
    drain,
  };
  const generator = new Generator(crowd, { core: 1 });
  const others = attackers(kind, server, workshop, tokens);
  try {
    await generator.at('joined');
    generator.goOn();
    await generator.at('connected');
    await others.line(10_000);
    const memory = memoryKib(server.pid);
    generator.goOn();
    await sleep(quiet * 1000 + 100);
    others.say('go');
    await sleep(lasting * 500);
    const newcomer = comesIn(server, workshop);
    const done = await generator.at('done', 30_000);
    const did = JSON.parse(await others.line(10_000));
    const grown = (memoryKib(server.pid) - memory) / 1024;
    return { done, did, newcomer: await newcomer, grown };
  } finally {
    await generator.stop();
    await others.stop('SIGKILL');
  }
}

function judged(kind, { done, did, newcomer, grown }, lived) {
  const [before, meanwhile] = done.parts;
  const ratio = meanwhile.last_p99 / before.last_p99;
  const missing = meanwhile.incomplete + before.incomplete;
  return {
    met: ratio < ratio_max && missing === 0 && lived && done.lost_connections === 0,
    ratio,
    row: [
      kind,
      `${short(did.sent)} / ${short(did.connections)}`,
      `${short(before.last_p50)} → ${short(meanwhile.last_p50)}`,
      short(before.last_p99),
      short(meanwhile.last_p99),
      short(ratio),
      `${missing} of ${done.messages}`,
      lived ? 'yes' : 'no',
      newcomer,
      short(grown),
      short(meanwhile.sent_late_p99),
    ],
  };
}

const head = [
  'kind',
  'messages / connections of theirs',
  'p50, ms',
  'quiet p99, ms',
  'p99 meanwhile, ms',
  `ratio (target < ${ratio_max})`,
  'honest posts missing',
  'server lived',
  'newcomer',
  'memory, MiB',
  'sent late p99, ms',
];

function summary(chosen, seen) {
  const wanted = chosen.filter((kind) => kind !== 'none').length;
  const tried = seen.filter(({ row: [kind] }) => kind !== 'none');
  const met = tried.filter((one) => one.met).length;
  const worst = Math.max(...tried.map((one) => one.ratio));
  return {
    figure: `hostile: ${wanted} kinds of ${hostile} hostile neighbours, for ${people} people`,
    seen: `${met} under ${ratio_max} times the quiet p99 and nothing missing; ${wanted - tried.length} not tried; worst ${short(worst)} times`,
    target: 'all',
    met: met === wanted,
  };
}

export async function hostileNeighbours({ only = '' } = {}) {
  const chosen = only === '' ? Object.keys(kinds) : only.split(',');
  const unknown = chosen.find((kind) => !(kind in kinds));
  if (unknown !== undefined) throw new Error(`no kind ${unknown}: ${Object.keys(kinds).join(', ')}`);
  const end = Date.now() + longest_ms - 1_000 * (quiet + lasting + drain);
  const seen = [];
  let server = await Atelier.start({ core: 0 });
  try {
    for (const kind of chosen.filter(() => Date.now() < end)) {
      try {
        const what = await among(kind, server);
        seen.push(judged(kind, what, await lives(server)));
      } catch (problem) {
        const lived = await lives(server);
        const why = problem.message.split('\n')[0];
        const row = [kind, why, '', '', '', '', '', lived ? 'yes' : 'no', '', '', ''];
        seen.push({ met: false, ratio: Infinity, row });
      }
      if (await lives(server)) continue;
      await server.stop({ signal: 'SIGKILL' });
      server = await Atelier.start({ core: 0 });
    }
  } finally {
    await server.stop();
  }
  return { figures: [summary(chosen, seen)], table: markdown(head, seen.map((one) => one.row)) };
}
