/** What people type: cleaned of what cannot be seen, never otherwise altered. */

// Controls except tab and line feed; bidirectional embeddings, overrides and isolates.
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;

/** Line ends become \n; control and bidi-override characters, and broken surrogates, go. */
export function cleanText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(unseen, '');
  return lines.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');
}

// Made when it is first asked for: its tables take long to load, and a page has words to show before.
let segmenter: Intl.Segmenter | undefined;

/** Past this many bytes the server counts code points, and so do we: a page of text is counted in no time. */
const mostBytes = 8 * 1024;

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** How many characters a person sees: a family emoji or an accented letter is one. */
export function countGraphemes(text: string): number {
  if (text.length * 3 > mostBytes && bytesOf(text) > mostBytes) return Array.from(text).length;
  if (!('Segmenter' in Intl)) return Array.from(text.normalize('NFC')).length;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

export interface TextProblem {
  readonly code: 'empty_text' | 'text_too_long';
  readonly data: { readonly max?: number };
}

/** Why the server would not take a text, without asking it; what it would not take is never sent. */
export function textProblem(text: string, max: number): TextProblem | undefined {
  if (text.trim() === '') return { code: 'empty_text', data: {} };
  if (bytesOf(text) > mostBytes || countGraphemes(text) > max) return { code: 'text_too_long', data: { max } };
  return undefined;
}

/** Join codes: 8 of an alphabet without look-alikes, written XXXX-XXXX. */
const codeLength = 8;
const notInCode = /[^23456789A-HJKMNP-Z]/g;

/** `abcd 2345` → `ABCD-2345`; what is not yet complete is returned as far as it goes. */
export function normaliseCode(typed: string): string {
  const letters = typed.toUpperCase().replace(notInCode, '').slice(0, codeLength);
  return letters.length > 4 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters;
}

export function isCompleteCode(code: string): boolean {
  return normaliseCode(code).length === codeLength + 1;
}
