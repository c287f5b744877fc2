import type { Page } from '@playwright/test';

export interface Said {
  /** ms since the page began. */
  readonly at: number;
  readonly how: 'status' | 'alert';
  readonly words: string;
}

/** From now on every message of the page's live regions is written down, wherever they are. */
export async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const said: Said[] = ((window as never as { said: Said[] }).said = []);
    const regions = '[aria-live], [role=status], [role=alert], [role=log], output';
    new MutationObserver((changes) => {
      const touched = new Set<Element>();
      for (const { target, addedNodes } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(regions);
        if (region) touched.add(region);
        // An alert may come into the page with its words.
        for (const added of addedNodes) {
          if (!(added instanceof Element)) continue;
          if (added.matches(regions)) touched.add(added);
          for (const inner of added.querySelectorAll(regions)) touched.add(inner);
        }
      }
      for (const region of touched) {
        const words = region.textContent.trim();
        if (words !== '') said.push({ at: performance.now(), how: region.getAttribute('role') === 'alert' ? 'alert' : 'status', words });
      }
    }).observe(document.documentElement, { subtree: true, childList: true, characterData: true });
  });
}

export async function heard(page: Page): Promise<Said[]> {
  return page.evaluate(() => (window as never as { said: Said[] }).said);
}

/** The most that were said within any minute. */
export function mostInAMinute(said: readonly Said[]): number {
  return Math.max(0, ...said.map(({ at }) => said.filter((each) => each.at >= at && each.at < at + 60_000).length));
}
