import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/** The real server, as a process of its own on a free port of the loopback. */

const binary = process.env['ATELIER_BIN'];
const startLimit = 30_000;

export interface StartOptions {
  /** A folder that already holds a database; without it, a new one is made. */
  data?: string;
  port?: number;
  args?: string[];
  /** What a shell would let it open; the machine's limit stays above. */
  descriptors?: number;
}

export class Server {
  readonly data: string;
  readonly origin: string;
  /** The lines printed for people at the start, by their name. */
  readonly printed: ReadonlyMap<string, string>;
  readonly #process: ChildProcess;
  readonly #log: string[];

  private constructor(process: ChildProcess, data: string, lines: ReadonlyMap<string, string>, log: string[]) {
    this.#process = process;
    this.data = data;
    this.printed = lines;
    this.origin = lines.get('listening on') ?? '';
    this.#log = log;
  }

  static async start({ data, port = 0, args = [], descriptors }: StartOptions = {}): Promise<Server> {
    if (!binary) throw new Error('ATELIER_BIN names no server: run the tests through tests/run');
    const folder = data ?? (await mkdtemp(join(tmpdir(), 'atelier-test-')));
    const listen = `127.0.0.1:${String(port)}`;
    const command = [binary, 'serve', '--listen', listen, '--data', folder, '--demo', ...args];
    const limited = ['sh', '-c', `ulimit -Sn ${String(descriptors)}; exec "$0" "$@"`, ...command];
    const [program = '', ...rest] = descriptors === undefined ? command : limited;
    const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
    const log: string[] = [];
    createInterface({ input: child.stderr }).on('line', (line) => log.push(line));
    const lines = new Map<string, string>();
    const printed = (async () => {
      for await (const line of createInterface({ input: child.stdout })) {
        const found = /^(listening on|[a-z]+): ?(.*)$/.exec(line.replace(/^listening on /, 'listening on: '));
        if (found?.[1] !== undefined && found[2] !== undefined) lines.set(found[1], found[2]);
        if (lines.has('code')) return;
      }
      throw new Error(`the server did not start: ${log.join('\n')}`);
    })();
    await Promise.race([
      printed,
      sleep(startLimit, undefined, { ref: false }).then(() => {
        throw new Error('the server took too long to start');
      }),
    ]);
    return new Server(child, folder, lines, log);
  }

  get socketOrigin(): string {
    return this.origin.replace(/^http/, 'ws');
  }

  get port(): number {
    return Number(new URL(this.origin).port);
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  get log(): readonly string[] {
    return this.#log;
  }

  /** The secret in the fragment of a printed link. */
  secret(name: 'organiser' | 'facilitator' | 'screen'): string {
    return new URL(this.printed.get(name) ?? '').hash.slice(1);
  }

  /** Ends the process and waits; gives its exit code, or the signal that ended it. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | NodeJS.Signals | null> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) {
      return this.#process.exitCode ?? this.#process.signalCode;
    }
    const ended = once(this.#process, 'exit');
    this.#process.kill(signal);
    const [code, by] = (await ended) as [number | null, NodeJS.Signals | null];
    return code ?? by;
  }

  /** Stops, and removes the folder unless it was given. */
  async end(): Promise<void> {
    await this.stop();
    await rm(this.data, { recursive: true, force: true });
  }
}

/** Runs one of the other commands of the program; throws with what it said when it fails. */
export async function atelier(...args: string[]): Promise<string> {
  const { code, output, errors } = await tryAtelier(...args);
  if (code !== 0) throw new Error(`atelier ${args.join(' ')}: ${String(code)} ${output} ${errors}`);
  return output;
}

export async function tryAtelier(
  ...args: string[]
): Promise<{ code: number; output: string; errors: string }> {
  const child = spawn(binary ?? '', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const [code] = (await once(child, 'close')) as [number];
  return { code, output, errors };
}
