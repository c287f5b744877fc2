import type { Page } from '@playwright/test';
import axe, { type AxeResults, type RunOptions } from 'axe-core';

const all: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};
/** What can change with the colours alone. */
const colours: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }, resultTypes: ['violations'] };

/** What axe has to say, of whatever weight, one line for each thing; nothing when all is well. */
export async function complaints(page: Page): Promise<string[]> {
  return lines(await run(page, all));
}

/** The same page in other colours. */
export async function coloursIn(page: Page, scheme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme: scheme });
  const found = lines(await run(page, colours)).map((line) => `${scheme}: ${line}`);
  await page.emulateMedia({ colorScheme: null });
  return found;
}

/** Axe comes into a page once, and stays. */
async function run(page: Page, options: RunOptions): Promise<AxeResults> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (options) => (window as never as { axe: typeof axe }).axe.run(document, options), options);
}

function lines({ violations }: AxeResults): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => {
      const why = [...node.any, ...node.all, ...node.none][0]?.message ?? '';
      return `${id}: ${node.target.join(' ')}: ${node.html.slice(0, 160)}: ${why}`;
    }),
  );
}
