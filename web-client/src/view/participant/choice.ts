import type { VoteValue } from '../../core/generated/protocol.ts';
import { b } from '../../i18n/ballots.ts';
import { v } from '../../i18n/votes.ts';
import { gradeWords } from '../shared/grades.ts';

/** What somebody chose, in the words of its method. */
export function choiceWords(value: VoteValue): string {
  if (typeof value === 'number') return gradeWords(value);
  if (typeof value === 'string') return v(value === 'not_useful' ? 'notUseful' : value);
  if ('impact' in value) return b('score', { impact: value.impact, effort: value.effort });
  return value.reason ? b('withReason', { choice: v(value.answer), reason: value.reason }) : v(value.answer);
}
