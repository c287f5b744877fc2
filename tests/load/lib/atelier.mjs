// Our server: starting it, and the workshops that a measurement needs, made through its own API.
import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { programs } from './places.mjs';
import { Process } from './processes.mjs';
import { remove, temporary } from './temporary.mjs';

let help;
/** Whether this build of the server has the option. */
export function knows(option) {
  help ??= spawnSync(programs.atelier, ['--help'], { encoding: 'utf8' }).stdout;
  return help.includes(option);
}

export class Atelier {
  /** `threads` is only passed to a server that knows it. */
  static async start({ core, threads = 1, data } = {}) {
    const folder = data ?? temporary('data');
    const args = ['serve', '--listen', '127.0.0.1:0', '--data', folder];
    if (knows('--threads')) args.push('--threads', String(threads));
    const out = new Atelier();
    const started = performance.now();
    out.process = new Process(programs.atelier, args, { core });
    out.data = folder;
    out.keeps = data !== undefined;
    out.origin = (await out.process.line(60_000)).replace('listening on ', '');
    out.startedIn = performance.now() - started;
    out.port = Number(new URL(out.origin).port);
    // A new folder has no organiser yet: the link is printed once.
    if (data === undefined) {
      const secret = (await out.process.line()).split('#')[1];
      out.organiser = (await out.call('POST', '/enter', { secret })).token;
    }
    out.process.forget();
    return out;
  }

  get pid() {
    return this.process.pid;
  }

  async call(method, path, body, token) {
    const answer = await fetch(`${this.origin}/api/v1${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  /** Name and value of each figure under /metrics. */
  async metrics() {
    const text = await (await fetch(`${this.origin}/metrics`)).text();
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    return new Map(lines.map((line) => [line.replace(/ \S+$/, ''), Number(line.split(' ').at(-1))]));
  }

  /** A workshop whose collect phase is open; `vote` moves on to the vote with so many ideas. */
  async workshop({ vote = 0, text = (i) => `Idée ${i + 1}` } = {}) {
    const made = await this.call(
      'POST',
      '/workshops',
      { title: 'Charge', language: 'fr', template: agenda },
      this.organiser,
    );
    const secret = new URL(made.links.facilitator).hash.slice(1);
    const { token } = await this.call('POST', '/enter', { secret });
    const out = { id: made.id, code: made.code, facilitator: token };
    await this.command(out, 'phase.open', { phase: 'ideas' });
    for (let i = 0; i < vote; ++i) await this.command(out, 'idea.post', { text: text(i) });
    if (vote > 0) await this.command(out, 'phase.open', { phase: 'vote' });
    return out;
  }

  /** Does it as the facilitator; a refusal that says when to come again is obeyed. */
  async command(workshop, name, args) {
    const command = { id: crypto.randomUUID(), do: name, args };
    const path = `/workshops/${workshop.id}/commands?as=facilitator`;
    for (;;) {
      const answer = await this.call('POST', path, command, workshop.facilitator);
      if (answer.type === 'ack') return;
      const pause = answer.data?.retry_after_ms;
      if (pause === undefined) throw new Error(`${name}: ${JSON.stringify(answer)}`);
      await sleep(pause);
    }
  }

  /** Ends the process; the folder goes too, unless it was given or is to be kept. */
  async stop({ keep = this.keeps, signal } = {}) {
    await this.process.stop(signal);
    if (!keep) remove(this.data);
  }
}

const words = (text) => ({ fr: text, en: text });
const agenda = {
  id: 'load',
  version: 1,
  title: words('Charge'),
  question: words('?'),
  charter: [],
  affiliations: [],
  boards: [
    {
      id: 'main',
      levers: [{ id: 'one', name: words('Un'), symbol: 'link', colour: 'teal' }],
      scales: [],
    },
  ],
  phases: [
    {
      id: 'ideas',
      kind: 'collect',
      title: words('Idées'),
      minutes: 600,
      settings: { moderation: 'none', max_per_person: 50, max_chars: 500 },
    },
    {
      id: 'vote',
      kind: 'vote',
      title: words('Vote'),
      minutes: 600,
      settings: { method: 'dots', budget: 20, max_per_idea: 2, hidden: true },
    },
  ],
};
