import type { Phase } from '../../core/generated/protocol.ts';
import { d } from '../../i18n/direction.ts';
import { before, moved } from './agenda.ts';
import type { Desk } from './desk.svelte.ts';
import { changeOf, formOf, insertion, type StepForm } from './step_form.ts';

/** Changing the agenda. Each change can be taken back at once. */

export async function insertStep(desk: Desk, form: StepForm, after: string | null): Promise<boolean> {
  const known = new Set(phasesOf(desk).map(({ id }) => id));
  const undo = (): unknown => {
    const made = phasesOf(desk).find(({ id }) => !known.has(id));
    return made && removeStep(desk, made);
  };
  return desk.do('phase.insert', insertion(form, after), d('didInsert', { title: form.title }), { undo });
}

export async function updateStep(desk: Desk, phase: Phase, form: StepForm): Promise<boolean> {
  const args = changeOf(phase, form);
  if (!args) return true;
  const undo = (): unknown => {
    const now = phasesOf(desk).find(({ id }) => id === phase.id);
    return now && updateStep(desk, now, formOf(phase, form.settings.board));
  };
  return desk.do('phase.update', args, d('didUpdate', { title: form.title }), { undo });
}

export function removeStep(desk: Desk, phase: Phase): Promise<boolean> {
  const after = before(phasesOf(desk), phase.id);
  const form = formOf(phase, phase.kind === 'sort' ? phase.settings.board : '');
  const undo = (): unknown => insertStep(desk, form, after);
  return desk.do('phase.remove', { phase: phase.id }, d('didRemove', { title: phase.title }), { undo });
}

export async function moveStep(desk: Desk, phase: Phase, by: -1 | 1): Promise<void> {
  const after = moved(phasesOf(desk), phase.id, by);
  if (after === undefined) return;
  const back = by === 1 ? -1 : 1;
  const undo = (): unknown => moveStep(desk, phase, back);
  await desk.do('phase.reorder', { phase: phase.id, after }, d('didMove', { title: phase.title }), { undo });
}

export function repeatVote(desk: Desk, phase: Phase): Promise<boolean> {
  return desk.do('phase.repeat', { phase: phase.id }, d('didRepeat', { title: phase.title }));
}

function phasesOf(desk: Desk): readonly Phase[] {
  return (desk.live.snapshot.mirror)?.phases ?? [];
}
