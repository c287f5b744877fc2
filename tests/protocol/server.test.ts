import { describe, expect, it, test } from 'vitest';
import { faults, read, schemas, words } from './contract.ts';
import type { Json } from './contract.ts';

// The server keeps its own list of codes and its own limits; these must be the contract's.

it('the server refuses with exactly the codes of the contract', () => {
  const [, list = ''] = /enum class Code \{([^}]*)\}/.exec(read('server/domain/refusal.hpp')) ?? [];
  const codes = list.replaceAll(/\/\/.*$/gm, '').match(/\w+/g);
  expect(codes?.sort()).toEqual(words('refusal-code').sort());
});

test.each(['resilience-territoriale', 'retrospective', 'impact-effort'])(
  'the template %s is written as an inline one would be',
  (name) => {
    const template = JSON.parse(read(`server/wire/templates/${name}.json`)) as Json;
    expect(faults('template', template)).toBe('');
  },
);

describe('[P7] the bounds of the schemas are the limits of the server', () => {
  const limits = new Map<string, string>();
  for (const [, name = '', value = ''] of read('server/domain/limits.hpp').matchAll(
    /constexpr \S+ (\w+) = ([^;]+);/g,
  ))
    limits.set(name, value);

  /** Products of whole numbers, as the header writes them: 8 * 1024, 5'000. */
  const limit = (name: string) =>
    limits
      .get(name)
      ?.replaceAll("'", '')
      .split('*')
      .reduce((product, factor) => product * Number(factor), 1);

  const bound = (schema: string, path: string) => {
    let at: Json | undefined = schemas.get(schema);
    for (const step of path.split('/')) at = (at as { [key: string]: Json } | undefined)?.[step];
    return at;
  };

  const collect = '$defs/CollectSettings/properties';
  const extend = 'properties/args/properties/minutes';
  test.each([
    ['idea_bytes_max', 'common', '$defs/IdeaText/maxLength'],
    ['idea_graphemes_max', 'state', `${collect}/max_chars/maximum`],
    ['ideas_per_person_max', 'state', `${collect}/max_per_person/maximum`],
    ['dots_budget_max', 'state', '$defs/DotsSettings/properties/budget/maximum'],
    ['dots_budget_max', 'state', '$defs/VoteValue/anyOf/0/maximum'],
    ['phase_minutes_max', 'state', '$defs/Phase/properties/minutes/maximum'],
    ['phases_per_workshop_max', 'state', 'properties/phases/maxItems'],
    ['phases_per_workshop_max', 'template', 'properties/phases/maxItems'],
    ['levers_per_board_max', 'state', '$defs/Board/properties/levers/maxItems'],
    ['scales_per_board_max', 'state', '$defs/Board/properties/scales/maxItems'],
    ['affiliations_max', 'template', 'properties/affiliations/maxItems'],
    ['charter_lines_max', 'template', 'properties/charter/maxItems'],
    ['extend_minutes_max', 'command.phase.extend', `${extend}/maximum`],
  ])('%s is in %s', (name, schema, path) => {
    expect(limit(name)).toBeGreaterThan(0);
    expect(bound(schema, path)).toBe(limit(name));
  });

  it('shorten_minutes_max is in command.phase.extend', () => {
    expect(bound('command.phase.extend', `${extend}/minimum`)).toBe(
      -(limit('shorten_minutes_max') ?? 0),
    );
  });
});
