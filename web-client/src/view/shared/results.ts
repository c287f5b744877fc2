import type {
  ConsentTally,
  DotsTally,
  Idea,
  ImpactEffortTally,
  JudgmentTally,
  Phase,
  Tally,
  UsefulTally,
} from '../../core/generated/protocol.ts';
import type { Mirror } from '../../core/mirror.ts';
import { median, type Spread, spread } from './spread.ts';
import { ideasInVote } from './workshop.ts';

/** What a vote came to, by its method: the rules are those of the server's exports. Pure. */
export type VotePhase = Extract<Phase, { kind: 'vote' }>;
export type Method = VotePhase['settings']['method'];

/** Score interval of a share at 95 % (Wilson); of nobody: 0 to 1. */
export function wilson(yes: number, n: number): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const z = 1.96;
  const p = yes / n;
  const middle = p + (z * z) / (2 * n);
  const reach = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return {
    low: yes === 0 ? 0 : (middle - reach) / scale,
    high: yes === n ? 1 : (middle + reach) / scale,
  };
}

interface Gauge {
  readonly grade: number;
  readonly below: number;
  readonly above: number;
  readonly people: number;
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

/** The lower median and who stands on either side of it; nothing where nobody graded. */
export function gauge(counts: readonly number[]): Gauge | undefined {
  const people = sum(counts);
  if (people === 0) return undefined;
  let upto = 0;
  const grade = counts.findIndex((count) => 2 * (upto += count) >= people);
  return { grade, people, below: sum(counts.slice(0, grade)), above: sum(counts.slice(grade + 1)) };
}

/** Positive when the first is better: grade, then the larger side, contestation first, and so on. */
export function compareGrades(one: readonly number[], other: readonly number[]): number {
  const left = [...one];
  const right = [...other];
  for (;;) {
    const a = gauge(left);
    const b = gauge(right);
    if (!a || !b) return Number(a !== undefined) - Number(b !== undefined);
    if (a.grade !== b.grade) return a.grade - b.grade;
    const up = a.above > a.below;
    if (up !== b.above > b.below) return up ? 1 : -1;
    const share = Math.max(a.above, a.below) * b.people - Math.max(b.above, b.below) * a.people;
    if (share !== 0) return up ? share : -share;
    if (!regrade(left, a) || !regrade(right, b)) return 0;
  }
}

function regrade(counts: number[], { grade, above, below }: Gauge): boolean {
  if (Math.max(above, below) === 0) return false;
  const step = above > below ? 1 : -1;
  let to = grade + step;
  while (counts[to] === 0) to += step;
  counts[to] = (counts[to] ?? 0) + (counts[grade] ?? 0);
  counts[grade] = 0;
  return true;
}

export type Outcome = 'nobody_answered' | 'given' | 'given_with_reservations' | 'objections_to_resolve';

/** One objection is enough, whatever the number of those who agree. */
export function outcomeOf({ objection, reservation, voters }: ConsentTally): Outcome {
  if (objection > 0) return 'objections_to_resolve';
  if (reservation > 0) return 'given_with_reservations';
  return voters > 0 ? 'given' : 'nobody_answered';
}

export type Quadrant = 'quick_win' | 'large_project' | 'small_gain' | 'not_worth_it' | 'undecided';

/** Which side of 3 the two medians lie on. */
export function quadrantOf(impact: number, effort: number): Quadrant {
  if (impact === 3 || effort === 3) return 'undecided';
  if (impact > 3) return effort > 3 ? 'large_project' : 'quick_win';
  return effort > 3 ? 'not_worth_it' : 'small_gain';
}

const empty: Record<Method, Tally> = {
  dots: { dots: 0, voters: 0 },
  useful: { useful: 0, not_useful: 0, pass: 0, shown: 0, voters: 0 },
  judgment: { grades: [0, 0, 0, 0, 0, 0], voters: 0 },
  impact_effort: { impact: [0, 0, 0, 0, 0], effort: [0, 0, 0, 0, 0], voters: 0 },
  consent: { agree: 0, reservation: 0, objection: 0, voters: 0 },
};

export interface Row<T extends Tally> {
  readonly idea: Idea;
  readonly tally: T;
  /** From 1; equal ideas share it. */
  readonly rank: number;
}

interface Tallied {
  dots: DotsTally;
  useful: UsefulTally;
  judgment: JudgmentTally;
  impact_effort: ImpactEffortTally;
  consent: ConsentTally;
}

/** Positive when the first goes before the second. */
const better: { [M in Method]: (a: Tallied[M], b: Tallied[M]) => number } = {
  dots: (a, b) => a.dots - b.dots,
  useful: (a, b) => lowOf(a) - lowOf(b),
  judgment: (a, b) => compareGrades(a.grades, b.grades),
  impact_effort: (a, b) =>
    Math.sign(a.voters) - Math.sign(b.voters) ||
    median(a.impact) - median(b.impact) ||
    median(b.effort) - median(a.effort),
  consent: (a, b) =>
    Math.sign(a.voters) - Math.sign(b.voters) ||
    b.objection - a.objection ||
    b.reservation - a.reservation ||
    a.agree - b.agree,
};

const lowOf = ({ useful, not_useful: not }: UsefulTally): number => wilson(useful, useful + not).low;

/** The ideas of a vote by what its method makes of their counts, best first. */
export function ranked<M extends Method>(mirror: Mirror, phase: VotePhase, method: M): Row<Tallied[M]>[] {
  const tallies = mirror.tallies[phase.id] ?? {};
  const compare = better[method];
  const rows = ideasInVote(mirror, phase)
    .map((idea) => ({ idea, tally: (tallies[idea.id] ?? empty[method]) as Tallied[M] }))
    .sort((a, b) => compare(b.tally, a.tally));
  let rank = 1;
  return rows.map((row, index) => {
    const former = rows[index - 1];
    if (former && compare(former.tally, row.tally) !== 0) rank = index + 1;
    return { ...row, rank };
  });
}

export interface Scored {
  readonly impact: Spread;
  readonly effort: Spread;
  readonly quadrant: Quadrant;
}

export function scored({ impact, effort }: ImpactEffortTally): Scored | undefined {
  const of = { impact: spread(impact), effort: spread(effort) };
  if (!of.impact || !of.effort) return undefined;
  return { impact: of.impact, effort: of.effort, quadrant: quadrantOf(of.impact.median, of.effort.median) };
}

/** Whether its counts may be seen. */
export function shows(mirror: Mirror, phase: Phase): boolean {
  return phase.kind === 'vote' && phase.id in mirror.tallies && (phase.revealed || !phase.settings.hidden || mirror.workshop.status === 'closed');
}
