import type { Page } from '@playwright/test';

/** What of a page cannot be read as it stands: too wide, outside of the window, cut off or spilt over. */
export async function lost(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong = new Set<string>();
    const width = document.documentElement.clientWidth;
    const named = (node: Element): string => `<${node.localName} class="${node.getAttribute('class') ?? ''}"> ${(node.textContent ?? '').trim().slice(0, 50)}`;
    if (document.documentElement.scrollWidth > width) wrong.add(`the page is ${String(document.documentElement.scrollWidth)} px wide in ${String(width)}`);
    const modal = document.querySelector('dialog:modal');
    const root = modal ?? document.body;
    /** Something that scrolls sideways by itself: a table, a board. */
    const scrolls = (node: Element): boolean => {
      for (let at: Element | null = node; at && at !== root.parentElement; at = at.parentElement) {
        const { overflowX } = getComputedStyle(at);
        if ((overflowX === 'auto' || overflowX === 'scroll') && at.scrollWidth > at.clientWidth) return true;
      }
      return false;
    };
    // A link that leads past what repeats lies outside until it has the focus.
    const hidden = (node: Element): boolean => node.closest('.visually-hidden, [aria-hidden=true], .stage, .skip:not(:focus)') !== null || !node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    for (const node of root.querySelectorAll<HTMLElement>('*')) {
      if (hidden(node) || node.closest('svg')) continue;
      const style = getComputedStyle(node);
      const box = node.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) continue;
      const ownText = [...node.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && (child.nodeValue ?? '').trim() !== '');
      if (ownText && (box.right > width + 1 || box.left < -1) && !scrolls(node)) wrong.add(`outside the window: ${named(node)}`);
      const clips = (value: string): boolean => value === 'hidden' || value === 'clip';
      const has = (node.textContent ?? '').trim() !== '';
      if (has && clips(style.overflowX) && node.scrollWidth > node.clientWidth + 1) wrong.add(`cut off at the side: ${named(node)}`);
      // Shortened to some lines, and shown whole by a press: that is meant.
      if (style.webkitLineClamp !== 'none') continue;
      if (has && clips(style.overflowY) && node.scrollHeight > node.clientHeight + 1) wrong.add(`cut off below: ${named(node)}`);
      if (node.matches('button, summary, label, select, .button') && node.scrollWidth > node.clientWidth + 1 && style.display !== 'inline') wrong.add(`spilt over: ${named(node)}`);
    }
    return [...wrong];
  });
}

/** Controls smaller than they may be. Links in the middle of a sentence may be as high as its line. */
export async function tooSmall(page: Page, least: number): Promise<string[]> {
  return page.evaluate((least) => {
    const root = document.querySelector('dialog:modal') ?? document.querySelector(':popover-open') ?? document.body;
    const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [tabindex="0"]';
    const wrong: string[] = [];
    for (const control of root.querySelectorAll<HTMLElement>(controls)) {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.closest('.visually-hidden')) continue;
      if (control.matches('a') && getComputedStyle(control).display === 'inline' && control.parentElement?.matches('p, li') && control.parentElement.textContent.trim() !== control.textContent.trim()) continue;
      // What is tapped: the control, or the label that stands for it.
      const parts = [control, ...((control as HTMLInputElement).labels ?? [])].map((each) => each.getBoundingClientRect());
      const [width, height] = [Math.max(...parts.map((each) => each.width)), Math.max(...parts.map((each) => each.height))];
      if (width === 0 || control.closest('.skip')) continue;
      if (width < least - 0.5 || height < least - 0.5)
        wrong.push(`${String(Math.round(width))} × ${String(Math.round(height))}: <${control.localName} class="${control.getAttribute('class') ?? ''}"> ${(control.getAttribute('aria-label') ?? control.textContent).trim().slice(0, 40)}`);
    }
    return wrong;
  }, least);
}

/** The spacing of text that anybody may ask for (WCAG 1.4.12), in place of the page's own; gives how to take it back. */
export async function spaceText(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
    document.adoptedStyleSheets.push(sheet);
  });
  return async () => page.evaluate(() => void document.adoptedStyleSheets.pop());
}
