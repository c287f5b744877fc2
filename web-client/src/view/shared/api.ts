import { Api } from '../../core/api.ts';
import { language } from '../../i18n/language.svelte.ts';

/** The page's own server, in the page's language. */
export const api = new Api({ language });
