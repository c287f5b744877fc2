// The house stands: its levels as read from the includes, and the reader itself on samples.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { complaints, mayInclude } from './levels.mjs';
import { files, none, read, top } from './tree.mjs';

const cpp = /\.(cpp|hpp)$/;
const below = (folder) => files().filter((path) => path.startsWith(folder) && cpp.test(path));
const inServer = (header) => existsSync(`${top}/server/${header}`);

for (const level of Object.keys(mayInclude)) {
  const paths = below(`server/${level}/`);
  // A level that nobody has written yet has nothing to check.
  if (paths.length === 0) continue;
  test(`${level} includes only what it may`, () => {
    none(paths.flatMap((path) => complaints(path.slice('server/'.length), read(path), inServer)));
  });
}

test('every folder of the server is a level', () => {
  const folders = below('server/').map((path) => path.split('/')[1]);
  none([...new Set(folders)].filter((folder) => !(folder in mayInclude)));
});

// Each sample says in its own words what it must be blamed for.
const samples = below('tests/tidy/samples/');
const blame = /^\/\/ blamed: (.*)$/gm;
for (const path of samples) {
  const name = path.slice('tests/tidy/samples/'.length);
  test(`sample ${name} is judged rightly`, () => {
    const found = complaints(name, read(path), () => true);
    assert.deepEqual(
      found.map((line) => line.replace(/^\S+ /, '')),
      [...read(path).matchAll(blame)].map((match) => match[1]),
    );
  });
}

test('the samples climb in seven files', () => {
  assert.equal(samples.filter((path) => read(path).match(blame)).length, 7);
});
