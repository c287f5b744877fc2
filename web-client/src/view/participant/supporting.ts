import type { Idea, Phase } from '../../core/generated/protocol.ts';
import { type Mirror, votersOf } from '../../core/mirror.ts';
import type { Entry } from '../../core/outbox.ts';
import { wishedSupports } from '../../core/wishes.ts';

/** What a step lets one person support, and what is supported already. */
export interface Supporting {
  /** The ideas that I support; of a group the one that leads it. */
  readonly mine: ReadonlySet<string>;
  people(idea: Idea): number;
  allowed(idea: Idea): boolean;
}

type Slice = Pick<Mirror, 'you' | 'ideas' | 'tallies'>;

/** Undefined where people do not support ideas. Pure. */
export function supportingIn(
  phase: Extract<Phase, { kind: 'collect' }>,
  { you, ideas, tallies }: Slice,
  outbox: readonly Entry[],
): Supporting | undefined {
  if (!phase.settings.reactions) return undefined;
  const open = phase.status === 'open' && !you.muted;
  // Nobody supports what is theirs, alone or in a group.
  const own = new Set([...ideas.values()].filter(({ mine }) => mine).map(({ id, group }) => group ?? id));
  return {
    mine: wishedSupports({ you, ideas }, outbox),
    people: (idea) => votersOf(tallies[idea.phase]?.[idea.id]),
    allowed: (idea) => open && !own.has(idea.id),
  };
}
