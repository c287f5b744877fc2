/**
 * What people type or paste to come in: a code, with whatever stands between its letters, or a whole
 * link. Pure.
 */

/** Shown XXXX-XXXX; without 0, 1, I, L and O, which look like others. */
const length = 8;
const letter = '[2-9A-HJKMNP-Z]';
const separators = /[\s\u00a0\u202f._-]|[\u2010-\u2015\u2212]/g;
const inText = new RegExp(`(?<![0-9A-Z])${letter}{4}[\\s._\\u00a0\\u202f\\u2010-\\u2015\\u2212-]{0,3}${letter}{4}(?![0-9A-Z])`);

export type Typed =
  | { readonly kind: 'code'; readonly code: string }
  /** A link of this service; where it leads. */
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'elsewhere' }
  /** Letters or digits that are in no code, as typed. */
  | { readonly kind: 'look_alikes'; readonly letters: string }
  | { readonly kind: 'incomplete' };

export function isLink(typed: string): boolean {
  return /:\/\/|^\s*[\w.-]+\.\w+(:\d+)?\/|#/.test(typed);
}

/** While it is typed: capitals in two groups. Nothing that could be a letter is taken away unseen. */
export function formatTyped(typed: string): string {
  if (isLink(typed)) return typed.trim();
  const found = inText.exec(typed.toUpperCase());
  const letters = (found ? found[0] : typed.toUpperCase()).replace(separators, '').replace(/[^0-9A-Z]/g, '');
  const kept = letters.slice(0, length);
  return kept.length > 4 ? `${kept.slice(0, 4)}-${kept.slice(4)}` : kept;
}

/** `origin` is this page's: links of other services are not followed. */
export function readTyped(typed: string, origin: string): Typed {
  if (isLink(typed)) return readLink(typed.trim(), origin);
  const letters = formatTyped(typed).replace('-', '');
  const others = [...new Set(letters.replace(new RegExp(letter, 'g'), ''))].join('');
  if (others) return { kind: 'look_alikes', letters: others };
  if (letters.length < length) return { kind: 'incomplete' };
  return { kind: 'code', code: `${letters.slice(0, 4)}-${letters.slice(4)}` };
}

function readLink(typed: string, origin: string): Typed {
  // "Join here: https://…" comes from messages; an address may come without its scheme.
  const address = /\S+:\/\/\S+/.exec(typed)?.[0] ?? (typed.startsWith('#') ? `${origin}/join${typed}` : `${scheme(origin)}${typed}`);
  try {
    const url = new URL(address);
    if (url.origin !== origin) return { kind: 'elsewhere' };
    const inside = readTyped(url.hash.slice(1), origin);
    if (url.pathname === '/join' && inside.kind === 'code') return inside;
    return url.hash.length > 1 ? { kind: 'link', url: url.href } : { kind: 'incomplete' };
  } catch {
    return { kind: 'incomplete' };
  }
}

function scheme(origin: string): string {
  return origin.slice(0, origin.indexOf('://') + 3);
}
