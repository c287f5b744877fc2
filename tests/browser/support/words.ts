import type { Page } from '@playwright/test';

/**
 * What a page says and how it fits, in the language made for tests (brackets round every message of a
 * catalogue). Text that is neither in brackets nor came from the server or a person is hard-coded.
 */

/** The words that are nobody's message: people's and the server's, seen on their way to the page. */
export class Heard {
  readonly #all = new Set<string>();

  /** Every string that comes to this page over HTTP or a socket, and what is typed into it. */
  listen(page: Page): void {
    page.on('response', (response) => {
      if (!response.url().includes('/api/')) return;
      void response.json().then(
        (json: unknown) => this.#take(json),
        () => undefined,
      );
    });
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => {
        for (const line of payload.toString().split('\n')) {
          try {
            this.#take(JSON.parse(line));
          } catch {
            // No JSON: nothing that is shown.
          }
        }
      });
    });
  }

  says(...texts: string[]): void {
    for (const text of texts) this.#take(text);
  }

  #take(json: unknown): void {
    if (typeof json === 'string') this.#all.add(plain(json));
    else if (Array.isArray(json)) for (const each of json) this.#take(each);
    else if (typeof json === 'object' && json !== null) for (const each of Object.values(json)) this.#take(each);
  }

  /** The longest first: what is part of another is taken out with it. */
  get longestFirst(): string[] {
    return [...this.#all].filter((text) => text.trim().length > 1).sort((a, b) => b.length - a.length);
  }
}

/** Without the spaces and apostrophes of print. */
export const plain = (text: string): string =>
  text.replace(/[\u00a0\u202f\s]+/g, ' ').replace(/’/g, "'").trim();

/** What is on the page beside the words of a catalogue. */
export async function hardCoded(page: Page, heard: Heard): Promise<string[]> {
  const said = await page.evaluate(() => {
    const out: { text: string; where: string }[] = [{ text: document.title, where: 'title' }];
    const name = (element: Element): string => `${element.localName}.${element.className.toString().split(' ')[0] ?? ''}`;
    const shown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent || parent.closest('script, style, noscript, kbd') || !shown(parent)) continue;
      out.push({ text: walker.currentNode.textContent ?? '', where: name(parent) });
    }
    for (const attribute of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'aria-roledescription', 'aria-description'])
      for (const element of document.querySelectorAll(`[${attribute}]`))
        if (shown(element)) out.push({ text: element.getAttribute(attribute) ?? '', where: `${name(element)}[${attribute}]` });
    return out;
  });
  const known = heard.longestFirst;
  const strange = said.map(({ text, where }) => ({ rest: rest(plain(text), known), where }));
  return [...new Set(strange.filter(({ rest }) => /\p{L}{2}/u.test(rest)).map(({ rest, where }) => `${where}: ${rest}`))];
}

function rest(text: string, known: readonly string[]): string {
  let left = text;
  // A message in a message: the inner brackets go first.
  for (let before = ''; before !== left; ) {
    before = left;
    left = left.replace(/⟦[^⟦⟧]*⟧/gu, ' ');
  }
  left = left.trim();
  if (!/\p{L}{2}/u.test(left)) return '';
  if (known.some((each) => each.includes(left))) return '';
  for (const each of known) left = left.replaceAll(each, ' ');
  return left.trim();
}

/** Where the page scrolls sideways, and which words are cut off or stick out of their box. */
export async function overflows(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const out = new Set<string>();
    const root = document.documentElement;
    const name = (element: Element): string => `${element.localName}.${element.className.toString().split(' ')[0] ?? ''}`;
    if (root.scrollWidth > root.clientWidth + 1) {
      const widest = [...document.body.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > root.clientWidth + 1);
      out.add(`the page scrolls sideways by ${String(root.scrollWidth - root.clientWidth)}: ${widest.slice(-3).map(name).join(', ')}`);
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const own = node.parentElement;
      const said = node.textContent?.trim() ?? '';
      if (!own || !said || !own.checkVisibility({ visibilityProperty: true })) continue;
      // What people wrote may be cut by lines on the big screen; what is only read has no place.
      if (own.closest('script, style, noscript, option, .visually-hidden, .as-typed, [aria-hidden="true"]:not(.picture)')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      if (text.width === 0) continue;
      for (let box: Element | null = own; box && box !== document.body; box = box.parentElement) {
        const style = getComputedStyle(box);
        if (style.clipPath !== 'none') break;
        const edge = box.getBoundingClientRect();
        const words = said.slice(0, 30);
        const frame = box.matches('button, a, label, summary, th, td, dialog, .tag, .card');
        if ((frame || /hidden|clip/.test(style.overflowX)) && style.display !== 'inline' && (text.right > edge.right + 2 || text.left < edge.left - 2))
          out.add(`${name(own)} “${words}” is wider than ${name(box)}`);
        if (/hidden|clip/.test(style.overflowY) && text.bottom > edge.bottom + 3) out.add(`${name(own)} “${words}” is higher than ${name(box)}`);
        if (/auto|scroll/.test(style.overflowX + style.overflowY) || style.position === 'fixed') break;
      }
    }
    return [...out];
  });
}
