import type { spotlight as french } from '../fr/spotlight.ts';
import type { SameKeys } from '../translate.ts';

export const spotlight: SameKeys<typeof french> = {
  instruction: { one: 'The idea we are talking about', other: 'The ideas we are talking about' },
  together: { one: 'with {n} idea that says the same', other: 'with {n} ideas that say the same' },
  percent: '{n}%',
  opinions: { one: '{n} opinion', other: '{n} opinions' },
};
