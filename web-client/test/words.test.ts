import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { frenchTypography } from '../src/i18n/french.ts';
import { timeOfDay, translate, type Catalogue, type Message } from '../src/i18n/translate.ts';
import type { LanguageFile } from '../src/i18n/words.ts';
import { english } from './support/english.ts';
import { close, open, pseudo } from './support/pseudo.ts';

const folder = (language: string): URL => new URL(`../src/i18n/${language}/`, import.meta.url);
const areas = readdirSync(folder('fr')).map((file) => file.replace(/\.ts$/, ''));

async function catalogue(language: string, area: string): Promise<Catalogue> {
  const path = new URL(`${area}.ts`, folder(language)).href;
  const module = (await import(/* @vite-ignore */ path)) as Record<string, Catalogue>;
  const [found] = Object.values(module);
  if (!found) throw new Error(`${language}/${area}.ts exports no catalogue`);
  return found;
}

const forms = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message);
const places = (message: Message): Set<string> =>
  new Set(forms(message).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '')));

/** The forms that whole numbers take in a language, and that a message in several forms lacks. */
function missingForms(language: string, message: Message): string[] {
  if (typeof message === 'string') return [];
  const rules = new Intl.PluralRules(language);
  const needed = new Set(Array.from({ length: 200 }, (_, n) => rules.select(n)));
  const known = rules.resolvedOptions().pluralCategories;
  return [
    ...[...needed].filter((form) => !(form in message)),
    ...Object.keys(message).filter((form) => !known.some((each) => each === form)),
  ];
}

/** Every file of languages/, and the one that is made for tests. */
const further: Record<string, () => Promise<unknown>> = {
  ...import.meta.glob('../src/i18n/languages/*.ts'),
  ...import.meta.glob('./languages/*.ts'),
};

describe.each(Object.keys(further))('%s', (path) => {
  const tag = /([^/]+)\.ts$/.exec(path)?.[1] ?? '';
  const load = async (): Promise<LanguageFile> => ((await further[path]?.()) as { default: LanguageFile }).default;

  it('[L7] is named by a tag of its language', () => {
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    expect(new Intl.DisplayNames([tag], { type: 'language' }).of(tag)).not.toBe(tag);
  });

  it('[L7] has the words of every area, none empty, the same places, the plural forms it needs', async () => {
    const { words } = await load();
    expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort());
    for (const [area, messages] of Object.entries(english)) {
      const theirs: Catalogue = words[area as keyof typeof words];
      expect(Object.keys(theirs).sort(), area).toEqual(Object.keys(messages).sort());
      for (const [key, message] of Object.entries(messages as Catalogue)) {
        const other = theirs[key] ?? '';
        for (const text of forms(other)) expect(text, key).not.toBe('');
        expect([...places(other)].sort(), key).toEqual([...places(message)].sort());
        expect(missingForms(tag, other), key).toEqual([]);
      }
    }
  });
});

describe('a language made for tests', () => {
  it('[L8] is bracketed, accented and longer, with the places it was given', () => {
    const text = pseudo('Show {n} new ideas');
    expect(text.startsWith(open) && text.endsWith(close)).toBe(true);
    expect(text).toContain('{n}');
    expect(text).not.toMatch(/Show|ideas/);
    expect(text.length).toBeGreaterThan('Show {n} new ideas'.length * 1.3);
  });

  it('[L8] stands for all that English says', () => {
    expect(Object.keys(english).sort()).toEqual(areas);
  });
});

