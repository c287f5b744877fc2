import { frenchTimeOfDay, frenchTypography } from './french.ts';
import { isolate } from './isolate.ts';

/**
 * A message is text with `{name}` places, or one text per plural form of its language, chosen by
 * `{n}`. Nothing here knows the page: the language is given, as a tag.
 */
export type Forms = { readonly other: string } & { readonly [F in Intl.LDMLPluralRule]?: string };
export type Message = string | Forms;
export type Catalogue = Readonly<Record<string, Message>>;
export type Params = Readonly<Record<string, string | number>>;

/** The same keys as `C`, each with words of its own. */
export type SameKeys<C extends Catalogue> = { readonly [K in keyof C]: Message };

/** How a language is printed, beyond what Intl knows of it. */
export interface Print {
  readonly typography?: (text: string) => string;
  readonly timeOfDay?: (date: Date) => string;
}

const prints = new Map<string, Print>([
  ['fr', { typography: frenchTypography, timeOfDay: frenchTimeOfDay }],
]);

export function printAs(language: string, print: Print): void {
  prints.set(language, print);
}

/** Made once a language: these are slow to make and are asked for a hundred times a second. */
function once<T>(make: (language: string) => T): (language: string) => T {
  const made = new Map<string, T>();
  return (language) => {
    const known = made.get(language) ?? make(language);
    made.set(language, known);
    return known;
  };
}
const plurals = once((language) => new Intl.PluralRules(language));
const numbers = once((language) => new Intl.NumberFormat(language));
const times = once((language) => new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));

export function translate(language: string, message: Message, params: Params = {}): string {
  const chosen = typeof message === 'string' ? message : pluralForm(language, message, params['n']);
  const text = prints.get(language)?.typography?.(chosen) ?? chosen;
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? formatNumber(language, value) : isolate(value);
  });
}

function pluralForm(language: string, forms: Forms, count: string | number | undefined): string {
  return forms[plurals(language).select(Number(count ?? 0))] ?? forms.other;
}

/** 14 h 05 in French, 14:05 in English; in this device's time zone. */
export function timeOfDay(language: string, time: number): string {
  const date = new Date(time);
  return prints.get(language)?.timeOfDay?.(date) ?? times(language).format(date);
}

/** Intl's tables take a slow phone a fifth of a second, and most numbers are the same without them. */
const plainDigits: readonly string[] = ['fr', 'en'];

export function formatNumber(language: string, value: number): string {
  if (Number.isInteger(value) && value >= 0 && value < 1_000 && plainDigits.includes(language)) return String(value);
  return numbers(language).format(value);
}
