import type { Language } from '../core/generated/protocol.ts';
import { isolate } from './isolate.ts';

/**
 * A message is text with `{name}` places, or one text per plural form, chosen by `{n}`.
 * Nothing here knows the page: the language is given.
 */
export type Message = string | { readonly one: string; readonly other: string };
export type Catalogue = Readonly<Record<string, Message>>;
export type Params = Readonly<Record<string, string | number>>;

/** The same keys as `C`, each with words of its own. */
export type SameKeys<C extends Catalogue> = { readonly [K in keyof C]: Message };

const plurals: Record<Language, Intl.PluralRules> = {
  fr: new Intl.PluralRules('fr'),
  en: new Intl.PluralRules('en'),
};
const numbers: Record<Language, Intl.NumberFormat> = {
  fr: new Intl.NumberFormat('fr'),
  en: new Intl.NumberFormat('en'),
};

const narrow = '\u202f';
const fixed = '\u00a0';

/** French spaces and apostrophes, so that catalogues are typed with an ordinary keyboard. */
export function frenchTypography(text: string): string {
  return text
    .replace(/'/g, '’')
    .replace(/ (?=[;!?])/g, narrow)
    .replace(/ (?=[:»])/g, fixed)
    .replace(/« /g, `«${fixed}`);
}

export function translate(language: Language, message: Message, params: Params = {}): string {
  const chosen = typeof message === 'string' ? message : pluralForm(language, message, params['n']);
  const text = language === 'fr' ? frenchTypography(chosen) : chosen;
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? numbers[language].format(value) : isolate(value);
  });
}

function pluralForm(
  language: Language,
  forms: Exclude<Message, string>,
  count: string | number | undefined,
): string {
  return plurals[language].select(Number(count ?? 0)) === 'one' ? forms.one : forms.other;
}

/** 14 h 05 in French, 14:05 in English; in this device's time zone. */
export function timeOfDay(language: Language, time: number): string {
  const date = new Date(time);
  const minutes = String(date.getMinutes()).padStart(2, '0');
  return language === 'fr'
    ? `${date.getHours()}${fixed}h${fixed}${minutes}`
    : `${String(date.getHours()).padStart(2, '0')}:${minutes}`;
}

export function formatNumber(language: Language, value: number): string {
  return numbers[language].format(value);
}
