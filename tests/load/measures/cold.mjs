// Cold start: a workshop of 100,000 events is opened by a server that just started, once after it
// was stopped politely (a snapshot was kept) and once after it was killed.
import { Atelier } from '../lib/atelier.mjs';
import { runThrough } from '../lib/generator.mjs';
import { short } from '../lib/table.mjs';

/** Somebody new joins and connects: milliseconds until the first state is there. */
async function comesIn(server, code) {
  const { connected } = await runThrough({
    dialect: 'atelier',
    port: server.port,
    codes: code,
    connections: 1,
    joins: 1,
    rate: 0,
    drain: 60,
  });
  if (connected.alive !== 1) throw new Error('nobody got in');
  return connected.first_max;
}

/** A folder with one workshop of so many events, nearly all of them votes. */
async function grown(events, signal) {
  const server = await Atelier.start();
  const { code } = await server.workshop({ vote: 20 });
  const people = 1000;
  const { done } = await runThrough({
    dialect: 'atelier',
    port: server.port,
    codes: code,
    work: 'votes',
    ideas: 20,
    connections: people,
    rate: events,
    seconds: 1,
    window: 500,
    drain: 120,
  });
  if (done.answered < events) throw new Error(`only ${done.answered} of ${events} votes were answered`);
  await server.stop({ keep: true, signal });
  return { data: server.data, code };
}

async function opened(events, signal, how) {
  const { data, code } = await grown(events, signal);
  const server = await Atelier.start({ data });
  server.keeps = false;
  try {
    const first = await comesIn(server, code);
    const late = await comesIn(server, code);
    const whole = server.startedIn + first;
    return [
      {
        figure: `cold start: ${events.toLocaleString('en')} events, ${how}, process to first state`,
        seen: `${short(whole)} ms (listening after ${short(server.startedIn)}, first state ${short(first)} later)`,
        target: '≤ 2,000 ms',
        met: whole <= 2000,
      },
      {
        figure: `late joiner: the same workshop, ${how}, join to first state`,
        seen: `${short(late)} ms`,
        target: '≤ 300 ms',
        met: late <= 300,
      },
    ];
  } finally {
    await server.stop();
  }
}

export async function cold({ events = 100_000 } = {}) {
  return [
    ...(await opened(events, 'SIGTERM', 'stopped')),
    ...(await opened(events, 'SIGKILL', 'killed')),
  ];
}
