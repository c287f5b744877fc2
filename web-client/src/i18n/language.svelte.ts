import type { Language } from '../core/generated/protocol.ts';

/**
 * The language of the page: what the person chose on this device, else what the workshop speaks,
 * else what the browser asks for. A screen that a room reads together has the workshop's.
 */
const memory = 'atelier.language';

function isLanguage(value: unknown): value is Language {
  return value === 'fr' || value === 'en';
}

function remembered(): Language | undefined {
  try {
    const value = localStorage.getItem(memory);
    return isLanguage(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function ofBrowser(): Language {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.find(isLanguage) ?? 'fr';
}

let chosen = $state.raw(remembered());
let suggested = $state.raw(ofBrowser());
let imposed = $state.raw<Language>();

/** Reactive. */
export function language(): Language {
  return imposed ?? chosen ?? suggested;
}

/** A person's choice, remembered on this device. */
export function chooseLanguage(value: Language): void {
  chosen = value;
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
