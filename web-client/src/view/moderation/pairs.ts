import type { Idea, PairsResponse } from '../../core/generated/protocol.ts';
import type { Mirror } from '../../core/mirror.ts';

export interface Pair {
  readonly key: string;
  readonly one: Idea;
  readonly other: Idea;
}

/** The pairs that still stand: both published by themselves, and not put aside. Pure. */
export function standingPairs(
  { pairs }: PairsResponse,
  { ideas }: Pick<Mirror, 'ideas'>,
  dismissed: ReadonlySet<string>,
): Pair[] {
  const stands = (id: string): Idea | undefined => {
    const idea = ideas.get(id);
    return idea?.status === 'published' && !idea.group ? idea : undefined;
  };
  return pairs.flatMap(({ one, other }) => {
    const key = `${one.id}/${other.id}`;
    const [first, second] = [stands(one.id), stands(other.id)];
    return first && second && !dismissed.has(key) ? [{ key, one: first, other: second }] : [];
  });
}
