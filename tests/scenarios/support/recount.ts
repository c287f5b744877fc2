import type { ConsentAnswer, Scores, Tally, VoteResult, VoteValue } from '../../../web-client/src/core/index.ts';

// The results of votes computed a second time, from what each person chose: by the published formulas,
// and with none of the server's code.

export type Method = VoteResult['method'];
/** By idea: what one person chose. */
export type Choices = Map<string, VoteValue>;
/** By person. */
export type Ballots = Map<string, Choices>;
/** By the idea that leads: those behind it. */
export type Groups = Map<string, string[]>;

const judgements = ['pass', 'not_useful', 'useful'];
const answers = ['agree', 'reservation', 'objection'];

/** Of what a person chose about ideas of one group, the strongest counts. */
export function strength(value: VoteValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return judgements.indexOf(value);
  return 'answer' in value ? answers.indexOf(value.answer) : 10 * value.impact - value.effort;
}

/** What stands for a group, with those behind it; an idea on its own otherwise. */
export function groupOf(groups: Groups, idea: string): string[] {
  return [idea, ...(groups.get(idea) ?? [])];
}

function tallied(method: Method, values: readonly VoteValue[], shown: number): Tally {
  const voters = values.length;
  const how = (many: (value: VoteValue) => boolean) => values.filter(many).length;
  const scale = (from: number, to: number, of: (value: VoteValue) => number) =>
    Array.from({ length: to - from + 1 }, (_, i) => how((value) => of(value) === from + i));
  switch (method) {
    case 'dots':
      return { dots: values.reduce((sum: number, value) => sum + (value as number), 0), voters };
    case 'useful': {
      const [pass = 0, not_useful = 0, useful = 0] = judgements.map((word) => how((value) => value === word));
      return { useful, not_useful, pass, shown, voters };
    }
    case 'judgment':
      return { grades: scale(0, 5, (value) => value as number), voters };
    case 'impact_effort':
      return {
        impact: scale(1, 5, (value) => (value as Scores).impact),
        effort: scale(1, 5, (value) => (value as Scores).effort),
        voters,
      };
    case 'consent': {
      const [agree = 0, reservation = 0, objection = 0] = answers.map((word) =>
        how((value) => (value as ConsentAnswer).answer === word),
      );
      return { agree, reservation, objection, voters };
    }
  }
}

/** The counts of some ideas together: each person once, however many of them they chose about. */
export function union(method: Method, ballots: Ballots, ideas: string[], hands?: Map<string, string[]>): Tally {
  const values: VoteValue[] = [];
  for (const choices of ballots.values()) {
    const about = ideas.flatMap((idea) => choices.get(idea) ?? []).sort((a, b) => strength(b) - strength(a));
    if (about[0] !== undefined) values.push(about[0]);
  }
  const shown = [...(hands ?? new Map<string, string[]>()).values()].filter((hand) => ideas.some((idea) => hand.includes(idea)));
  return tallied(method, values, shown.length);
}

const z = 1.96;

/** The interval in which the share of `yes` lies, 95 times of 100 (Wilson 1927). */
export function wilson(yes: number, n: number): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const p = yes / n;
  const middle = p + z ** 2 / (2 * n);
  const reach = z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  const low = (middle - reach) / (1 + z ** 2 / n);
  const high = (middle + reach) / (1 + z ** 2 / n);
  return { low: yes === 0 ? 0 : low, high: yes === n ? 1 : high };
}

const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
/** Everybody's score, one after the other. */
const spelled = (counts: readonly number[]) => counts.flatMap((n, i) => Array<number>(n).fill(i));

/** The lower median, and how many gave less and more. */
export function gauge(grades: readonly number[]): { grade: number; below: number; above: number } | undefined {
  const all = spelled(grades);
  const grade = all[Math.ceil(all.length / 2) - 1];
  if (grade === undefined) return undefined;
  return { grade, below: all.filter((each) => each < grade).length, above: all.filter((each) => each > grade).length };
}

