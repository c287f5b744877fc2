import type { Catalogue } from '../translate.ts';

/** What facilitators put in front on the big screen, and what a crowd says there. */
export const spotlight = {
  instruction: { one: "L'idée dont nous parlons", other: 'Les idées dont nous parlons' },
  together: { one: 'avec {n} idée qui dit la même chose', other: 'avec {n} idées qui disent la même chose' },
  percent: '{n}\u00a0%',
  opinions: { one: '{n} avis', other: '{n} avis' },
} as const satisfies Catalogue;
