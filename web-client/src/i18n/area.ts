import { language } from './language.svelte.ts';
import { type Catalogue, type Params, type SameKeys, translate } from './translate.ts';

/**
 * The words of one part of the interface, in every language. A page's bundle holds the areas that
 * it imports and no other. The returned function is reactive to the language.
 */
export function area<C extends Catalogue>(
  fr: C,
  en: SameKeys<C>,
): (key: keyof C & string, params?: Params) => string {
  return (key, params) => {
    const current = language();
    const message = current === 'fr' ? fr[key] : en[key];
    return message === undefined ? key : translate(current, message, params);
  };
}
