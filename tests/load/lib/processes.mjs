// Processes we start, on which core, and what they cost: read from /proc, for whole trees.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** All that run now; ended when we are. */
const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const one of running) one.child.kill('SIGKILL');
    process.exit(1);
  });
}

// As many descriptors as may be had, then the command in the same process: its pid is the child's.
const withDescriptors =
  'ulimit -n 65536 2>/dev/null || ulimit -n "$(ulimit -H -n)"; exec "$@"';

/** A process whose lines are read one by one; `core` pins it. */
export class Process {
  constructor(command, args, { core, env = {}, cwd } = {}) {
    const pinned = core === undefined ? [] : ['taskset', '-c', String(core)];
    this.child = spawn('sh', ['-c', withDescriptors, 'sh', ...pinned, command, ...args], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      cwd,
    });
    this.name = command;
    this.errors = '';
    this.child.stderr.setEncoding('utf8').on('data', (text) => {
      this.errors = (this.errors + text).slice(-4000);
    });
    this.child.stdin.on('error', () => undefined);
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
    this.exited = once(this.child, 'exit');
    running.add(this);
    void this.exited.then(() => running.delete(this));
  }

  get pid() {
    return this.child.pid;
  }

  /** The next line; throws when the process ends instead, or says nothing for so long. */
  async line(limit = 180_000) {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${this.name} said nothing for ${limit} ms`)), limit);
    });
    const { value, done } = await Promise.race([this.lines.next(), late]).finally(() =>
      clearTimeout(timer),
    );
    if (done) throw new Error(`${this.name} ended: ${this.errors}`);
    return value;
  }

  say(text = '') {
    this.child.stdin.write(`${text}\n`);
  }

  /** Reads on and forgets, so that the process is never held up by a full pipe. */
  forget() {
    void (async () => {
      while (!(await this.lines.next()).done);
    })();
  }

  async stop(signal = 'SIGTERM') {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill(signal);
    const hard = setTimeout(() => this.child.kill('SIGKILL'), 10_000);
    await this.exited;
    clearTimeout(hard);
  }
}

/** The process and all below it. */
function tree(pid) {
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = stat(name)?.[1];
    if (parent === undefined) continue;
    children.set(parent, [...(children.get(parent) ?? []), name]);
  }
  const found = [String(pid)];
  for (let at = 0; at < found.length; ++at) found.push(...(children.get(found[at]) ?? []));
  return found;
}

/** The fields after the name: [0] state, [1] parent, [11] user time, [12] system time… */
function stat(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
  } catch {
    return undefined;
  }
}

const hertz = 100; // USER_HZ, the same on every Linux that Debian has

/** User and system time of the tree so far, in seconds. */
export function cpuSeconds(pid) {
  const times = tree(pid).map((one) => {
    const fields = stat(one);
    return fields ? Number(fields[11]) + Number(fields[12]) : 0;
  });
  return times.reduce((sum, time) => sum + time, 0) / hertz;
}

/** Memory of the tree in KiB: PSS, so that what processes share counts once. */
export function memoryKib(pid) {
  const sizes = tree(pid).map((one) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1]);
    } catch {
      return 0;
    }
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Open descriptors of the tree. */
export function descriptors(pid) {
  return tree(pid).reduce((sum, one) => sum + readdirSync(`/proc/${one}/fd`).length, 0);
}
