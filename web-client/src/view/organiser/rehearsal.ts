import type { RehearsalStatus } from '../../core/generated/protocol.ts';

/** What a rehearsal's figures mean to an organiser. Pure: words are chosen here and said elsewhere. */

export const peopleMax = 2000;
export const peopleUsual = 500;
/** What may be chosen, in seconds. */
export const durations = [30, 60, 120, 300] as const;
/** Where the server's gauge begins to say that people would wait. */
export const busyFrom = 0.7;

export type Reading = 'none' | 'quick' | 'fine' | 'slow' | 'bad';

/** How late the last few in a hundred read what others send. */
export function reading({ seen_ms: { p99 } }: RehearsalStatus): Reading {
  if (p99 === 0) return 'none';
  if (p99 <= 100) return 'quick';
  if (p99 <= 300) return 'fine';
  return p99 <= 1000 ? 'slow' : 'bad';
}

export interface Outcome {
  tone: 'ok' | 'info' | 'warn' | 'danger';
  key: 'rehearsalHolds' | 'rehearsalTooMuch' | 'rehearsalUnmeasured' | 'rehearsalFailed';
}

/** The one plain sentence at the end. */
export function outcome(status: RehearsalStatus): Outcome {
  if (status.state === 'failed') return { tone: 'danger', key: 'rehearsalFailed' };
  if (status.holds === undefined) return { tone: 'info', key: 'rehearsalUnmeasured' };
  if (status.holds < status.participants) return { tone: 'warn', key: 'rehearsalTooMuch' };
  return { tone: 'ok', key: 'rehearsalHolds' };
}

/** An estimate of more than four times what was tried is only that. */
export function isFarOff({ holds = 0, joined }: RehearsalStatus): boolean {
  return holds > 4 * joined;
}

/** Some people were lost on the way, in a rehearsal that was played to its end. */
export function lostPeople({ state, joined, participants }: RehearsalStatus): boolean {
  return state === 'done' && joined < participants;
}

export function secondsLeft({ seconds, elapsed_s }: RehearsalStatus): number {
  return Math.max(seconds - elapsed_s, 0);
}

/** A number of people as typed, or undefined. */
export function peopleFrom(typed: string): number | undefined {
  const count = /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : 0;
  return count >= 1 && count <= peopleMax ? count : undefined;
}
