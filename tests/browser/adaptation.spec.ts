import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { every } from './support/every_state.ts';
import { lost, spaceText, tooSmall } from './support/fits.ts';
import { lostInForcedColours } from './support/forced.ts';
import { sizes } from './support/house.ts';

// Every page in every state, as people need it: twice as large, in a window of 320 × 568, with text
// spread out, in the system's own few colours, without motion, under a thumb. Nothing is lost, nothing
// scrolls sideways, nothing is too small to be hit.

test.describe.configure({ mode: 'serial' });

const least = { mouse: 24, thumb: 44 };

every({ reducedMotion: 'reduce', colorScheme: 'light', deviceScaleFactor: 2 }, async ({ page, name }) => {
  const size = page.viewportSize() ?? sizes.laptop;
  const wrong: string[] = [];
  const note = (what: string, found: string[]): void => void wrong.push(...found.map((line) => `${name}: ${what}: ${line}`));
  // The big screen is a picture of 16:9 that grows with its window; it has no controls.
  const projected = name.startsWith('screen,') && !name.includes('wrong link');
  note('forced colours', await lostInForcedColours(page));
  note('motion', await moving(page));
  if (projected) return wrong;
  note('targets', await tooSmall(page, size.width < 480 ? least.thumb : least.mouse));
  if (size.width > 480) {
    await page.setViewportSize({ width: size.width / 2, height: size.height / 2 });
    note('200 %', await lost(page));
  }
  await page.setViewportSize(sizes.small);
  await page.waitForTimeout(50);
  note('320 px', await lost(page));
  note('targets at 320 px', await tooSmall(page, least.thumb));
  const back = await spaceText(page);
  note('spaced at 320 px', await lost(page));
  await page.setViewportSize(size);
  note('spaced', await lost(page));
  await back();
  return wrong;
});

/** What still moves although it was asked not to. */
async function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map(({ effect }) => (effect as KeyframeEffect).target?.outerHTML.slice(0, 80) ?? '?'),
  );
}

test('the eye of these tests sees', async ({ page }) => {
  await page.setViewportSize(sizes.small);
  await page.setContent(
    '<html><body><p style="width: 400px">wide</p><p style="width: 50px; height: 20px; overflow: hidden">cut off and cut off again</p><button style="width: 20px; height: 20px">x</button><div style="background: red; width: 50px; height: 10px"></div></body></html>',
  );
  expect((await lost(page)).map((line) => line.split(':')[0])).toEqual(['the page is 408 px wide in 320', 'outside the window', 'cut off below']);
  expect(await tooSmall(page, 24)).toEqual(['20 × 20: <button class=""> x']);
  expect((await lostInForcedColours(page)).map((line) => line.split(':')[0])).toEqual(['a shape without its colour']);
});
