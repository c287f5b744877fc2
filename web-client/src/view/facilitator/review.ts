import type { HideReason, Idea, Phase } from '../../core/generated/protocol.ts';
import type { Mirror } from '../../core/mirror.ts';
import { byAge } from '../shared/workshop.ts';

/** Which ideas a moderator looks at. Pure. */
export type Filter = 'review' | 'published' | 'hidden' | 'withdrawn' | 'all';
export const filters: readonly Filter[] = ['review', 'published', 'hidden', 'withdrawn', 'all'];

/** In the order of their keys, 1 to 6. */
export const reasons: readonly HideReason[] = [
  'off_topic', 'duplicate', 'names_person', 'insulting', 'advertising', 'technical',
];

/** It waits to be published, or was published unseen in a step that is reviewed afterwards. */
export function needsReview(idea: Idea, phases: readonly Phase[]): boolean {
  if (idea.status === 'pending') return true;
  if (idea.status !== 'published' || idea.reviewed !== false) return false;
  const phase = phases.find(({ id }) => id === idea.phase);
  return phase?.kind === 'collect' && phase.settings.moderation === 'after';
}

/** How many wait. */
export function waitingCount(mirror: Mirror): number {
  let count = 0;
  for (const idea of mirror.ideas.values()) if (needsReview(idea, mirror.phases)) count += 1;
  return count;
}

/** The ideas of each filter, newest first, but the queue: there the oldest is first. */
export function ideasByFilter(mirror: Mirror): Record<Filter, Idea[]> {
  const all = [...mirror.ideas.values()].sort(byAge).reverse();
  const of = (status: Idea['status']): Idea[] => all.filter((idea) => idea.status === status);
  return {
    review: all.filter((idea) => needsReview(idea, mirror.phases)).reverse(),
    published: of('published'),
    hidden: of('hidden'),
    withdrawn: of('withdrawn'),
    all,
  };
}

/** Case, accents and composition do not matter. */
export function contains(text: string, words: string): boolean {
  const fold = (value: string): string =>
    value.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase().replace(/’/g, "'");
  const haystack = fold(text);
  return fold(words).split(/\s+/).every((word) => haystack.includes(word));
}
