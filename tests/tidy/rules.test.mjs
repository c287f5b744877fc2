// Rules have ids, and tests carry them: neither may name what the other does not know.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { files, none, read } from './tree.mjs';

// B3, P7, NET-H1
const id = '(?:[A-Z]+-)?[A-Z]{1,3}\\d+[a-z]?';
const ids = new RegExp(id, 'g');
const source = /\.(cpp|hpp|ts|svelte|md)$/;

/** Two houses number their rules by themselves: where tests stand, and where rules are written. */
const houses = {
  'the server and the contract': {
    tests: /^tests\/.*\.(cpp|ts)$/,
    rules: /^(server|protocol|tests)\/.*\.(cpp|hpp|md)$/,
  },
  'the web client': { tests: /^web-client\/test\//, rules: /^web-client\/(src\/|README)/ },
};

const matching = (pattern) => files().filter((path) => pattern.test(path) && source.test(path));

/** Every id that a test's name begins with, with the file of one such test. */
function tested(pattern) {
  const names = new RegExp(`["'\`]((?:\\[${id}\\])+) `, 'g');
  const found = new Map();
  for (const path of matching(pattern)) {
    for (const [, carried] of read(path).matchAll(names)) {
      for (const [one] of carried.matchAll(ids)) found.set(one, path);
    }
  }
  return found;
}

/** Ids as a sentence about the rule has them; "[B3] …" is a test's name, not a rule. */
function written(pattern) {
  const word = new RegExp(`(?<!\\[)\\b${id}\\b`, 'g');
  return new Set(matching(pattern).flatMap((path) => read(path).match(word) ?? []));
}

/** Ids at the head of a list item or of a table's row. */
function listed(path) {
  const entry = new RegExp(`^(?:\\s*[-*] |\\| *)[*\`]*(${id})\\b`, 'gm');
  return [...read(path).matchAll(entry)].map((match) => match[1]);
}

for (const [house, { tests, rules }] of Object.entries(houses)) {
  test(`${house}: every id that a test carries is written down where the rule is kept`, () => {
    const carried = tested(tests);
    const known = written(rules);
    assert.ok(carried.size > 0, 'no test carries an id');
    none([...carried].filter(([rule]) => !known.has(rule)).map(([rule, path]) => `${path}: ${rule}`));
  });
}

test('every rule that server/README.md lists has a test', () => {
  const carried = tested(houses['the server and the contract'].tests);
  const rules = listed('server/README.md');
  assert.ok(rules.length > 0, 'server/README.md lists no rule');
  none(rules.filter((rule) => !carried.has(rule)));
});
