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

/** Oldest first. */
export function reviewQueue(mirror: Mirror): Idea[] {
  return [...mirror.ideas.values()]
    .filter((idea) => needsReview(idea, mirror.phases))
    .sort(byAge);
}

/** The ideas of each filter, newest first; the queue, oldest first, is `reviewQueue`. */
export function ideasOf(mirror: Mirror, filter: Filter): Idea[] {
  const all = [...mirror.ideas.values()].sort(byAge).reverse();
  if (filter === 'all') return all;
  if (filter === 'review') return reviewQueue(mirror);
  return all.filter((idea) => idea.status === filter);
}

/** Case, accents and composition do not matter. */
export function contains(text: string, words: string): boolean {
  const fold = (value: string): string =>
    value.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase().replace(/’/g, "'");
  const haystack = fold(text);
  return fold(words).split(/\s+/).every((word) => haystack.includes(word));
}
