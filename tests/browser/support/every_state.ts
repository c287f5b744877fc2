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

/** One test for each part of a workshop; `look` says what is wrong with a state, and all of it is reported. */
export function every(options: BrowserContextOptions, look: (state: State) => Promise<string[]>): void {
  let house: House | undefined;
  test.beforeAll(async ({ browser }) => {
    house = await House.with(browser, everyStep, options);
  });
  test.afterAll(() => house?.end());
  for (const [title, script] of scripts)
    test(title, async () => {
      test.setTimeout(400_000);
      if (!house) throw new Error('no house');
      const wrong: string[] = [];
      for await (const state of script(house)) await test.step(state.name, async () => wrong.push(...(await look(state))));
      expect(wrong).toEqual([]);
    });
}
