// Many workshops: 50 of 40 people at once; whatever is said in one stays there.
import { Atelier } from '../lib/atelier.mjs';
import { runThrough } from '../lib/generator.mjs';
import { short } from '../lib/table.mjs';

export async function many({ workshops = 50, people = 40, seconds = 8 } = {}) {
  const server = await Atelier.start({ core: 0 });
  try {
    const codes = [];
    for (let i = 0; i < workshops; ++i) codes.push((await server.workshop()).code);
    const { done } = await runThrough(
      {
        dialect: 'atelier',
        port: server.port,
        codes: codes.join(','),
        connections: workshops * people,
        rate: workshops * 4,
        seconds,
      },
      { core: 1 },
    );
    const wrong = done.foreign + done.missing + done.doubled + done.unequal + done.backwards;
    return [
      {
        figure: `many: ${workshops} workshops × ${people} people, 4 posts a second in each`,
        seen: `${done.foreign} foreign, ${done.missing} missing of ${done.expected.toLocaleString('en')}, ${done.unequal} unequal; p99 ${short(done.p99)} ms`,
        target: '0 foreign, 0 missing',
        met: wrong === 0,
      },
    ];
  } finally {
    await server.stop();
  }
}
