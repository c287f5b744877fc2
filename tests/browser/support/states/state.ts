import type { Locator, Page } from '@playwright/test';
import type { House } from '../house.ts';

/**
 * The states that pages can be in, as a script: each is reached, then handed over to be looked at, and
 * the next one goes on from there. Whoever looks leaves the page as it was.
 */
export interface State {
  readonly name: string;
  readonly page: Page;
}

export type Script = (house: House) => AsyncGenerator<State, void>;

/** Where the room is, for a participant who was in the middle of something. */
export async function follow(page: Page): Promise<void> {
  const go = page.getByRole('button', { name: 'Y aller' });
  await page.waitForTimeout(150);
  if (await go.isVisible()) await go.click();
}

/** A dialog by the button that opens it, then closed again. */
export async function* dialog(name: string, page: Page, opener: Locator, within?: () => AsyncGenerator<State, void>): AsyncGenerator<State, void> {
  await opener.click();
  await page.getByRole('dialog').waitFor();
  yield { name, page };
  if (within) yield* within();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** The same for a menu. */
export async function* menu(name: string, page: Page, opener: Locator): AsyncGenerator<State, void> {
  await opener.click();
  await page.locator(':popover-open').waitFor();
  yield { name, page };
  await page.keyboard.press('Escape');
  await page.locator(':popover-open').waitFor({ state: 'detached' });
}
