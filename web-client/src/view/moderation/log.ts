import type { HideReason, LogResponse } from '../../core/generated/protocol.ts';
import type { Mirror } from '../../core/mirror.ts';
import { reasons } from '../facilitator/review.ts';

type Action = LogResponse['actions'][number];

/**
 * What an entry of the log is about, as far as this page knows it: the idea's words, the step's
 * title, a person's name, the reason. The payload is the journal's own, so nothing in it is taken for granted.
 */
export function detailOf(
  { about }: Pick<Action, 'about'>,
  mirror: Pick<Mirror, 'ideas' | 'phases' | 'comments' | 'restricted'>,
): { text: string | undefined; reason: HideReason | undefined } {
  const field = (name: string): string => (typeof about[name] === 'string' ? about[name] : '');
  const text =
    mirror.comments.get(field('comment'))?.text ??
    mirror.ideas.get(field('idea') || field('into'))?.text ??
    mirror.phases.find(({ id }) => id === field('phase'))?.title ??
    mirror.restricted.get(field('participant'))?.name;
  return { text, reason: reasons.find((reason) => reason === field('reason')) };
}
