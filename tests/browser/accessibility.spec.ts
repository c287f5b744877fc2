import { expect, test } from '@playwright/test';
import { adapted } from './support/adapted.ts';
import { coloursIn, complaints } from './support/axe.ts';
import { every } from './support/every_state.ts';
import { lost, tooSmall } from './support/fits.ts';
import { lostInForcedColours } from './support/forced.ts';
import { sizes } from './support/house.ts';

// Every page in every state it can be in, walked once and judged twice. Axe, with all that WCAG 2.2 AA
// asks and its advice on top, in light and dark: no violation of whatever weight. And as people need it:
// twice as large, in a window of 320 × 568, with text spread out, in the system's own few colours,
// without motion, under a thumb: nothing is lost, nothing scrolls sideways, nothing is too small to hit.

test.describe.configure({ mode: 'serial' });

test('the eye of axe sees', async ({ page }) => {
  await page.setContent('<html><body><main><img src="x"><button></button></main></body></html>');
  const seen = (await complaints(page)).map((line) => line.split(':')[0]);
  expect(new Set(seen)).toEqual(new Set(['document-title', 'html-has-lang', 'image-alt', 'button-name', 'page-has-heading-one']));
});

test('the eye for what is lost sees', async ({ page }) => {
  await page.setViewportSize(sizes.small);
  await page.setContent(
    '<html><body><p style="width: 400px">wide</p><p style="width: 50px; height: 20px; overflow: hidden">cut off and cut off again</p><button style="width: 20px; height: 20px">x</button><div style="background: red; width: 50px; height: 10px"></div></body></html>',
  );
  expect((await lost(page)).map((line) => line.split(':')[0])).toEqual(['the page is 408 px wide in 320', 'outside the window', 'cut off below']);
  expect(await tooSmall(page, 24)).toEqual(['20 × 20: <button class=""> x']);
  expect((await lostInForcedColours(page)).map((line) => line.split(':')[0])).toEqual(['a shape without its colour']);
});

every(
  { reducedMotion: 'reduce', colorScheme: 'light' },
  { axe: async ({ page }) => [...(await complaints(page)), ...(await coloursIn(page, 'dark'))], adaptation: adapted },
);
