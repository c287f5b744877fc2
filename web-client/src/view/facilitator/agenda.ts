import type { Phase } from '../../core/generated/protocol.ts';
import type { Mirror } from '../../core/mirror.ts';
import { currentPhase } from '../shared/workshop.ts';

/** A closed step can be gone back to, unless its votes have been revealed. */
export function canReopen(phase: Phase): boolean {
  return phase.status === 'closed' && !phase.revealed;
}

/** What *Next* opens: the first step after the current one that still can be. */
export function followingStep(mirror: Mirror): Phase | undefined {
  const current = currentPhase(mirror);
  const after = current ? mirror.phases.indexOf(current) + 1 : 0;
  return mirror.phases
    .slice(after)
    .find((phase) => phase.status === 'planned' || canReopen(phase));
}
