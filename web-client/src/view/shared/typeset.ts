import { language } from '../../i18n/language.svelte.ts';
import { frenchTypography } from '../../i18n/translate.ts';

/**
 * Titles and prompts, written by organisers: a line never starts with a colon in French. What
 * participants write is shown as typed and does not come here.
 */
export function typeset(text: string): string {
  return language() === 'fr' ? frenchTypography(text) : text;
}
