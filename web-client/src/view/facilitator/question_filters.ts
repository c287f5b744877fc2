import type { Question } from '../../core/generated/protocol.ts';
import { toAnswer } from '../shared/questions.ts';

export type QuestionFilter = 'open' | 'waiting' | 'answered' | 'hidden';

export const questionFilters: Record<QuestionFilter, (question: Question) => boolean> = {
  open: toAnswer,
  waiting: ({ status }) => status === 'pending',
  answered: ({ status, answered }) => status === 'published' && answered === true,
  hidden: ({ status }) => status === 'hidden',
};
