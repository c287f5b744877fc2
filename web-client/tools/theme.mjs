// The look of this installation: our tokens, and what ATELIER_THEME changes of them.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { named } from './named.mjs';

const ours = fileURLToPath(new URL('../src/view/shared/tokens.css', import.meta.url));
const none = fileURLToPath(new URL('../src/view/shared/no_theme.css', import.meta.url));

/** The operator's own stylesheet, read after ours on every page; an empty one without it. */
export function themeFile() {
  const given = process.env['ATELIER_THEME'];
  if (!given) return none;
  const file = named(given);
  let css;
  try {
    css = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`ATELIER_THEME: ${file} cannot be read`, { cause });
  }
  // No page asks anything of another site; the server's content policy would refuse it in silence.
  if (/(url\(|@import)\s*["']?\s*(https?:)?\/\//i.test(css)) {
    throw new Error(`ATELIER_THEME: ${file} names an address on another site`);
  }
  return file;
}

/** Colours by name, light and dark, as light-dark() gives them: ours, then the operator's. */
export function colours() {
  const found = new Map();
  for (const file of [ours, themeFile()]) {
    const css = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    for (const [, name, light, dark] of css.matchAll(/--([\w-]+):\s*light-dark\(\s*(#\w{6}),\s*(#\w{6})\s*\)/g)) {
      found.set(name, { light, dark });
    }
  }
  return found;
}
