import type { WorkshopInfo } from '../../core/generated/protocol.ts';

/** For how long a workshop is kept, counted from its creation. */

const dayMs = 24 * 3600 * 1000;
export const keepDaysMax = 3_650;

/** What the server does with every workshop: known as long as this one has no days of its own. */
export function daysOfServer({ created_at, erased_at, keep_days }: WorkshopInfo): number | undefined {
  if (keep_days !== undefined || erased_at === undefined) return undefined;
  return Math.round((erased_at - created_at) / dayMs);
}

/** A number of days as typed, or undefined. */
export function daysFrom(typed: string): number | undefined {
  const days = /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : 0;
  return days >= 1 && days <= keepDaysMax ? days : undefined;
}

export function erasedAt({ created_at }: WorkshopInfo, days: number): number {
  return created_at + days * dayMs;
}
