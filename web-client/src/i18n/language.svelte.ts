import { further } from 'virtual:languages';
import type { Language } from '../core/generated/protocol.ts';
import { printAs } from './translate.ts';
import type { Words } from './words.ts';

/**
 * The language of the page: what the person chose on this device, else what the workshop speaks,
 * else what the browser asks for. A screen that a room reads together has the workshop's.
 *
 * French and English are in every page. What lies in languages/ is offered beside them, and fetched
 * when it is chosen; until it is there, and where it cannot be fetched, the page speaks as before.
 */
const memory = 'atelier.language';
const builtIn: readonly string[] = ['fr', 'en'];

/** Every language of this build, by tag. */
export const languages: readonly string[] = [...builtIn, ...Object.keys(further)];

/** Its name in itself: "Français". */
export function ownName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

function remembered(): string | undefined {
  try {
    const value = localStorage.getItem(memory);
    return value !== null && languages.includes(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function ofBrowser(): string {
  for (const wanted of navigator.languages) {
    const [primary = ''] = wanted.split('-');
    const found =
      languages.find((tag) => tag.toLowerCase() === wanted.toLowerCase()) ??
      languages.find((tag) => tag === primary.toLowerCase());
    if (found) return found;
  }
  return 'fr';
}

let chosen = $state.raw(remembered());
let suggested = $state.raw(ofBrowser());
let imposed = $state.raw<Language>();
/** What was fetched of the further languages. */
let fetched = $state.raw<Readonly<Record<string, Words>>>({});

const speaks = (tag: string | undefined): tag is string =>
  tag !== undefined && (builtIn.includes(tag) || tag in fetched);

/** Reactive. */
export function language(): string {
  const wish = [imposed, chosen, suggested].find(speaks);
  return wish ?? 'en';
}

/** What a person's choice is, even while its words are on their way. Reactive. */
export function wantedLanguage(): string {
  return imposed ?? chosen ?? suggested;
}

/** The words of a language that is not built in, once they are here. Reactive. */
export function wordsOf(tag: string): Words | undefined {
  return fetched[tag];
}

async function fetchWords(tag: string): Promise<void> {
  if (speaks(tag)) return;
  try {
    const file = await further[tag]?.();
    if (!file) return;
    printAs(tag, file.default);
    fetched = { ...fetched, [tag]: file.default.words };
  } catch {
    // No network: the page goes on in the language it has.
  }
}

/** What has to be there before the page says its first word: nothing, for French and English. */
export function firstWords(): Promise<void> | undefined {
  const wanted = wantedLanguage();
  return speaks(wanted) ? undefined : fetchWords(wanted);
}

/** A person's choice, remembered on this device. */
export function chooseLanguage(value: string): void {
  chosen = value;
  void fetchWords(value);
  try {
    localStorage.setItem(memory, value);
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
}

/** The workshop's language, which a person's own choice outweighs. */
export function suggestLanguage(value: Language): void {
  suggested = value;
}

/** For as long as the page lives, whatever this device's owner chose for themselves. */
export function imposeLanguage(value: Language): void {
  imposed = value;
}
