// Joining: 2,000 people from one address within 10 s, into a workshop with 200 ideas.
import { Atelier } from '../lib/atelier.mjs';
import { runThrough } from '../lib/generator.mjs';
import { short } from '../lib/table.mjs';

export async function join({ people = 2000 } = {}) {
  const server = await Atelier.start({ core: 0 });
  try {
    const { code } = await server.workshop({ vote: 200 });
    const { connected, done } = await runThrough(
      {
        dialect: 'atelier',
        port: server.port,
        codes: code,
        connections: people,
        joins: people / 10,
        sources: 1,
        rate: 0,
        drain: 30,
      },
      { core: 1 },
    );
    const refused = JSON.stringify(done.join_refusals);
    return [
      {
        figure: `join: ${people} in 10 s from one address, first state of 200 ideas, p99`,
        seen: `${short(connected.first_p99)} ms (p50 ${short(connected.first_p50)}; ${connected.alive} in, refused: ${refused})`,
        target: '≤ 500 ms, none refused',
        met: connected.first_p99 <= 500 && connected.alive === people,
      },
    ];
  } finally {
    await server.stop();
  }
}
