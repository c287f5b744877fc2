// A burst: 1,000 people vote within one second; each vote is acknowledged once it is on disk.
import { Atelier } from '../lib/atelier.mjs';
import { runThrough } from '../lib/generator.mjs';
import { short } from '../lib/table.mjs';

export async function burst({ people = 1000 } = {}) {
  const server = await Atelier.start({ core: 0 });
  try {
    const { code } = await server.workshop({ vote: 5 });
    const { done } = await runThrough(
      {
        dialect: 'atelier',
        port: server.port,
        codes: code,
        work: 'votes',
        connections: people,
        rate: people,
        seconds: 1,
        drain: 20,
      },
      { core: 1 },
    );
    return [
      {
        figure: `burst: ${people} votes in one second, acknowledged durable, p95`,
        seen: `${short(done.ack_p95)} ms (p50 ${short(done.ack_p50)}, p99 ${short(done.ack_p99)}; ${done.acks} acknowledged)`,
        target: '≤ 150 ms, all',
        met: done.ack_p95 <= 150 && done.acks === people,
      },
    ];
  } finally {
    await server.stop();
  }
}
