import type { Mirror } from '../../core/mirror.ts';
import { say } from '../../i18n/voices.ts';
import type { SignName } from './signs.ts';
import { peopleAt, rotis, weathers } from './weathers.ts';

/** One bar: what people chose, and how many did. */
export interface Count {
  readonly id: string;
  readonly label: string;
  readonly n: number;
  readonly sign?: SignName;
}

/** How people arrive and leave, ready to be shown as bars. */
export function weatherCounts(mirror: Mirror, phase: string): Count[] {
  return weathers.map((id) => ({ id, sign: id, label: say(`weather_${id}`), n: peopleAt(mirror, phase, id) }));
}

export function rotiCounts(mirror: Mirror, phase: string): Count[] {
  return [...rotis].reverse().map((value) => ({
    id: String(value),
    label: say(`roti_${value}`),
    n: peopleAt(mirror, phase, String(value)),
  }));
}

export function total(counts: readonly Count[]): number {
  return counts.reduce((sum, { n }) => sum + n, 0);
}

/** The mean of the scores, to one decimal; nothing where nobody gave one. */
export function meanRoti(mirror: Mirror, phase: string): number | undefined {
  const counts = rotiCounts(mirror, phase);
  const people = total(counts);
  if (people === 0) return undefined;
  const sum = counts.reduce((all, { id, n }) => all + Number(id) * n, 0);
  return Math.round((10 * sum) / people) / 10;
}
