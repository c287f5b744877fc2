import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { read, schemas, within, words } from './contract.ts';
import type { Json } from './contract.ts';

const folder = new URL('../../protocol/', import.meta.url);

function refs(document: Json): string[] {
  return [...within(document)].flatMap((part) =>
    part !== null &&
    typeof part === 'object' &&
    !Array.isArray(part) &&
    typeof part.$ref === 'string'
      ? [part.$ref]
      : [],
  );
}

/** What a reference of `document` points at, or undefined. */
function resolve(document: Json, ref: string): Json | undefined {
  const [file = '', pointer = ''] = ref.split('#');
  if (file && !existsSync(new URL(file, folder))) return undefined;
  let at: Json | undefined = file ? (JSON.parse(read(`protocol/${file}`)) as Json) : document;
  for (const step of pointer.split('/').slice(1))
    at = (at as { [key: string]: Json })?.[step.replaceAll('~1', '/').replaceAll('~0', '~')];
  return at;
}

describe.each(['openapi.yaml', 'asyncapi.yaml'])('%s', (name) => {
  const document = parse(read(`protocol/${name}`)) as Json;

  it('refers only to what is there', () => {
    expect(refs(document).filter((ref) => resolve(document, ref) === undefined)).toEqual([]);
  });
});

it('the HTTP document speaks of every body', () => {
  const told = refs(parse(read('protocol/openapi.yaml')) as Json);
  const bodies = [...schemas.keys()].filter((name) => /^http\..*\./.test(name));
  for (const body of bodies) expect(told).toContain(`schemas/${body}.schema.json`);
});

it('the live document speaks of every frame', () => {
  const told = refs(parse(read('protocol/asyncapi.yaml')) as Json);
  for (const frame of [
    'hello',
    'command',
    'welcome',
    'resumed',
    'delta',
    'ack',
    'refused',
    'notice',
  ])
    expect(told).toContain(`schemas/${frame}.schema.json`);
});

describe('README.md and the pages beside it tell a stranger', () => {
  const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const readme = pages.map((name) => read(`protocol/${name}`)).join('\n');
  const told = (word: string) => expect(readme).toContain(`\`${word}\``);

  test.each(words('command-name'))('the command %s', told);
  test.each(words('event-name'))('the event %s', told);
  test.each(words('refusal-code'))('the code %s', told);
  test.each(words('http.problem', '$defs/ProblemCode'))('the HTTP code %s', told);
  test.each(words('notice', 'properties/code'))('the notice %s', told);
  test.each(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7'])('what [%s] means', (rule) => {
    expect(readme).toContain(`**${rule}**`);
  });

  it('with frames that are true to the schemas', async () => {
    const { faults } = await import('./contract.ts');
    const lines = [...readme.matchAll(/^([→←]) (\{.*\})$/gm)];
    expect(lines.length).toBeGreaterThan(8);
    for (const [, arrow, text] of lines) {
      const side = arrow === '→' ? 'client-frame' : 'server-frame';
      expect(faults(side, JSON.parse(text ?? '') as Json), text).toBe('');
    }
  });
});

// A second program that reads every schema: seconds on a machine that has other work.
const generating = 60_000;

it("the web client's types are those of the schemas", { timeout: generating }, () => {
  const generator = fileURLToPath(new URL('generate-types.mjs', folder));
  execFileSync(process.execPath, [generator, '--check'], { stdio: 'pipe' });
});
