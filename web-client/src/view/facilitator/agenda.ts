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

/** The step right before this one; null for the first. */
export function before(phases: readonly Phase[], id: string): string | null {
  const place = phases.findIndex((phase) => phase.id === id);
  return phases[place - 1]?.id ?? null;
}

/** Behind which step this one would come, moved by one; undefined where it cannot go. */
export function moved(phases: readonly Phase[], id: string, by: -1 | 1): string | null | undefined {
  const place = phases.findIndex((phase) => phase.id === id);
  const neighbour = phases[place + by];
  if (phases[place]?.status !== 'planned' || neighbour?.status !== 'planned') return undefined;
  return by === 1 ? neighbour.id : before(phases, neighbour.id);
}
