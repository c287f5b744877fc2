declare module 'virtual:languages' {
  import type { LanguageFile } from './i18n/words.ts';
  /** The files of i18n/languages/, by tag; each is fetched when it is called (tools/languages.mjs). */
  export const further: Readonly<Record<string, () => Promise<{ default: LanguageFile }>>>;
}
