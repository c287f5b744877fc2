import type { Page } from '@playwright/test';

/**
 * What cannot be told any more where the system's few colours replace the page's: a chosen thing that
 * looks like its neighbours, and a coloured shape without words (a bar, a bead) that is as the page.
 */
export async function lostInForcedColours(page: Page): Promise<string[]> {
  const shapes = await page.evaluate(() => {
    let n = 0;
    for (const node of document.body.querySelectorAll<HTMLElement>('*')) {
      if (node.closest('svg, .stage.preview') || (node.textContent ?? '').trim() !== '' || node.querySelector('svg') || !node.checkVisibility({ visibilityProperty: true })) continue;
      const { width, height } = node.getBoundingClientRect();
      const { backgroundColor, borderTopStyle } = getComputedStyle(node);
      const around = node.parentElement ? getComputedStyle(node.parentElement).backgroundColor : '';
      if (width < 2 || height < 2 || /^rgba.*, 0\)$|transparent/.test(backgroundColor) || backgroundColor === around || borderTopStyle !== 'none') continue;
      node.dataset['shape'] = String(n++);
    }
    return n;
  });
  await page.emulateMedia({ forcedColors: 'active' });
  const wrong = await page.evaluate(() => {
    const named = (node: Element): string => `<${node.localName} class="${node.getAttribute('class') ?? ''}"> ${(node.getAttribute('aria-label') ?? node.textContent).trim().slice(0, 40)}`;
    const look = (node: Element): string => {
      const { backgroundColor, color, borderTopWidth, borderTopColor, borderBottomWidth, borderBottomColor, outlineStyle, outlineColor, textDecorationLine, fontWeight, borderTopStyle } = getComputedStyle(node);
      return [backgroundColor, color, borderTopWidth, borderTopStyle, borderTopColor, borderBottomWidth, borderBottomColor, outlineStyle, outlineColor, textDecorationLine, fontWeight].join();
    };
    const wrong: string[] = [];
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.background = 'Canvas';
    const canvas = getComputedStyle(probe).backgroundColor;
    probe.remove();
    for (const chosen of document.querySelectorAll('[aria-pressed=true], [aria-current]:not([aria-current=false])')) {
      const state = chosen.hasAttribute('aria-pressed') ? '[aria-pressed=false]' : ':not([aria-current])';
      const other = [...(chosen.parentElement?.parentElement?.querySelectorAll(`${chosen.localName}${state}`) ?? [])].find((each) => each.className.split(' ').at(-1) === chosen.className.split(' ').at(-1) && each.checkVisibility());
      if (chosen.checkVisibility() && other && look(other) === look(chosen) && !chosen.querySelector('svg')) wrong.push(`chosen, and looks like the others: ${named(chosen)}`);
    }
    for (const input of document.querySelectorAll<HTMLInputElement>('input:checked')) {
      const label = input.labels?.[0];
      const seen = getComputedStyle(input);
      if (!label?.checkVisibility() || (seen.opacity !== '0' && seen.appearance !== 'none')) continue;
      const other = [...document.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(input.name)}"]:not(:checked)`)][0]?.labels?.[0];
      if (other && look(other) === look(label)) wrong.push(`chosen, and looks like the others: ${named(label)}`);
    }
    for (const shape of document.querySelectorAll<HTMLElement>('[data-shape]')) {
      const { backgroundColor, borderTopStyle, borderTopWidth, outlineStyle } = getComputedStyle(shape);
      const bare = /^rgba.*, 0\)$|transparent/.test(backgroundColor) || backgroundColor === canvas;
      if (bare && (borderTopStyle === 'none' || borderTopWidth === '0px') && outlineStyle === 'none') wrong.push(`a shape without its colour: ${named(shape)} in ${named(shape.parentElement ?? shape)}`);
      delete shape.dataset['shape'];
    }
    return wrong;
  });
  await page.emulateMedia({ forcedColors: 'none' });
  return shapes >= 0 ? wrong : [];
}
