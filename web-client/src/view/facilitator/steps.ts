import type { Phase } from '../../core/generated/protocol.ts';
import { w } from '../../i18n/facilitator.ts';
import type { Desk } from './desk.svelte.ts';

/** Moving along the agenda. Each move can be taken back by going back to where one was. */

/** Opens a planned step or reopens a closed one; `from` is the open one, which it closes. */
export function openStep(
  desk: Desk,
  step: Phase,
  from: Phase | undefined,
  ideas?: string[],
): Promise<boolean> {
  const back = from && { undo: () => openStep(desk, { ...from, status: 'closed' }, undefined) };
  const words = w('didOpen', { title: step.title });
  return step.status === 'planned'
    ? desk.do('phase.open', { phase: step.id, ...(ideas && { ideas }) }, words, back)
    : desk.do('phase.reopen', { phase: step.id }, words, back);
}

export function closeStep(desk: Desk, step: Phase): Promise<boolean> {
  const back = { undo: () => openStep(desk, { ...step, status: 'closed' }, undefined) };
  return desk.do('phase.close', { phase: step.id }, w('didClose', { title: step.title }), back);
}
