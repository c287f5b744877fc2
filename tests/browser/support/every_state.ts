import { writeFile } from 'node:fs/promises';
import { type BrowserContextOptions, expect, test } from '@playwright/test';
import { everyStep } from './every_step.ts';
import { House } from './house.ts';
import { arriving } from './states/arriving.ts';
import { doors } from './states/doors.ts';
import { ideas } from './states/ideas.ts';
import { keeping } from './states/keeping.ts';
import { leaving } from './states/leaving.ts';
import { organising } from './states/organising.ts';
import { publishing } from './states/publishing.ts';
import { series } from './states/series.ts';
import { sorting } from './states/sorting.ts';
import type { Script, State } from './states/state.ts';
import { troubles } from './states/troubles.ts';
import { voting } from './states/voting.ts';

const scripts: readonly [string, Script][] = [
  ['at the doors', doors],
  ['when nothing can be recorded', troubles],
  ['arriving and asking', arriving],
  ['proposing and reviewing ideas', ideas],
  ['sorting', sorting],
  ['voting', voting],
  ['organising', organising],
  ['publishing', publishing],
  ['in a series', series],
  ['keeping and erasing', keeping],
  ['committing and leaving', leaving],
];

/** What is wrong with a state, one line for each thing. */
type Judge = (state: State) => Promise<string[]>;

/**
 * One test for each part of a workshop, walked once, and a last one that says whatever any judge found
 * in any state; it is in the artefacts, too, should the walk not come to its end.
 */
export function every(options: BrowserContextOptions, judges: Readonly<Record<string, Judge>>): void {
  const wrong = new Map(Object.keys(judges).map((judge) => [judge, [] as string[]]));
  let house: House | undefined;
  test.beforeAll(async ({ browser }) => {
    house = await House.with(browser, everyStep, options);
  });
  test.afterAll(async () => {
    await house?.end();
    await writeFile('artefacts/states.txt', [...wrong].flatMap(([judge, found]) => found.map((line) => `${judge}: ${line}\n`)).join(''));
  });
  for (const [title, script] of scripts)
    test(title, async () => {
      test.setTimeout(600_000);
      if (!house) throw new Error('no house');
      for await (const state of script(house))
        await test.step(state.name, async () => {
          for (const [judge, judged] of Object.entries(judges))
            wrong.get(judge)?.push(...(await judged(state)).map((line) => `${state.name}: ${line}`));
        });
    });
  test('nothing was wrong in any of them', () => {
    for (const [judge, found] of wrong) expect.soft(found, judge).toEqual([]);
  });
}
