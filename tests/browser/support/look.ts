import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * A picture of the page for the artefacts, and no accessibility violation of weight on it.
 * What moves is asked to stand still meanwhile, as for a person who asked for less motion: the big
 * screen never rests by itself, and a card half faded in has no colour of its own to judge.
 */
export async function keep(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.waitForTimeout(300);
  await page.screenshot({ path: `artefacts/screens/${name}.png` });
  const { violations } = await new AxeBuilder({ page }).analyze();
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => [id, nodes.map((node) => node.html).slice(0, 3)]), name).toEqual([]);
}
