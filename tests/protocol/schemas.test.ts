import { describe, expect, it, test } from 'vitest';
import { examples, fromClient, schemaOf, schemas, validator, within, words } from './contract.ts';

const messages = [...schemas.keys()].filter((name) => /^(command|event|http|hello$)\.?/.test(name));

test.each([...schemas])('%s compiles and is filed under its own name', (name, schema) => {
  expect(validator(name)).toBeTypeOf('function');
  expect(schema.$id).toBe(`https://atelier.invalid/schemas/${name}.schema.json`);
});

it('says what every schema is for', () => {
  for (const schema of schemas.values()) {
    expect(schema.title, schema.$id).toMatch(/^[A-Z][A-Za-z]+$/);
    expect(schema.description, schema.$id).toBeTypeOf('string');
  }
  const titles = [...schemas.values()].flatMap((schema) => [
    schema.title,
    ...Object.keys(schema.$defs ?? {}),
  ]);
  expect(new Set(titles).size, 'type names are unique').toBe(titles.length);
});

it('[P6] closes no object: a field of a later version is not an error', () => {
  for (const schema of schemas.values())
    for (const part of within(schema))
      if (part !== null && typeof part === 'object' && !Array.isArray(part)) {
        expect(part.additionalProperties, schema.$id).not.toBe(false);
        expect(part, schema.$id).not.toHaveProperty('unevaluatedProperties');
      }
});

describe('lists agree with files', () => {
  const files = (prefix: string) =>
    [...schemas.keys()].filter((n) => n.startsWith(prefix)).map((n) => n.slice(prefix.length));

  it('one schema for each command', () => {
    expect(files('command.').sort()).toEqual(words('command-name').sort());
  });
  it('one schema for each event', () => {
    expect(files('event.').sort()).toEqual(words('event-name').sort());
  });
});

describe('examples are complete', () => {
  const shown = new Set([...examples.keys()].map(schemaOf));
  const isUnion = (name: string) =>
    ['command', 'event', 'client-frame', 'server-frame'].includes(name);

  test.each(messages.filter((name) => !isUnion(name) && !name.endsWith('-name')))(
    '%s has an example',
    (name) => {
      expect(shown).toContain(name);
    },
  );
  test.each(['welcome', 'resumed', 'delta', 'ack', 'refused', 'notice', 'template', 'export'])(
    '%s has an example',
    (name) => {
      expect(shown).toContain(name);
    },
  );
  test.each([...words('command-name').map((name) => `command.${name}`), 'hello'])(
    '%s has an invalid example',
    (name) => {
      expect([...fromClient.keys()].map(schemaOf)).toContain(name);
    },
  );
});
