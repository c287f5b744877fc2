// The load generator as a process: its stages, one JSON line each.
import { programs } from './places.mjs';
import { Process } from './processes.mjs';

export class Generator {
  constructor(options, { core } = {}) {
    const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
    this.process = new Process(programs.generator, args, { core });
  }

  /** Waits for this stage and gives what was said. */
  async at(stage, limit) {
    const said = JSON.parse(await this.process.line(limit));
    if (said.at !== stage) throw new Error(`expected ${stage}, got ${JSON.stringify(said)}`);
    return said;
  }

  goOn() {
    this.process.say('go');
  }

  stop() {
    return this.process.stop('SIGKILL');
  }
}

/** Opens all connections, sends what there is to send, and gives the report. */
export async function runThrough(options, placing) {
  const generator = new Generator(options, placing);
  try {
    if (!options.joins) {
      await generator.at('joined');
      generator.goOn();
    }
    const connected = await generator.at('connected');
    generator.goOn();
    const done = await generator.at('done');
    return { connected, done };
  } finally {
    await generator.stop();
  }
}
