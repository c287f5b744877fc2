/** Median and quartiles of scores, the first of which is 1 (linear interpolation). Pure. */
export interface Spread {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
  readonly people: number;
}

export function spread(counts: readonly number[]): Spread | undefined {
  const scores = counts.flatMap((count, index) => Array.from({ length: count }, () => index + 1));
  if (scores.length === 0) return undefined;
  return {
    median: quantile(scores, 0.5),
    lower: quantile(scores, 0.25),
    upper: quantile(scores, 0.75),
    people: scores.length,
  };
}

export function median(counts: readonly number[]): number {
  return spread(counts)?.median ?? 0;
}

function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (place - Math.floor(place)) * (high - low);
}
