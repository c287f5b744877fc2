import type { FailureCode } from '../../core/api.ts';
import type { SeriesInfo, WorkshopInfo } from '../../core/generated/protocol.ts';
import { api } from '../shared/api.ts';

/** All that an organiser has: the workshops, and the series that they are in. */
export class Library {
  workshops: readonly WorkshopInfo[] | undefined = $state.raw();
  series: readonly SeriesInfo[] = $state.raw([]);
  failure: FailureCode | undefined = $state();

  readonly newestFirst: readonly WorkshopInfo[] | undefined = $derived(
    this.workshops?.toSorted((a, b) => b.created_at - a.created_at),
  );

  async load(): Promise<void> {
    const [workshops, series] = await Promise.all([api.workshops(), api.series()]);
    if (workshops.ok) this.workshops = workshops.value.workshops;
    if (series.ok) this.series = series.value.series;
    this.failure = !workshops.ok ? workshops.failure.code : series.ok ? undefined : series.failure.code;
  }

  workshop(id: string): WorkshopInfo | undefined {
    return this.workshops?.find((each) => each.id === id);
  }

  seriesOf(workshop: string): SeriesInfo | undefined {
    return this.series.find(({ workshops }) => workshops.includes(workshop));
  }

  /** To the end of a series, out of any other; '' for none. Resolves to what went wrong. */
  async putInto(workshop: string, into: string): Promise<FailureCode | undefined> {
    // As it is now: somebody else may have put one there meanwhile.
    await this.load();
    const from = this.seriesOf(workshop);
    if (this.failure || (from?.id ?? '') === into) return this.failure;
    const target = this.series.find(({ id }) => id === into);
    if (into && !target) return 'no_such_series';
    const answer = target
      ? await api.updateSeries(target.id, { workshops: [...target.workshops, workshop] })
      : await api.updateSeries(from?.id ?? '', { workshops: (from?.workshops ?? []).filter((id) => id !== workshop) });
    await this.load();
    return answer.ok ? undefined : answer.failure.code;
  }
}
