import { describe, expect, it } from 'vitest';
import type { RehearsalStatus } from '../../src/core/generated/protocol.ts';
import {
  isFarOff, lostPeople, outcome, peopleFrom, reading, secondsLeft,
} from '../../src/view/organiser/rehearsal.ts';

const times = (p99: number): RehearsalStatus['seen_ms'] => ({ p50: p99 / 4, p95: p99 / 2, p99 });

function status(parts: Partial<RehearsalStatus> = {}): RehearsalStatus {
  return {
    state: 'done', participants: 500, joined: 500, seconds: 60, elapsed_s: 61,
    ideas: 300, votes: 900, ack_ms: times(30), seen_ms: times(40), missing: 0,
    cpu_share: 0.12, bots_share: 0.2, holds: 2900, limit: 'cpu',
    ...parts,
  };
}

describe('what a rehearsal means', () => {
  it('is good news when the server holds more than were tried', () => {
    expect(outcome(status())).toEqual({ tone: 'ok', key: 'rehearsalHolds' });
    expect(outcome(status({ holds: 500 }))).toEqual({ tone: 'ok', key: 'rehearsalHolds' });
  });

  it('is a warning when it holds fewer', () => {
    expect(outcome(status({ holds: 350 }))).toEqual({ tone: 'warn', key: 'rehearsalTooMuch' });
  });

  it('claims nothing that was not measured', () => {
    const { holds: _holds, limit: _limit, ...short } = status({ state: 'stopped' });
    expect(outcome(short).key).toBe('rehearsalUnmeasured');
    expect(outcome(status({ state: 'failed' })).key).toBe('rehearsalFailed');
  });

  it('says when the estimate is far from what was tried', () => {
    expect(isFarOff(status({ holds: 2000 }))).toBe(false);
    expect(isFarOff(status({ holds: 2100 }))).toBe(true);
  });

  it('misses people only at the end of a whole one', () => {
    expect(lostPeople(status({ joined: 499 }))).toBe(true);
    expect(lostPeople(status({ joined: 499, state: 'stopped' }))).toBe(false);
    expect(lostPeople(status())).toBe(false);
  });

  it.each([[0, 'none'], [100, 'quick'], [101, 'fine'], [300, 'fine'], [301, 'slow'], [1001, 'bad']])(
    '%i ms is %s',
    (p99, word) => {
      expect(reading(status({ seen_ms: times(p99) }))).toBe(word);
    },
  );

  it('has no time left below nothing', () => {
    expect(secondsLeft(status({ elapsed_s: 20 }))).toBe(40);
    expect(secondsLeft(status({ elapsed_s: 63 }))).toBe(0);
  });
});

describe('how many people', () => {
  it.each([['500', 500], [' 1 ', 1], ['2000', 2000]])('%j is understood', (typed, count) => {
    expect(peopleFrom(typed)).toBe(count);
  });
  it.each(['', '0', '2001', '12.5', '-3', 'cent', '1e3', '00001'])('%j is not', (typed) => {
    expect(peopleFrom(typed)).toBeUndefined();
  });
});
