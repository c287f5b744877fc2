// Soak: people vote and others come and go, for as long as asked; memory and descriptors stay.
import { setTimeout as sleep } from 'node:timers/promises';
import { Atelier } from '../lib/atelier.mjs';
import { Generator } from '../lib/generator.mjs';
import { descriptors, memoryKib } from '../lib/processes.mjs';
import { short } from '../lib/table.mjs';

export async function soak({ seconds = 60 } = {}) {
  const server = await Atelier.start({ core: 0 });
  const generator = new Generator(
    {
      dialect: 'atelier',
      port: server.port,
      codes: (await server.workshop({ vote: 20 })).code,
      work: 'votes',
      ideas: 20,
      connections: 500,
      churning: 50,
      rate: 100,
      seconds,
    },
    { core: 1 },
  );
  try {
    await generator.at('joined');
    generator.goOn();
    await generator.at('connected');
    generator.goOn();
    const samples = [];
    let over = false;
    const done = generator.at('done', (seconds + 60) * 1000).finally(() => (over = true));
    await sleep(seconds * 200); // the first fifth is for warming up
    const pause = Math.max(1000, seconds * 10);
    while (!over) {
      samples.push({ memory: memoryKib(server.pid), descriptors: descriptors(server.pid) });
      await Promise.race([sleep(pause), done]);
    }
    return judged(seconds, samples, await done);
  } finally {
    await generator.stop();
    await server.stop();
  }
}

function judged(seconds, samples, done) {
  const [first, last] = [samples[0], samples.at(-1)];
  const growth = (100 * (last.memory - first.memory)) / first.memory;
  const open = samples.map((sample) => sample.descriptors);
  const spread = Math.max(...open) - Math.min(...open);
  return [
    {
      figure: `soak: ${seconds} s, 100 votes a second, 5 people a second leaving and coming back`,
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
