import type { Mirror } from '../../core/mirror.ts';
import { t } from '../../i18n/common.ts';
import { language } from '../../i18n/language.svelte.ts';
import { r } from '../../i18n/replay.ts';
import { timeOfDay } from '../../i18n/translate.ts';
import { currentPhase } from '../shared/workshop.ts';
import type { Timeline } from './timeline.ts';

/** Moments and places on the axis, in words. Reactive to the language. */

const most = 90;

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most).trimEnd()}…` : line;
}

/** 14 h 05; with the day where the workshop has several. */
export function clockWords(timeline: Timeline, at: number): string {
  const time = timeOfDay(language(), at);
  const day = (each: number | undefined): string => new Date(each ?? at).toDateString();
  if (day(timeline.moments[0]?.at) === day(timeline.moments.at(-1)?.at)) return time;
  const date = new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'short' }).format(at);
  return `${date}, ${time}`;
}

/** Which step it was, and whether it was still open. */
export function whereWords(mirror: Mirror): string {
  if (mirror.workshop.status === 'closed') return r('closed');
  const phase = currentPhase(mirror);
  if (!phase) return r('before');
  return r(phase.status === 'open' ? 'running' : 'over', { step: phase.title });
}

/** What happened, as a line of the list; `end`: the workshop as it was at last. */
export function momentWords(timeline: Timeline, end: Mirror, index: number): string {
  const moment = timeline.moments[index];
  if (!moment) return '';
  const step = (id: string): string => end.phases.find((phase) => phase.id === id)?.title ?? '';
  const idea = (id: string): string => short(end.ideas.get(id)?.text ?? '');
  switch (moment.moment) {
    case 'workshop.opened':
      return r('m_workshop_opened');
    case 'workshop.closed':
      return r('m_workshop_closed');
    case 'phase.opened':
      return r('m_phase_opened', { step: step(moment.phase) });
    case 'phase.reopened':
      return r('m_phase_reopened', { step: step(moment.phase) });
    case 'phase.closed':
      return r('m_phase_closed', { step: step(moment.phase) });
    case 'results.revealed':
      return r('m_results_revealed', { step: step(moment.phase) });
    case 'idea.published':
      return r('m_idea_published', { text: idea(moment.idea) });
    case 'idea.merged':
      return r('m_idea_merged', { text: idea(moment.idea) });
    case 'idea.unmerged':
      return r('m_idea_unmerged', { text: idea(moment.idea) });
    case 'placement.set': {
      const board = end.boards.find(({ id }) => id === moment.board);
      const lever = board?.levers.find(({ id }) => id === moment.lever)?.name ?? t('unsorted');
      return r('m_placement_set', { lever, text: idea(moment.idea) });
    }
    case 'question.published':
      return r('m_question_published', { text: short(end.questions.get(moment.question)?.text ?? '') });
    case 'question.answered':
      return r('m_question_answered', { text: short(end.questions.get(moment.question)?.text ?? '') });
    case 'commitment.made':
      return r('m_commitment_made', { text: short(end.commitments.get(moment.commitment)?.text ?? '') });
    default:
      return '';
  }
}
