import type { ImpactEffortTally } from '../../core/generated/protocol.ts';
import { type Row, scored } from './results.ts';

/** Where numbers stand on the matrix, in units of the chart: 0 to 100, effort to the right. Pure. */
export interface Mark {
  readonly id: string;
  readonly number: number;
  readonly x: number;
  readonly y: number;
}

/** Those of the same medians stand side by side around their place. */
export function marksOf(rows: readonly Row<ImpactEffortTally>[], reach = 6.4): Mark[] {
  const places = new Map<string, { id: string; number: number; x: number; y: number }[]>();
  rows.forEach(({ idea, tally }, index) => {
    const at = scored(tally);
    if (!at) return;
    const key = `${at.impact.median}/${at.effort.median}`;
    const mark = {
      id: idea.id,
      number: index + 1,
      x: ((at.effort.median - 1) / 4) * 100,
      y: 100 - ((at.impact.median - 1) / 4) * 100,
    };
    places.set(key, [...(places.get(key) ?? []), mark]);
  });
  return [...places.values()].flatMap((group) =>
    group.map((mark, index) => {
      const [dx, dy] = around(index, group.length);
      return { ...mark, x: mark.x + dx * reach, y: mark.y + dy * reach };
    }),
  );
}

/** A row of two or three, then rings. */
function around(index: number, of: number): [number, number] {
  if (of === 1) return [0, 0];
  if (of <= 3) return [index - (of - 1) / 2, 0];
  if (index === 0) return [0, 0];
  const ring = Math.ceil((Math.sqrt(12 * index + 9) - 3) / 6);
  const first = 3 * ring * (ring - 1) + 1;
  const angle = ((index - first) / (6 * ring)) * 2 * Math.PI;
  return [Math.cos(angle) * ring, Math.sin(angle) * ring];
}
