import type { Question } from '../../core/generated/protocol.ts';
import { type Mirror, votersOf } from '../../core/mirror.ts';

/** The questions of a step as its screens order them. Pure. */
export interface Asked {
  readonly question: Question;
  readonly support: number;
}

/** The most supported first; then the oldest. Those that were answered come last. */
export function questionsOf(mirror: Mirror, phase: string, keep: (question: Question) => boolean): Asked[] {
  return [...mirror.questions.values()]
    .filter((question) => question.phase === phase && keep(question))
    .map((question) => ({ question, support: votersOf(mirror.tallies[phase]?.[question.id]) }))
    .sort(
      (a, b) =>
        Number(a.question.answered ?? false) - Number(b.question.answered ?? false) ||
        b.support - a.support ||
        a.question.at - b.question.at,
    );
}

export const isPublished = ({ status }: Question): boolean => status === 'published';
export const toAnswer = (question: Question): boolean => isPublished(question) && !question.answered;
