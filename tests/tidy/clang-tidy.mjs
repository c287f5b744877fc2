// clang-tidy over the C++ of a build folder, as errors: a dozen files at a time where the build takes
// them so (a quarter of the time; most of it goes to what they all include). A file is judged again only
// when it, something of ours that it includes, the checks or its command have changed.
// Usage: node clang-tidy.mjs BUILD_FOLDER
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { top } from './tree.mjs';

const folder = process.argv[2];
const kept = join(top, 'build', 'clang-tidy');
const commands = JSON.parse(readFileSync(join(folder, 'compile_commands.json'), 'utf8'));
const batches = join(resolve(folder), 'server', 'batches');
const ours = commands.filter(({ file }) => file.startsWith(`${top}/server/`) || file.startsWith(batches));

/** The files of ours that a file reaches by its includes, itself among them. */
function reach(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, header] of readFileSync(file, 'utf8').matchAll(/^\s*#\s*include "([^"]+)"/gm)) {
    const path = [join(top, 'server', header), join(dirname(file), header)].find(existsSync);
    if (path) reach(path, seen);
  }
  return seen;
}

function fingerprint({ file, command }) {
  const hash = createHash('sha256').update(command).update(readFileSync(join(top, '.clang-tidy')));
  for (const path of [...reach(file)].sort()) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

function judge(file) {
  return new Promise((resolve) => {
    let said = '';
    const child = spawn('clang-tidy', ['-p', folder, '--quiet', file]);
    child.stdout.on('data', (text) => (said += text));
    child.stderr.on('data', (text) => (said += text));
    child.on('error', (error) => resolve({ clean: false, said: `${error.message}\n` }));
    child.on('close', (status) => resolve({ clean: status === 0, said }));
  });
}

const prints = new Map(ours.map((entry) => [entry.file, fingerprint(entry)]));
mkdirSync(kept, { recursive: true });
const current = new Set(prints.values());
for (const print of readdirSync(kept)) if (!current.has(print)) rmSync(join(kept, print));

const waiting = [...prints].filter(([, print]) => !existsSync(join(kept, print)));
console.log(`${ours.length} files, ${waiting.length} of them to be judged`);
let blamed = 0;

async function worker() {
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [file, print] = next;
    const started = Date.now();
    const { clean, said } = await judge(file);
    if (clean) writeFileSync(join(kept, print), '');
    else blamed += 1;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`${clean ? 'clean' : 'BLAMED'} ${relative(top, file)} ${seconds} s`);
    if (!clean) console.log(said);
  }
}

await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
if (ours.length === 0) console.log('no file to judge: is the build folder configured?');
process.exitCode = blamed > 0 || ours.length === 0 ? 1 : 0;
