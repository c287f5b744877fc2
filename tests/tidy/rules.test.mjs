// Rules have ids, and tests carry them: neither may name what the other does not know.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { files, none, read } from './tree.mjs';

const id = '[A-Z]{1,3}\\d+[a-z]?';

/** Every id that a test's name begins with, with the file of one such test. */
function tested() {
  const names = new RegExp(`["'\`]((?:\\[${id}\\])+) `, 'g');
  const found = new Map();
  for (const path of files().filter((file) => /^(tests|web-client\/test)\/.*\.(cpp|ts)$/.test(file))) {
    for (const [, ids] of read(path).matchAll(names)) {
      for (const [one] of ids.matchAll(new RegExp(id, 'g'))) found.set(one, path);
    }
  }
  return found;
}

/** Ids at the head of a list item or of a table's row. */
function listed(path) {
  const entry = new RegExp(`^(?:\\s*[-*] |\\| *)[*\`]*(${id})\\b`, 'gm');
  return [...read(path).matchAll(entry)].map((match) => match[1]);
}

test('the reader of rules sees both forms', () => {
  assert.ok(tested().size > 0, 'no test carries an id');
  assert.ok(listed('server/README.md').length > 0, 'server/README.md lists no rule');
});

test('every id that a test carries is written down in a header or a README', () => {
  const headers = files().filter((path) => /(\.hpp|\.md)$/.test(path) && !path.startsWith('tests/tidy/'));
  const words = new Set(headers.flatMap((path) => read(path).match(new RegExp(`\\b${id}\\b`, 'g')) ?? []));
  none([...tested()].filter(([rule]) => !words.has(rule)).map(([rule, path]) => `${path}: [${rule}]`));
});

test('every rule that server/README.md lists has a test', () => {
  none(listed('server/README.md').filter((rule) => !tested().has(rule)));
});
