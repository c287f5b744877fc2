import type { CommandArgs, Phase, PhaseKind, Selection, SettingsChange } from '../../core/generated/protocol.ts';

/** A step while it is written down: every setting of every kind, of which each kind heeds its own. Pure. */
export interface StepForm {
  kind: PhaseKind;
  title: string;
  prompt: string;
  minutes: number;
  settings: Required<Omit<SettingsChange, 'ideas'>> & { ideas: Selection };
}

const usual: StepForm['settings'] = {
  weather: true, charter: true,
  moderation: 'after', max_per_person: 3, max_chars: 500, ask_scale: false, comments: false, reactions: false, private: false,
  board: '', mode: 'facilitators',
  method: 'dots', budget: 5, max_per_idea: 2, hidden: true, any_card: false, ideas: { from: 'published' },
  roti: true, sentence: true, action: '', next: '',
};

/** The settings of each kind; of votes, those of all methods. */
const members: Record<PhaseKind, readonly (keyof StepForm['settings'])[]> = {
  welcome: ['weather', 'charter'],
  listen: ['moderation', 'max_per_person', 'max_chars'],
  collect: ['moderation', 'max_per_person', 'max_chars', 'ask_scale', 'comments', 'reactions', 'private'],
  sort: ['board', 'mode'],
  vote: ['method', 'hidden', 'ideas', 'budget', 'max_per_idea'],
  commit: ['max_per_person'],
  close: ['roti', 'sentence', 'action', 'next'],
};

export const kinds = Object.keys(members) as PhaseKind[];

export function emptyForm(board: string): StepForm {
  return { kind: 'collect', title: '', prompt: '', minutes: 10, settings: { ...usual, board } };
}

export function formOf(phase: Phase, board: string): StepForm {
  const { kind, title, prompt, minutes, settings } = phase;
  return { kind, title, prompt, minutes, settings: { ...usual, board, ...settings } };
}

function settingsOf({ kind, settings }: StepForm): SettingsChange {
  const all: Record<string, unknown> = { ...settings };
  const chosen = members[kind].filter((name) => settings.method === 'dots' || !name.match(/^(budget|max_per_idea)$/) || kind !== 'vote');
  const out: Record<string, unknown> = Object.fromEntries(chosen.map((name) => [name, all[name]]));
  if (out['max_per_idea'] !== undefined) out['max_per_idea'] = Math.min(settings.max_per_idea, settings.budget);
  return out;
}

export function insertion(form: StepForm, after: string | null): CommandArgs<'phase.insert'> {
  const { kind, title, prompt, minutes } = form;
  return {
    phase: { kind, title: title.trim(), ...(prompt.trim() && { prompt: prompt.trim() }), minutes, settings: settingsOf(form) },
    after,
  };
}

/** Only what differs is asked for: much of an opened step cannot be set any more. */
export function changeOf(phase: Phase, form: StepForm): CommandArgs<'phase.update'> | undefined {
  const before = settingsOf(formOf(phase, form.settings.board)) as Record<string, unknown>;
  const after = settingsOf(form) as Record<string, unknown>;
  const changed = Object.keys(after).filter((key) => JSON.stringify(after[key]) !== JSON.stringify(before[key]));
  const args = {
    ...(form.title.trim() !== phase.title && { title: form.title.trim() }),
    ...(form.prompt.trim() !== phase.prompt && { prompt: form.prompt.trim() }),
    ...(form.minutes !== phase.minutes && { minutes: form.minutes }),
    ...(changed.length > 0 && { settings: Object.fromEntries(changed.map((key) => [key, after[key]])) as SettingsChange }),
  };
  return Object.keys(args).length > 0 ? { phase: phase.id, ...args } : undefined;
}
