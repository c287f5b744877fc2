import { language, wordsOf } from './language.svelte.ts';
import { type Catalogue, type Params, type SameKeys, translate } from './translate.ts';
import type { AreaName } from './words.ts';

/**
 * The words of one part of the interface. A page's bundle holds the areas that it imports, in French
 * and English, and no other; a further language comes whole, once someone chose it. The returned
 * function is reactive to the language.
 */
export function area<C extends Catalogue>(
  name: AreaName,
  fr: C,
  en: SameKeys<C>,
): (key: keyof C & string, params?: Params) => string {
  return (key, params) => {
    const current = language();
    const further: Catalogue | undefined = wordsOf(current)?.[name];
    const message = current === 'fr' ? fr[key] : (further ?? en)[key];
    return message === undefined ? key : translate(current, message, params);
  };
}
