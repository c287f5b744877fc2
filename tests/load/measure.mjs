// The measurements that are no comparison; each prints one line a figure. Started by ./measure.
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join as joined } from 'node:path';
import { readOptions } from './lib/options.mjs';
import { results } from './lib/places.mjs';
import { machine } from './lib/table.mjs';
import { alike } from './measures/alike.mjs';
import { burst } from './measures/burst.mjs';
import { cold } from './measures/cold.mjs';
import { durable } from './measures/durable.mjs';
import { exports } from './measures/exports.mjs';
import { hostileNeighbours as hostile } from './measures/hostile.mjs';
import { join } from './measures/join.mjs';
import { many } from './measures/many.mjs';
import { soak } from './measures/soak.mjs';

const measures = { burst, join, many, cold, durable, exports, alike, hostile, soak };

const options = readOptions(process.argv.slice(2), {
  only: { value: Object.keys(measures).join(','), words: 'which, with commas' },
  soak: { value: 60, words: 'seconds of it; 7200 for the two hours of a release' },
  kinds: { value: '', words: 'of hostile neighbours, with commas; all if none is named' },
  ideas: { value: 5_000, words: 'of the workshop that is exported' },
  events: { value: 100_000, words: 'of the workshop that is opened cold' },
});

const tables = [];
const lines = ['| figure | seen | target | |', '| --- | --- | --- | --- |'];
console.log(lines.join('\n'));
const say = (line) => {
  lines.push(line);
  console.log(line);
};
for (const name of options.only.split(',')) {
  if (!(name in measures)) throw new Error(`no measure ${name}: ${Object.keys(measures).join(', ')}`);
  try {
    const out = await measures[name]({
      ...(name === 'soak' ? { seconds: options.soak } : {}),
      ...(name === 'cold' ? { events: options.events } : {}),
      ...(name === 'exports' ? { ideas: options.ideas, votes: options.events } : {}),
      ...(name === 'hostile' ? { only: options.kinds } : {}),
    });
    const { figures, table } = Array.isArray(out) ? { figures: out } : out;
    if (table) tables.push(table);
    for (const { figure, seen, target, met } of figures)
      say(`| ${figure} | ${seen} | ${target} | ${met === undefined ? '' : met ? 'met' : 'not met'} |`);
  } catch (problem) {
    say(`| ${name} | ${problem.message.split('\n')[0]} | | not measured |`);
  }
}
for (const table of tables) console.log(`\n${table}`);
mkdirSync(results, { recursive: true });
const words = `# Other measures\n\n    tests/load/measure ${process.argv.slice(2).join(' ')}\n\n${machine(os)}\n`;
writeFileSync(joined(results, 'measures.md'), `${[`${words}\n${lines.join('\n')}`, ...tables].join('\n\n')}\n`);
