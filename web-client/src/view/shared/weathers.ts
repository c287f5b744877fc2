import type { Weather } from '../../core/generated/protocol.ts';
import type { Mirror } from '../../core/mirror.ts';
import { votersOf } from '../../core/mirror.ts';
import type { SignName } from './signs.ts';

/** Counts of people who arrive and leave, in their fixed order. Pure. */
export const weathers = ['sun', 'bright', 'cloud', 'storm'] as const satisfies readonly (Weather & SignName)[];
export const rotis = [1, 2, 3, 4, 5] as const;

export function peopleAt(mirror: Pick<Mirror, 'tallies'>, phase: string, item: string): number {
  return votersOf(mirror.tallies[phase]?.[item]);
}
