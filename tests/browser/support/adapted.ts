import type { Page } from '@playwright/test';
import { lost, spaceText, tooSmall } from './fits.ts';
import { lostInForcedColours } from './forced.ts';
import { sizes } from './house.ts';
import type { State } from './states/state.ts';

const least = { mouse: 24, thumb: 44 };

/** What of a page is lost to those who adapt it to themselves. */
export async function adapted({ page, name }: State): Promise<string[]> {
  const size = page.viewportSize() ?? sizes.laptop;
  const wrong: string[] = [];
  const note = (what: string, found: string[]): void => void wrong.push(...found.map((line) => `${what}: ${line}`));
  note('forced colours', await lostInForcedColours(page));
  note('motion', await moving(page));
  // The big screen is a picture of 16:9 that grows with its window; it has no controls.
  if (name.startsWith('screen,') && !name.includes('wrong link')) return wrong;
  note('targets', await tooSmall(page, size.width < 480 ? least.thumb : least.mouse));
  if (size.width > 480) {
    await resize(page, { width: size.width / 2, height: size.height / 2 });
    note('200 %', await lost(page));
  }
  await resize(page, sizes.small);
  note('320 px', await lost(page));
  note('targets at 320 px', await tooSmall(page, least.thumb));
  const back = await spaceText(page);
  note('spaced at 320 px', await lost(page));
  await resize(page, size);
  note('spaced', await lost(page));
  await back();
  return wrong;
}

/** What is placed anew in another window has two frames for it. */
async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
}

/** What still moves although it was asked not to. */
async function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map(({ effect }) => (effect as KeyframeEffect).target?.outerHTML.slice(0, 80) ?? '?'),
  );
}