describe('catalogues', () => {
  it('[L1] every area is in both languages', () => {
    expect(readdirSync(folder('en')).map((file) => file.replace(/\.ts$/, ''))).toEqual(areas);
  });

  it.each(areas)('[L1] %s: the same keys, none empty, the same places', async (area) => {
    const fr = await catalogue('fr', area);
    const en = await catalogue('en', area);
    expect(Object.keys(en)).toEqual(Object.keys(fr));
    for (const [key, message] of Object.entries(fr)) {
      const other = en[key] ?? '';
      for (const text of [...forms(message), ...forms(other)]) expect(text, key).not.toBe('');
      expect([...places(other)].sort(), key).toEqual([...places(message)].sort());
    }
  });

  it.each(areas)('[L4] %s: the plural forms that the language has', async (area) => {
    for (const language of ['fr', 'en']) {
      for (const [key, message] of Object.entries(await catalogue(language, area)))
        expect(missingForms(language, message), `${language} ${key}`).toEqual([]);
    }
  });

  it.each(areas)('[L2] %s: French as it is printed', async (area) => {
    const fr = await catalogue('fr', area);
    for (const [key, message] of Object.entries(fr)) {
      for (const text of forms(message)) {
        const shown = translate('fr', text);
        expect(shown, key).not.toMatch(/[^\s\u202f][;!?](?![\w=/])/u);
        expect(shown, key).not.toMatch(/[ \u202f]:/u);
        expect(shown, key).not.toMatch(/'|·/u);
        expect(shown, key).not.toMatch(/\.{3}/u);
      }
    }
  });

  it('[L3] every refusal and problem of the protocol has words', async () => {
    const known = Object.keys(await catalogue('fr', 'refusals'));
    const enumOf = (file: string, field?: string): string[] => {
      const schema = JSON.parse(
        readFileSync(new URL(`../../protocol/schemas/${file}`, import.meta.url), 'utf8'),
      ) as { enum?: string[]; properties?: Record<string, { enum?: string[]; $ref?: string }>; $defs?: Record<string, { enum?: string[] }> };
      const direct = field ? schema.properties?.[field]?.enum : schema.enum;
      const defined = Object.values(schema.$defs ?? {}).flatMap((each) => each.enum ?? []);
      return direct ?? defined;
    };
    const codes = [...enumOf('refusal-code.schema.json'), ...enumOf('http.problem.schema.json', 'code')];
    expect(codes.length).toBeGreaterThan(60);
    expect(codes.filter((code) => !known.includes(code))).toEqual([]);
  });
});

describe('messages', () => {
  const ideas = { one: '{n} idée', other: '{n} idées' };

  it('[L4] in French none and one are singular, in English only one', () => {
    expect([0, 1, 2].map((n) => translate('fr', ideas, { n }))).toEqual(['0 idée', '1 idée', '2 idées']);
    const dots = { one: '{n} dot', other: '{n} dots' };
    expect([0, 1, 2].map((n) => translate('en', dots, { n }))).toEqual(['0 dots', '1 dot', '2 dots']);
  });

  it('[L4] a language has as many forms as it has: Polish one, few and many', () => {
    const cards = { one: '{n} karta', few: '{n} karty', many: '{n} kart', other: '{n} karty' };
    expect([1, 3, 5, 22].map((n) => translate('pl', cards, { n }))).toEqual(['1 karta', '3 karty', '5 kart', '22 karty']);
  });

  it('[L4] numbers are grouped as the language does', () => {
    expect(translate('fr', ideas, { n: 12_345 })).toBe('12\u202f345 idées');
  });

  it('[L5] what people wrote is put in untouched', () => {
    expect(translate('fr', 'Modifier : {idea}', { idea: "l'eau ! {n}" })).toBe("Modifier\u00a0: l'eau ! {n}");
  });

  it('[L6] hours and minutes', () => {
    const fivePastTwo = new Date(2026, 10, 23, 14, 5).getTime();
    expect(timeOfDay('fr', fivePastTwo)).toBe('14\u00a0h\u00a005');
    expect(timeOfDay('en', fivePastTwo)).toBe('14:05');
  });

  it('[L6] French spaces and apostrophes', () => {
    expect(frenchTypography("« L'eau » : oui ; non !")).toBe('«\u00a0L’eau\u00a0»\u00a0: oui\u202f; non\u202f!');
  });
});
