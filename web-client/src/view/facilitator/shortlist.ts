import type { Idea, Phase } from '../../core/generated/protocol.ts';
import type { Mirror } from '../../core/mirror.ts';
import { ranked, shows, type VotePhase } from '../shared/results.ts';
import { publishedIdeas } from '../shared/workshop.ts';

/** What a vote would be on, before it is opened. Pure. */
export interface Shortlist {
  /** All that may be chosen, the likeliest first; with its rank where there is one. */
  readonly ideas: readonly { readonly idea: Idea; readonly rank?: number }[];
  readonly chosen: readonly string[];
  /** Among these a human chooses for the places that are left. */
  readonly tied: readonly string[];
  readonly placesLeft: number;
  /** The vote that it is drawn from, where there is one. */
  readonly source?: VotePhase;
  /** Its counts are not to be seen yet. */
  readonly secret: boolean;
}

/** Methods that ask about each idea: not meant for a whole wall. */
const forShortlists = ['judgment', 'impact_effort', 'consent'];
const wall = 15;

/** Whether somebody should look at the list before people vote on it. */
export function needsShortlist(mirror: Mirror, phase: Phase): phase is VotePhase {
  if (phase.kind !== 'vote' || phase.status !== 'planned') return false;
  const { ideas, method } = phase.settings;
  if (ideas?.from === 'phase') return true;
  if (ideas?.from === 'chosen' || !forShortlists.includes(method)) return false;
  return publishedIdeas(mirror).length > (method === 'consent' ? 1 : wall);
}

export function shortlistOf(mirror: Mirror, phase: VotePhase): Shortlist {
  const selection = phase.settings.ideas;
  const source = mirror.phases.find(({ id }) => selection?.from === 'phase' && id === selection.phase);
  const bare = publishedIdeas(mirror).map((idea) => ({ idea }));
  const none = { ideas: bare, chosen: [], tied: [], placesLeft: 0, secret: false };
  if (source?.kind !== 'vote' || selection?.from !== 'phase') return none;
  if (!shows(mirror, source)) return { ...none, source, secret: true };
  const rows = ranked(mirror, source, source.settings.method);
  const ideas = rows.map(({ idea, rank }) => ({ idea, rank }));
  const last = rows[selection.top - 1]?.rank;
  if (last === undefined || rows[selection.top]?.rank !== last) {
    return { ideas, chosen: rows.slice(0, selection.top).map(({ idea }) => idea.id), tied: [], placesLeft: 0, source, secret: false };
  }
  const chosen = rows.filter(({ rank }) => rank < last).map(({ idea }) => idea.id);
  const tied = rows.filter(({ rank }) => rank === last).map(({ idea }) => idea.id);
  return { ideas, chosen, tied, placesLeft: selection.top - chosen.length, source, secret: false };
}
