import { describe, expect, it } from 'vitest';
import { colours } from '../tools/theme.mjs';

/** Ours, with what ATELIER_THEME changes: `ATELIER_THEME=FILE npm test -- contrast` judges a theme. */
const tokens = colours();

/** Relative luminance, WCAG 2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const levers = ['teal', 'amber', 'violet', 'rose', 'blue', 'green', 'orange', 'slate'];
const surfaces = ['surface', 'surface-raised', 'surface-sunken'];
const pairs: [string, string, number][] = [
  ...surfaces.flatMap((surface): [string, string, number][] => [
    ['ink', surface, 7],
    ['ink-soft', surface, 4.5],
    ['accent', surface, 4.5],
    ['ok', surface, 4.5],
    ['warn', surface, 4.5],
    ['danger', surface, 4.5],
    ['line-strong', surface, 3],
  ]),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['on-danger', 'danger', 4.5],
  ['ink', 'accent-soft', 7],
  ['accent', 'accent-soft', 4.5],
  ['ink', 'warn-soft', 7],
  ['ink', 'ok-soft', 7],
  ['ink', 'danger-soft', 7],
  ...levers.flatMap((lever): [string, string, number][] => [
    [`lever-${lever}`, `lever-${lever}-soft`, 4.5],
    [`lever-${lever}`, 'surface-raised', 4.5],
    [`lever-${lever}`, 'surface-sunken', 4.5],
  ]),
];

describe('colours', () => {
  it.each(pairs)('[C1] %s on %s: at least %d', (front, back, least) => {
    for (const theme of ['light', 'dark'] as const) {
      const colours = [tokens.get(front)?.[theme] ?? '', tokens.get(back)?.[theme] ?? ''] as const;
      expect(contrast(...colours), theme).toBeGreaterThanOrEqual(least);
    }
  });
});