/** Positive where the first is judged better (Balinski and Laraki): the larger side decides, then again without the middle. */
function judgedBetter(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [gauge(one), gauge(other)];
  if (!a || !b) return Number(a !== undefined) - Number(b !== undefined);
  if (a.grade !== b.grade) return a.grade - b.grade;
  const side = ({ below, above }: typeof a) => (above > below ? above : -below);
  const apart = side(a) * sum(other) - side(b) * sum(one);
  if (apart !== 0 || side(a) === 0) return apart;
  return judgedBetter(towards(one, a.grade, side(a)), towards(other, b.grade, side(b)));
}

function towards(counts: readonly number[], grade: number, side: number): number[] {
  const out = [...counts];
  let to = grade + Math.sign(side);
  while (out[to] === 0) to += Math.sign(side);
  out[to] = (out[to] ?? 0) + (out[grade] ?? 0);
  out[grade] = 0;
  return out;
}

/** Median and quartiles of scores from 1, between two people where they fall there. */
export function spread(counts: readonly number[]): { median: number; lower: number; upper: number } {
  const all = spelled(counts).map((score) => score + 1);
  const at = (share: number) => {
    const place = share * (all.length - 1);
    const [low = 0, high = 0] = [all[Math.floor(place)], all[Math.ceil(place)]];
    return low + (place - Math.floor(place)) * (high - low);
  };
  return { median: at(0.5), lower: at(0.25), upper: at(0.75) };
}

function quadrant(impact: number, effort: number): string {
  if (impact === 3 || effort === 3) return 'undecided';
  if (impact > 3) return effort > 3 ? 'large_project' : 'quick_win';
  return effort > 3 ? 'not_worth_it' : 'small_gain';
}

/** What a method makes of the counts of one idea. */
export function finding(tally: Tally): Record<string, unknown> {
  if ('dots' in tally) return { dots: tally.dots };
  if ('useful' in tally) return wilson(tally.useful, tally.useful + tally.not_useful);
  if ('grades' in tally) return gauge(tally.grades) ?? {};
  if ('impact' in tally) {
    if (tally.voters === 0) return {};
    const [impact, effort] = [spread(tally.impact), spread(tally.effort)];
    return { impact, effort, quadrant: quadrant(impact.median, effort.median) };
  }
  if (!('agree' in tally)) throw new Error('not the counts of a vote');
  if (tally.objection > 0) return { outcome: 'objections_to_resolve' };
  if (tally.reservation > 0) return { outcome: 'given_with_reservations' };
  return { outcome: tally.agree > 0 ? 'given' : 'nobody_answered' };
}

/** Positive where the first comes before the second. */
function ahead(a: Tally, b: Tally): number {
  if ('dots' in a && 'dots' in b) return a.dots - b.dots;
  if ('useful' in a && 'useful' in b) return (finding(a)['low'] as number) - (finding(b)['low'] as number);
  if ('grades' in a && 'grades' in b) return judgedBetter(a.grades, b.grades);
  const voted = (tally: Tally) => Number('voters' in tally && tally.voters > 0);
  const score = (tally: Tally) => {
    if ('impact' in tally) return [voted(tally), spread(tally.impact).median, -spread(tally.effort).median];
    if ('agree' in tally) return [voted(tally), -tally.objection, -tally.reservation, tally.agree];
    throw new Error('not the counts of a vote');
  };
  const [left, right] = [score(a), score(b)];
  if (voted(a) === 0 && voted(b) === 0) return 0;
  for (const [i, one] of left.entries()) if (one !== right[i]) return one - (right[i] ?? 0);
  return 0;
}

/** Each idea with its rank, equal ones sharing theirs, and what the method finds. */
export function ranking(tallies: ReadonlyMap<string, Tally>): { idea: string; rank: number; [found: string]: unknown }[] {
  const all = [...tallies].map(([idea, tally]) => ({ idea, tally }));
  return all
    .map(({ idea, tally }) => ({
      idea,
      rank: 1 + all.filter((other) => ahead(other.tally, tally) > 0).length,
      ...finding(tally),
    }))
    .sort((a, b) => a.rank - b.rank);
}

/** Whether opinion groups agree about something: the geometric mean of (A + 1) / (S + 2) over them. */
export function agreement(groups: readonly { agrees: number; saw: number }[]): number {
  const product = groups.reduce((sofar, { agrees, saw }) => sofar * ((agrees + 1) / (saw + 2)), 1);
  return product ** (1 / groups.length);
}
