import { describe, expect, it, test } from 'vitest';
import {
  bytes,
  examples,
  faults,
  fromClient,
  fromServer,
  overHttp,
  schemaOf,
  within,
  words,
} from './contract.ts';
import type { Json } from './contract.ts';

const depthMax = 8;
const clientBytesMax = 16 * 1024;

const data = /^[a-z0-9]{16}$|^vote|^(accueil|ecoute|sun|storm|duplicate)$/;

function withUnknownFields(value: Json): Json {
  if (Array.isArray(value)) return value.map(withUnknownFields);
  if (value === null || typeof value !== 'object') return value;
  const inner = Object.entries(value).map(([key, item]) => [key, withUnknownFields(item)]);
  // Objects whose keys are data (tallies, ballots, counts by reason) have no fields to add to.
  const isMap = Object.keys(value).every((key) => data.test(key));
  return Object.fromEntries(
    isMap ? inner : [...inner, ['field-of-a-later-version', { deep: [1] }]],
  );
}

function depth(value: Json): number {
  if (value === null || typeof value !== 'object') return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depth));
}

describe('valid examples', () => {
  test.each([...examples])('%s is valid', (name, value) => {
    expect(faults(schemaOf(name), value)).toBe('');
  });

  const commands = [...examples].filter(([name]) => /^(hello|command)/.test(name));
  test.each(commands)('[P7] %s is small and shallow enough to be sent', (_, value) => {
    expect(depth(value)).toBeLessThanOrEqual(depthMax);
    expect(Buffer.byteLength(JSON.stringify(value))).toBeLessThanOrEqual(clientBytesMax);
    expect(faults('client-frame', value)).toBe('');
  });

  test.each([...examples])('[P6] %s stays valid with fields of a later version', (name, value) => {
    expect(faults(schemaOf(name), withUnknownFields(value))).toBe('');
  });

  it('[P5] a screen is told no name, no author and nothing that is not published', () => {
    for (const part of within(examples.get('welcome.screen') ?? null))
      for (const secret of ['by', 'author', 'author_name', 'author_affiliation', 'mine', 'reason'])
        expect(part ?? {}).not.toHaveProperty(secret);
    expect(JSON.stringify(examples.get('welcome.screen'))).not.toMatch(
      /"status":"(pending|hidden|withdrawn)"/,
    );
  });

  it('[P5] a participant is told of no author and of no secret count', () => {
    const welcome = examples.get('welcome') as { state: { tallies: object; ideas: object[] } };
    expect(welcome.state.tallies).toEqual({});
    for (const idea of welcome.state.ideas)
      for (const secret of ['author', 'author_name', 'reviewed'])
        expect(idea).not.toHaveProperty(secret);
  });
});

describe('what a client must not send', () => {
  const parsed = [...fromClient].flatMap(([name, example]) =>
    'frame' in example ? [[name, example] as const] : [],
  );
  test.each(parsed)('%s is no client frame', (_, { frame }) => {
    expect(faults('client-frame', frame)).not.toBe('');
  });

  test.each([...fromClient])('%s expects a code of the contract', (_, { code, data }) => {
    expect(words('refusal-code')).toContain(code);
    const answer = { type: 'refused', id: null, code, data: data ?? {} };
    expect(faults('refused', answer)).toBe('');
  });

  const raw = [...fromClient].filter(([, example]) => !('frame' in example));
  test.each(raw)('[P7] %s breaks the limit that it names', (_, example) => {
    const sent = bytes(example);
    const text = sent.toString('utf8');
    expect(Buffer.from(text).equals(sent)).toBe(example.code !== 'invalid_utf8');
    if (example.code === 'too_deep') expect(text).toContain('['.repeat(depthMax));
    if (example.code === 'malformed_json' && !text.includes('\\ud83d'))
      expect(() => JSON.parse(text)).toThrow();
  });

  it('[P6] [P7] every code that needs no state to be given is shown', () => {
    const shown = new Set([...fromClient.values()].map((example) => example.code));
    expect([...shown].sort()).toEqual(
      ['malformed_json', 'invalid_utf8', 'too_deep', 'unknown_type', 'unknown_command']
        .concat(['bad_command_id', 'bad_arguments', 'bad_reason'])
        .sort(),
    );
  });
});

test.each([...overHttp])('%s is no such body, and refused by a code', (name, { code, body }) => {
  expect(faults(schemaOf(name), body)).not.toBe('');
  expect(words('http.problem', '$defs/ProblemCode')).toContain(code);
});

test.each([...fromServer])('a server never sends %s', (name, { frame }) => {
  expect(faults(schemaOf(name), frame)).not.toBe('');
});
