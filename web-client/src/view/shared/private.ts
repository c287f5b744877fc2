import type { Phase } from '../../core/generated/protocol.ts';

/** Whether the ideas of this step are still their authors' alone: shown to all by one reveal. */
export function keepsPrivate(phase: Phase | undefined): boolean {
  return phase?.kind === 'collect' && phase.settings.private === true && !phase.revealed;
}
