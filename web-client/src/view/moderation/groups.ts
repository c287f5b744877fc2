import type { Idea } from '../../core/generated/protocol.ts';
import type { Mirror } from '../../core/mirror.ts';
import type { Ask } from '../facilitator/desk.svelte.ts';

/** Those that stand behind this idea, oldest first. */
export function membersOf({ ideas }: Pick<Mirror, 'ideas'>, lead: string): Idea[] {
  return [...ideas.values()]
    .filter(({ group, status }) => group === lead && status === 'published')
    .sort((a, b) => a.at - b.at);
}

/**
 * What takes back a grouping: whoever came behind `into` stands by themselves again, and former
 * leads have their own groups again. Pure.
 */
export function undoMerge(mirror: Pick<Mirror, 'ideas'>, ideas: readonly string[]): Ask[][] {
  const groups = ideas.map((lead) => ({ lead, members: membersOf(mirror, lead).map(({ id }) => id) }));
  const apart = groups.flatMap(({ lead, members }) => [lead, ...members]);
  return [
    apart.map((idea): Ask => ['idea.unmerge', { idea }]),
    groups
      .filter(({ members }) => members.length > 0)
      .map(({ lead, members }): Ask => ['idea.merge', { ideas: members, into: lead }]),
  ];
}
