import { describe, expect, it } from 'vitest';
import type { Idea, Phase, Tally, VoteSettings } from '../../src/core/generated/protocol.ts';
import type { Mirror } from '../../src/core/mirror.ts';
import { marksOf } from '../../src/view/shared/matrix.ts';
import { compareGrades, gauge, outcomeOf, quadrantOf, ranked, scored, shows, type VotePhase, wilson } from '../../src/view/shared/results.ts';
import { ideasInVote } from '../../src/view/shared/workshop.ts';
import { spread } from '../../src/view/shared/spread.ts';

function idea(id: string, status: Idea['status'] = 'published'): [string, Idea] {
  return [id, { id, status, at: Number(id), phase: 'p', text: id }];
}

function vote(settings: VoteSettings, changes: Partial<Phase> = {}): VotePhase {
  return {
    id: 'v', title: 'v', prompt: '', minutes: 5, status: 'closed', revealed: true,
    ...changes, kind: 'vote', settings,
  };
}

function mirror(tallies: Record<string, Tally>, ids = ['1', '2', '3']): Mirror {
  return {
    ideas: new Map(ids.map((id) => idea(id))), tallies: { v: tallies }, workshop: { status: 'open' },
  } as unknown as Mirror;
}

describe('what a vote came to', () => {
  it('[RESULT-1] an interval says how little a few voices tell', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
    expect(wilson(1, 1).low).toBeCloseTo(0.2065, 4);
    expect(wilson(9, 10).low).toBeCloseTo(0.5958, 4);
    expect(wilson(90, 100).low).toBeCloseTo(0.8256, 4);
    const many = { useful: 60, not_useful: 40, pass: 0, shown: 100, voters: 100 };
    const few = { useful: 1, not_useful: 0, pass: 3, shown: 4, voters: 4 };
    const rows = ranked(mirror({ 1: few, 2: many }), vote({ method: 'useful', hidden: true }), 'useful');
    expect(rows.map(({ idea: { id }, rank }) => [id, rank])).toEqual([['2', 1], ['1', 2], ['3', 3]]);
  });

  it('[RESULT-2] the majority grade is the lower median', () => {
    expect(gauge([0, 2, 2, 2, 3, 1])?.grade).toBe(3);
    expect(gauge([0, 0, 0, 6, 4, 0])?.grade).toBe(3);
    expect(gauge([0, 0, 0, 0, 0, 0])).toBeUndefined();
  });

  it('[RESULT-3] of the same grade, who leans up goes before who leans down; equal ones share a rank', () => {
    expect(compareGrades([0, 0, 1, 5, 4, 0], [0, 0, 4, 5, 1, 0])).toBeGreaterThan(0);
    expect(compareGrades([0, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0])).toBeLessThan(0);
    const same = { grades: [0, 1, 2, 3, 1, 0], voters: 7 };
    const best = { grades: [0, 0, 0, 0, 2, 5], voters: 7 };
    const rows = ranked(mirror({ 1: same, 2: same, 3: best }), vote({ method: 'judgment', hidden: true }), 'judgment');
    expect(rows.map(({ idea: { id }, rank }) => [id, rank])).toEqual([['3', 1], ['1', 2], ['2', 2]]);
  });

  it('[RESULT-4] medians and the middle half of the scores; a median of 3 is on no side', () => {
    expect(spread([1, 1, 1, 1, 0])).toEqual({ median: 2.5, lower: 1.75, upper: 3.25, people: 4 });
    expect(spread([0, 0, 0, 0, 0])).toBeUndefined();
    expect([quadrantOf(4, 2), quadrantOf(4, 4), quadrantOf(2, 2), quadrantOf(2, 4), quadrantOf(3, 1)]).toEqual(
      ['quick_win', 'large_project', 'small_gain', 'not_worth_it', 'undecided'],
    );
    expect(scored({ impact: [0, 0, 0, 0, 0], effort: [0, 0, 0, 0, 0], voters: 0 })).toBeUndefined();
  });

  it('[RESULT-5] on the matrix nothing hides behind another, and who has no answer is not on it', () => {
    const there = { impact: [0, 0, 0, 2, 0], effort: [0, 2, 0, 0, 0], voters: 2 };
    const rows = ranked(mirror({ 1: there, 2: there }), vote({ method: 'impact_effort', hidden: true }), 'impact_effort');
    const marks = marksOf(rows);
    expect(marks.map(({ number }) => number)).toEqual([1, 2]);
    expect(Math.abs((marks[0]?.x ?? 0) - (marks[1]?.x ?? 0))).toBeGreaterThan(5);
  });

  it('[RESULT-6] one objection is enough, however many agree', () => {
    expect(outcomeOf({ agree: 90, reservation: 0, objection: 1, voters: 91 })).toBe('objections_to_resolve');
    expect(outcomeOf({ agree: 1, reservation: 1, objection: 0, voters: 2 })).toBe('given_with_reservations');
    expect(outcomeOf({ agree: 1, reservation: 0, objection: 0, voters: 1 })).toBe('given');
    expect(outcomeOf({ agree: 0, reservation: 0, objection: 0, voters: 0 })).toBe('nobody_answered');
  });

  it('[RESULT-7] a vote on a shortlist shows its ideas and no other, and no hidden one', () => {
    const listed = vote({ method: 'judgment', hidden: true }, { ideas: ['3', '1', '4'] });
    const all = new Map([idea('1'), idea('2'), idea('3'), idea('4', 'hidden')]);
    expect(ideasInVote({ ideas: all }, listed).map(({ id }) => id)).toEqual(['1', '3']);
  });

  it('[RESULT-8] nothing is shown before the reveal', () => {
    const secret = vote({ method: 'dots', budget: 3, max_per_idea: 1, hidden: true }, { revealed: false });
    expect(shows({ ...mirror({}), tallies: {} }, secret)).toBe(false);
    expect(shows(mirror({}), { ...secret, revealed: true })).toBe(true);
  });
});
