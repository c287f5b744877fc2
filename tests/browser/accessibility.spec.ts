import { expect, test } from '@playwright/test';
import { coloursIn, complaints } from './support/axe.ts';
import { every } from './support/every_state.ts';

// Every page in every state it can be in, before axe with all that WCAG 2.2 AA asks and its advice on
// top, in light and dark: no violation of whatever weight.

test.describe.configure({ mode: 'serial' });

every({ reducedMotion: 'reduce', colorScheme: 'light' }, async ({ page, name }) => [
  ...(await complaints(page, name)),
  ...(await coloursIn(page, 'dark', name)),
]);

test('the eye of these tests sees', async ({ page }) => {
  await page.setContent('<html><body><main><img src="x"><button></button></main></body></html>');
  const seen = (await complaints(page, 'bad')).map((line) => line.split(': ')[1]);
  expect(new Set(seen)).toEqual(new Set(['document-title', 'html-has-lang', 'image-alt', 'button-name', 'page-has-heading-one']));
});
