import type { Catalogue } from '../translate.ts';

/** What facilitators put in front on the big screen, and what a crowd says there. */
export const spotlight = {
  instruction: { one: "L'idée dont nous parlons", other: 'Les idées dont nous parlons' },
  together: { one: 'avec {n} idée qui dit la même chose', other: 'avec {n} idées qui disent la même chose' },
  agreement: { one: '{percent}\u00a0% pour {n} avis', other: '{percent}\u00a0% sur {n} avis' },
} as const satisfies Catalogue;
