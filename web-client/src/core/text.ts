/** What people type: cleaned of what cannot be seen, never otherwise altered. */

// Controls except tab and line feed; bidirectional embeddings, overrides and isolates.
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;

/** Line ends become \n; control and bidi-override characters, and broken surrogates, go. */
export function cleanText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(unseen, '');
  return lines.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');
}

const segmenter =
  'Segmenter' in Intl ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : undefined;

/** How many characters a person sees: a family emoji or an accented letter is one. */
export function countGraphemes(text: string): number {
  if (!segmenter) return Array.from(text.normalize('NFC')).length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
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
