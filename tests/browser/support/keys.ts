import { expect, type Locator, type Page } from '@playwright/test';

/** To it by the Tab key alone, as far as that goes. */
export async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let steps = 0; steps < 250; ++steps) {
    if (await wanted.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the keyboard does not get to ${String(wanted)}`);
}

export async function press(page: Page, wanted: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}

export async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

/** What is wrong with how the focus is seen: no mark, outside of the window, under a bar that stays. */
export async function focusFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const node = document.activeElement;
    if (!node || node === document.body || node === document.documentElement) return [];
    const name = `<${node.localName}> ${(node.getAttribute('aria-label') ?? (node as HTMLInputElement).labels?.[0]?.textContent ?? node.textContent).trim().slice(0, 50)}`;
    const wrong: string[] = [];
    const marked = [node, node.closest('label')].some((each) => {
      if (!each) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(each);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
    if (!marked) wrong.push(`no mark of the focus: ${name}`);
    const box = (node.closest('label') ?? node).getBoundingClientRect();
    if (box.width > 0 && (box.bottom < 1 || box.top > innerHeight - 1 || box.right < 1 || box.left > innerWidth - 1)) wrong.push(`out of the window: ${name}`);
    for (const bar of document.querySelectorAll('body *')) {
      const { position } = getComputedStyle(bar);
      if ((position !== 'sticky' && position !== 'fixed') || bar.contains(node) || node.contains(bar)) continue;
      if (document.querySelector('dialog:modal') && !document.querySelector('dialog:modal')?.contains(bar)) continue;
      const over = bar.getBoundingClientRect();
      const covered = Math.min(box.bottom, over.bottom) - Math.max(box.top, over.top);
      const aside = Math.min(box.right, over.right) - Math.max(box.left, over.left);
      if (covered > 1 && aside > 1 && over.height < innerHeight && bar.checkVisibility()) wrong.push(`${String(Math.round(covered))} px under <${bar.localName} class="${bar.getAttribute('class') ?? ''}">: ${name}`);
    }
    return wrong;
  });
}

/** Through everything that can be reached, once around; forwards, then backwards. */
export async function walk(page: Page, what: string): Promise<string[]> {
  const wrong = new Set<string>();
  for (const key of ['Tab', 'Shift+Tab']) {
    await page.evaluate((top) => {
      (document.activeElement as HTMLElement | null)?.blur();
      scrollTo(0, top ? 0 : document.body.scrollHeight);
    }, key === 'Tab');
    const seen = new Set<string>();
    for (let steps = 0; steps < 120; ++steps) {
      await page.keyboard.press(key);
      const at = await page.evaluate(() => {
        const all = [...document.querySelectorAll('*')];
        return document.activeElement === document.body ? '' : String(all.indexOf(document.activeElement as Element));
      });
      if (at === '' || seen.has(at)) break;
      seen.add(at);
      for (const line of await focusFaults(page)) wrong.add(`${what}: ${line}`);
    }
    if (seen.size === 0) wrong.add(`${what}: nothing to reach`);
  }
  return [...wrong];
}
