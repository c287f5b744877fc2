import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * What some browser of tools/browsers.mjs does not know, and no build can lower. Such a thing may be
 * used where the page is as good without it; then it stands in `without`, with what happens instead.
 */
const tooNew: Record<string, RegExp> = {
  'anchor positioning': /anchor-name\s*:|position-anchor\s*:|position-area\s*:/,
  '@starting-style': /@starting-style/,
  'view transitions': /startViewTransition|@view-transition/,
  'scroll-driven animations': /animation-timeline|scroll-timeline/,
  '@scope': /@scope\b/,
  'interpolate-size': /interpolate-size|calc-size\(/,
  'field-sizing': /field-sizing\s*:/,
  'content-visibility': /content-visibility\s*:/,
  'text-wrap': /text-wrap\s*:/,
  'relative colours': /\b(rgb|hsl|oklch|oklab)\(from /,
  'commands on buttons': /commandfor=|closedby=/,
  'groupBy': /\b(Object|Map)\.groupBy/,
  'withResolvers': /Promise\.withResolvers/,
  'set methods': /\.(isSubsetOf|isSupersetOf|symmetricDifference)\(/,
  'iterator helpers': /\.(values|keys|entries)\(\)\s*\.(map|filter|toArray|some|every)\(/,
  'Array.fromAsync': /Array\.fromAsync/,
  'AbortSignal.any': /AbortSignal\.any\(/,
  'URL.canParse': /URL\.canParse/,
  'requestIdleCallback': /requestIdleCallback/,
  'screen wake lock': /navigator\.wakeLock/,
  'Intl.Segmenter': /new Intl\.Segmenter/,
};

const without: Record<string, string> = {
  'field-sizing': 'a text field keeps its given height and scrolls',
  'content-visibility': 'long lists are laid out at once',
  'text-wrap': 'headings break where they fill the line',
  'Intl.Segmenter': 'characters are counted as code points (core/text.ts)',
};

const src = new URL('../src/', import.meta.url);
const sources = (readdirSync(src, { recursive: true }) as string[])
  .filter((file) => /\.(svelte|css|ts)$/.test(file) && !file.includes('generated'))
  .map((file) => ({ file, text: readFileSync(new URL(file, src), 'utf8') }));

describe('browsers', () => {
  it.each(Object.entries(tooNew))('[C4] %s: not used, or the page does without', (name, pattern) => {
    const users = sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
    if (without[name] === undefined) expect(users).toEqual([]);
    else expect(users, 'no longer used: take it off the list').not.toEqual([]);
  });
});
