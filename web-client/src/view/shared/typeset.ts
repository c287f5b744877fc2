import { frenchTypography } from '../../i18n/french.ts';

/**
 * Titles and prompts, written by organisers: a line never starts with a colon. A plain space before
 * those signs is only ever French, so the language of the page does not matter. What participants
 * write is shown as typed and does not come here.
 */
export function typeset(text: string): string {
  return frenchTypography(text);
}
