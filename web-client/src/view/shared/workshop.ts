import type { Board, Idea, Phase, Placement } from '../../core/generated/protocol.ts';
import { type Mirror, openPhase, placementKey, tallyOf } from '../../core/mirror.ts';

/** What several screens read out of a mirror in the same way. Pure. */

/** The step that people are in: the open one, else the one opened last; none before the first. */
export function currentPhase(mirror: Mirror): Phase | undefined {
  const open = openPhase(mirror);
  if (open) return open;
  const past = mirror.phases.filter((phase) => phase.status === 'closed');
  return past.reduce<Phase | undefined>(
    (last, phase) => ((phase.opened_at ?? 0) >= (last?.opened_at ?? 0) ? phase : last),
    undefined,
  );
}

/** Those that stand by themselves: what stands behind another idea is told by that one. Oldest first. */
export function publishedIdeas({ ideas }: Pick<Mirror, 'ideas'>): Idea[] {
  return [...ideas.values()]
    .filter((idea) => idea.status === 'published' && !idea.group)
    .sort(byAge);
}

/** Those a vote is on and that may be shown, oldest first. */
export function ideasInVote(mirror: Pick<Mirror, 'ideas'>, phase: Phase): Idea[] {
  const published = publishedIdeas(mirror);
  if (!phase.ideas) return published;
  const listed = new Set(phase.ideas);
  return published.filter(({ id }) => listed.has(id));
}

export function byAge(a: Idea, b: Idea): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}

export interface Card {
  readonly idea: Idea;
  readonly placement: Placement | undefined;
}

/** The published ideas by lever id, oldest first; under `null` the unsorted ones. */
export function cardsByLever(mirror: Mirror, board: Board): ReadonlyMap<string | null, Card[]> {
  const columns = new Map<string | null, Card[]>([[null, []]]);
  for (const lever of board.levers) columns.set(lever.id, []);
  for (const idea of publishedIdeas(mirror)) {
    const placement = mirror.placements.get(placementKey(board.id, idea.id));
    const column = columns.get(placement?.lever ?? null) ?? columns.get(null);
    column?.push({ idea, placement });
  }
  return columns;
}

export interface Ranked {
  readonly idea: Idea;
  readonly dots: number;
  readonly voters: number;
  /** From 1; as many dots, the same rank. */
  readonly rank: number;
}

/** The ideas of a vote by dots, most first; meaningful once its tallies are known. */
export function ranking(mirror: Mirror, phase: string): Ranked[] {
  const known = mirror.phases.find(({ id }) => id === phase);
  const counted = (known ? ideasInVote(mirror, known) : publishedIdeas(mirror))
    .map((idea) => ({ idea, dots: 0, voters: 0, ...tallyOf(mirror, phase, idea.id) }))
    .sort((a, b) => b.dots - a.dots || b.voters - a.voters);
  let rank = 1;
  return counted.map((entry, index) => {
    if (entry.dots !== counted[index - 1]?.dots) rank = index + 1;
    return { ...entry, rank };
  });
}
