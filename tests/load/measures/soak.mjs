// Soak: people vote and others come and go, for as long as asked; memory and descriptors stay.
import { setTimeout as sleep } from 'node:timers/promises';
import { Atelier } from '../lib/atelier.mjs';
import { Generator, runThrough } from '../lib/generator.mjs';
import { descriptors, memoryKib } from '../lib/processes.mjs';
import { short } from '../lib/table.mjs';

/** Votes until what is bounded (recent events, caches) is as full as it gets. */
function warmUp(crowd) {
  return runThrough({ ...crowd, connections: 1000, rate: 10_000, seconds: 1, window: 100, drain: 60 });
}

export async function soak({ seconds = 60 } = {}) {
  const server = await Atelier.start({ core: 0 });
  const { code } = await server.workshop({ vote: 20 });
  const crowd = { dialect: 'atelier', port: server.port, codes: code, work: 'votes', ideas: 20 };
  // A command's id is remembered as long as its workshop: hours go on at a rate of people's.
  const rate = seconds > 600 ? 20 : 100;
  let generator;
  try {
    await warmUp(crowd);
    generator = new Generator(
      { ...crowd, connections: 500, churning: 50, rate, seconds },
      { core: 1 },
    );
    await generator.at('joined');
    generator.goOn();
    await generator.at('connected');
    generator.goOn();
    const samples = [];
    let over = false;
    const done = generator.at('done', (seconds + 60) * 1000).finally(() => (over = true));
    await sleep(seconds * 100);
    const pause = Math.max(1000, seconds * 10);
    while (!over) {
      samples.push({ memory: memoryKib(server.pid), descriptors: descriptors(server.pid) });
      await Promise.race([sleep(pause), done]);
    }
    return judged(seconds, rate, samples, await done);
  } finally {
    await generator?.stop();
    await server.stop();
  }
}

function judged(seconds, rate, samples, done) {
  const [first, last] = [samples[0], samples.at(-1)];
  const growth = (100 * (last.memory - first.memory)) / first.memory;
  const open = samples.map((sample) => sample.descriptors);
  const spread = Math.max(...open) - Math.min(...open);
  return [
    {
      figure: `soak: ${seconds} s, ${rate} votes a second, 5 people a second leaving and coming back`,
      seen: `memory ${short(first.memory / 1024)} → ${short(last.memory / 1024)} MiB (${growth.toFixed(1)} %), ${done.answered} of ${done.messages} answered`,
      target: '< 5 %, all',
      met: growth < 5 && done.answered === done.messages,
    },
    {
      figure: 'soak: open descriptors',
      seen: `${Math.min(...open)} to ${Math.max(...open)}`,
      target: 'flat (± 10)',
      met: spread <= 10,
    },
  ];
}
