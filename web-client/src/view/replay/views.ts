import type { Phase } from '../../core/generated/protocol.ts';
import type { Mirror } from '../../core/mirror.ts';
import { currentPhase } from '../shared/workshop.ts';

/** What can be looked at in a replay, and which of it goes with a step. Pure. */
export type View =
  | { readonly kind: 'arrival' | 'ideas' | 'questions' | 'commitments' }
  | { readonly kind: 'board'; readonly board: string }
  | { readonly kind: 'vote'; readonly phase: string };

export const idOf = (view: View): string =>
  view.kind === 'board' ? `board ${view.board}` : view.kind === 'vote' ? `vote ${view.phase}` : view.kind;

export function viewOf(phase: Phase | undefined): View {
  switch (phase?.kind) {
    case 'collect':
      return { kind: 'ideas' };
    case 'sort':
      return { kind: 'board', board: phase.settings.board };
    case 'vote':
      return { kind: 'vote', phase: phase.id };
    case 'listen':
      return { kind: 'questions' };
    case 'commit':
    case 'close':
      return { kind: 'commitments' };
    default:
      return { kind: 'arrival' };
  }
}

/** What the step at hand is about. */
export const followed = (mirror: Mirror): View => viewOf(currentPhase(mirror));

/** All there is to look at in the whole workshop, in the order of its steps, each once. */
export function views(end: Mirror): View[] {
  const all = end.phases.map(viewOf);
  if (end.ideas.size > 0) all.unshift({ kind: 'ideas' });
  return all
    .filter((view) => view.kind !== 'arrival' && (view.kind !== 'commitments' || end.commitments.size > 0))
    .filter((view, index, list) => list.findIndex((other) => idOf(other) === idOf(view)) === index);
}
