import type { Idea, Phase, Placement } from './generated/protocol.ts';
import { ballotOf, type Mirror, placementKey } from './mirror.ts';
import type { Entry } from './outbox.ts';

/**
 * The mirror as it will be once what this person asked for is done: what a screen shows as *asked*.
 * Pure. Only an ack turns asked into recorded. Each takes the slice of the mirror that it reads:
 * slices keep their identity while nothing in them changes, so a screen need not look again.
 */

export interface WishedBallot {
  /** Dots by idea, asked ones included. */
  readonly dots: Readonly<Record<string, number>>;
  /** Ideas whose dots have no answer yet. */
  readonly asked: ReadonlySet<string>;
  readonly spent: number;
}

export function wishedBallot(
  mirror: Pick<Mirror, 'you'>,
  outbox: readonly Entry[],
  phase: Phase,
): WishedBallot {
  const dots: Record<string, number> = {};
  for (const [idea, value] of Object.entries(ballotOf(mirror, phase.id))) {
    if (typeof value === 'number') dots[idea] = value;
  }
  const asked = new Set<string>();
  if (phase.status === 'open') {
    for (const { command, state } of outbox) {
      if (state === 'refused' || command.do !== 'vote.cast' || typeof command.args.value !== 'number') continue;
      dots[command.args.idea] = command.args.value;
      asked.add(command.args.idea);
    }
  }
  const spent = Object.values(dots).reduce((sum, value) => sum + value, 0);
  return { dots, asked, spent };
}

export interface WishedPlacements {
  /** By idea. */
  readonly placements: ReadonlyMap<string, Placement>;
  readonly asked: ReadonlySet<string>;
}

export function wishedPlacements(
  mirror: Pick<Mirror, 'placements'>,
  outbox: readonly Entry[],
  board: string,
): WishedPlacements {
  const placements = new Map<string, Placement>();
  const asked = new Set<string>();
  for (const placement of mirror.placements.values()) {
    if (placement.board === board) placements.set(placement.idea, placement);
  }
  for (const { command, state } of outbox) {
    if (state === 'refused' || command.do !== 'placement.set' || (command.args.board ?? board) !== board) continue;
    const { idea, lever, scale } = command.args;
    const known = mirror.placements.get(placementKey(board, idea));
    placements.set(idea, {
      board,
      idea,
      lever,
      scale: scale === undefined ? (known?.scale ?? null) : scale,
    });
    asked.add(idea);
  }
  return { placements, asked };
}

/** Where I put cards in a crowd's sorting, as if everyone had: what I asked last included. */
export function wishedOwnPlaces(
  { you }: Pick<Mirror, 'you'>,
  outbox: readonly Entry[],
  board: string,
): WishedPlacements {
  const placements = new Map<string, Placement>();
  const asked = new Set<string>();
  for (const [idea, place] of Object.entries(you.placements?.[board] ?? {})) {
    placements.set(idea, { board, idea, ...place });
  }
  for (const { command, state } of outbox) {
    if (state === 'refused' || command.do !== 'placement.set' || (command.args.board ?? board) !== board) continue;
    const { idea, lever, scale } = command.args;
    placements.set(idea, { board, idea, lever, scale: scale ?? placements.get(idea)?.scale ?? null });
    asked.add(idea);
  }
  return { placements, asked };
}

/** What I support, by what stands for it: of a group the idea that leads it. What I asked last included. */
export function wishedSupports(
  { you, ideas }: Pick<Mirror, 'you' | 'ideas'>,
  outbox: readonly Entry[],
): ReadonlySet<string> {
  const standing = (id: string): string => ideas.get(id)?.group ?? id;
  const supported = new Set((you.reactions ?? []).map(standing));
  for (const { command, state } of outbox) {
    if (state === 'refused' || command.do !== 'reaction.set') continue;
    if (command.args.value) supported.add(standing(command.args.idea));
    else supported.delete(standing(command.args.idea));
  }
  return supported;
}

/** Ideas of this person in a phase, oldest first. */
export function ownIdeas(mirror: Pick<Mirror, 'ideas'>, phase: string): Idea[] {
  return [...mirror.ideas.values()]
    .filter((idea) => idea.mine && idea.phase === phase)
    .sort((a, b) => a.at - b.at);
}

/** How many more ideas this person may post; a withdrawn one gives its place back. */
export function ideasLeft(
  mirror: Pick<Mirror, 'ideas'>,
  outbox: readonly Entry[],
  phase: string,
  maxPerPerson: number,
): number {
  const posted = ownIdeas(mirror, phase).filter((idea) => idea.status !== 'withdrawn').length;
  const onTheirWay = outbox.filter(
    ({ command, state }) => command.do === 'idea.post' && state !== 'refused',
  ).length;
  return Math.max(0, maxPerPerson - posted - onTheirWay);
}
