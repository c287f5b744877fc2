import type { Phase } from '../../core/generated/protocol.ts';
import type { Mirror } from '../../core/mirror.ts';

/** Whether the ideas of this step are still their authors' alone: shown to all by one reveal. */
export function keepsPrivate(phase: Phase | undefined): boolean {
  return phase?.kind === 'collect' && phase.settings.private === true && !phase.revealed;
}

/** The step whose ideas wait to be shown to all, if there is one. */
export function waitingForReveal(mirror: Mirror): Phase | undefined {
  if (mirror.workshop.status !== 'open') return undefined;
  return mirror.phases.find((phase) => phase.status !== 'planned' && keepsPrivate(phase));
}
