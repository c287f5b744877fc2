// The comparison: every system on the same work, interleaved, in one run. Started by ./run.
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Generator } from './lib/generator.mjs';
import { readOptions } from './lib/options.mjs';
import { results } from './lib/places.mjs';
import { cpuSeconds, memoryKib } from './lib/processes.mjs';
import { systems } from './lib/systems.mjs';
import { machine, markdown, median, short } from './lib/table.mjs';

const generatorCore = 1;

const options = readOptions(process.argv.slice(2), {
  systems: { value: Object.keys(systems).join(','), words: 'which, with commas' },
  cells: {
    value: '1000x50,1000x200,4000x50,4000x200,10000x50',
    words: 'connections x posts a second, with commas',
  },
  seconds: { value: 8, words: 'of posting in each measurement' },
  repetitions: { value: 3, words: 'of each; the medians are shown' },
  all: { value: false, words: 'also what was too much for a system in an easier cell' },
  quick: { value: false, words: 'three cells, four seconds, once: about three minutes' },
});
if (options.quick) {
  Object.assign(options, { cells: '1000x50,1000x200,10000x50', seconds: 4, repetitions: 1 });
}

const cells = options.cells.split(',').map((name) => {
  const [connections, rate] = name.split('x').map(Number);
  return { name, connections, rate };
});
const chosen = options.systems.split(',').map((name) => {
  if (!(name in systems)) throw new Error(`no system ${name}: ${Object.keys(systems).join(', ')}`);
  return { name, ...systems[name], runs: new Map(cells.map((cell) => [cell.name, []])) };
});

/** One server, one crowd, one measurement. */
async function measure(system, cell) {
  const core = system.pinned === false ? undefined : generatorCore;
  const server = await system.start();
  const generator = new Generator(
    {
      ...server.dialect,
      port: server.port,
      connections: cell.connections,
      rate: cell.rate,
      seconds: options.seconds,
    },
    { core },
  );
  try {
    await generator.at('joined');
    await sleep(200);
    const before = memoryKib(server.pid);
    generator.goOn();
    const connected = await generator.at('connected');
    await sleep(1000);
    const idle = (memoryKib(server.pid) - before) / cell.connections;
    const cpu = cpuSeconds(server.pid);
    generator.goOn();
    const done = await generator.at('done');
    return judge(cell, { ...done, opened: connected.alive, idle, cpu: cpuSeconds(server.pid) - cpu });
  } finally {
    await generator.stop();
    await server.stop();
  }
}

/** Too much is what lost something or came over a second late; wrong is what should never be. */
function judge(cell, run) {
  const wrong = ['doubled', 'foreign', 'garbled', 'backwards', 'unequal']
    .filter((what) => run[what] > 0)
    .map((what) => `${run[what]} ${what}`);
  const missing = run.missing + (cell.connections - run.opened) * run.messages;
  const tooMuch = missing > 0 || run.lost_connections > 0 || run.p99 > 1000;
  return { ...run, missing, tooMuch, wrong, perCpuSecond: run.copies / run.cpu / 1000 };
}

/** Whether this cell or an easier one was too much already. */
function hopeless(system, cell) {
  return cells.some(
    (easier) =>
      easier.connections <= cell.connections &&
      easier.rate <= cell.rate &&
      system.runs.get(easier.name).some((run) => run.tooMuch),
  );
}

const of = (runs, what) => short(median(runs.map((run) => run[what])));

function shown(runs) {
  if (runs.length === 0) return '–';
  const star = runs.some((run) => run.tooMuch) ? ' *' : '';
  return `${of(runs, 'perCpuSecond')} · ${of(runs, 'p50')}/${of(runs, 'p99')}${star}`;
}

function table() {
  const head = ['', ...cells.map((cell) => `${cell.connections.toLocaleString('en')}×${cell.rate}`)];
  const rows = chosen.map((system) => {
    const runs = [...system.runs.values()].flat();
    const missing = runs.reduce((sum, run) => sum + run.missing, 0);
    const most = cells.filter((cell) => system.runs.get(cell.name).length > 0).at(-1);
    return [
      system.title,
      ...cells.map((cell) => shown(system.runs.get(cell.name))),
      missing.toLocaleString('en'),
      most ? of(system.runs.get(most.name), 'idle') : '–',
    ];
  });
  return markdown([...head, 'missing', 'KiB'], rows);
}

function notes() {
  const wrong = chosen.flatMap((system) =>
    cells.flatMap((cell) =>
      system.runs
        .get(cell.name)
        .filter((run) => run.wrong.length > 0)
        .map((run) => `- ${system.name}, ${cell.name}: ${run.wrong.join(', ')}`),
    ),
  );
  const generator = chosen.flatMap((system) => [...system.runs.values()].flat());
  const busiest = Math.max(...generator.map((run) => run.generator_cpu / run.seconds));
  return [
    'Thousand copies per CPU-second of the server · p50/p99 ms from the time a message was due; ' +
      '`*` too much: something missing, or over 1 s late at p99; `–` not tried, because an easier ' +
      'cell was too much; KiB of user memory (PSS) per idle connection.',
    `${options.repetitions} × ${options.seconds} s each, interleaved, medians; ` +
      `${machine(os)}; generator at most ${short(busiest * 100)} % of its core.`,
    wrong.length === 0 ? 'Nothing doubled, foreign or out of order.' : `Wrong:\n${wrong.join('\n')}`,
  ].join('\n\n');
}

function save() {
  mkdirSync(results, { recursive: true });
  const words = `# Fan-out, measured\n\n    tests/load/run ${process.argv.slice(2).join(' ')}\n`;
  writeFileSync(join(results, 'results.md'), `${words}\n${table()}\n\n${notes()}\n`);
  const raw = chosen.map(({ name, runs }) => ({ name, runs: Object.fromEntries(runs) }));
  writeFileSync(join(results, 'results.json'), `${JSON.stringify(raw, null, 1)}\n`);
}

for (let repetition = 1; repetition <= options.repetitions; ++repetition) {
  for (const cell of cells) {
    for (const system of chosen) {
      if (system.possible?.() === false) continue;
      if (!options.all && hopeless(system, cell)) continue;
      try {
        const run = await measure(system, cell);
        system.runs.get(cell.name).push(run);
        console.error(
          `${repetition}/${options.repetitions} ${cell.name} ${system.name}: ${shown([run])}, ` +
            `missing ${run.missing}, ${short(run.idle)} KiB, generator ${short(run.generator_cpu)} s` +
            `${run.wrong.length > 0 ? `, WRONG: ${run.wrong.join(', ')}` : ''}`,
        );
      } catch (problem) {
        console.error(`${repetition} ${cell.name} ${system.name}: ${problem.message}`);
      }
      save();
    }
  }
}
console.log(`${table()}\n\n${notes()}`);
