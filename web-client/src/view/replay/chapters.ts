import type { Phase } from '../../core/generated/protocol.ts';
import type { Timeline } from './timeline.ts';

/** The moments that are told in words: not how many have come or voted, which the picture counts. */
export function told(timeline: Timeline): number[] {
  return timeline.moments.flatMap(({ moment }, index) => (moment.startsWith('people.') ? [] : [index]));
}

/** A step and what happened from its opening to the next one's; without a step: before the first. That
 * the workshop begins is told with its first step. */
export interface Chapter {
  readonly step: Phase | undefined;
  readonly from: number;
  /** By their number. */
  readonly moments: readonly number[];
}

export function chapters(timeline: Timeline): Chapter[] {
  const out: { step: Phase | undefined; from: number; moments: number[] }[] = [];
  for (const index of told(timeline)) {
    const { moment } = timeline.moments[index] ?? {};
    const step = moment === 'phase.opened' || moment === 'phase.reopened' ? timeline.stepAt(index + 1) : undefined;
    const begins = out.at(-1)?.moments.length === 1 && timeline.moments[index - 1]?.moment === 'workshop.opened';
    if (step && begins) Object.assign(out.at(-1) ?? {}, { step });
    else if (step || out.length === 0 || moment === 'workshop.opened') out.push({ step, from: index, moments: [] });
    out.at(-1)?.moments.push(index);
  }
  return out;
}

/** The told moment after a place on the axis, or before it; undefined at the end, at the beginning. */
export function neighbour(timeline: Timeline, all: readonly number[], place: number, way: 1 | -1): number | undefined {
  const { axis } = timeline;
  return way > 0
    ? all.find((index) => axis.placeOf(index) > place)
    : all.findLast((index) => axis.placeOf(index) < place);
}
