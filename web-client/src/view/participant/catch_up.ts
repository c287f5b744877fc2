import type { Phase } from '../../core/generated/protocol.ts';
import type { Mirror } from '../../core/mirror.ts';
import { t as common } from '../../i18n/common.ts';
import { mine } from '../../i18n/my_place.ts';
import { say } from '../../i18n/voices.ts';
import { isPublished } from '../shared/questions.ts';
import { publishedIdeas } from '../shared/workshop.ts';

/** What a step that is over has left to see, in a few words; undefined for nothing. */
export function outcomeOf(mirror: Mirror, phase: Phase): string | undefined {
  const some = (n: number, words: (n: number) => string): string | undefined => (n > 0 ? words(n) : undefined);
  switch (phase.kind) {
    case 'collect':
      return some(publishedIdeas(mirror).filter((idea) => idea.phase === phase.id).length, (n) => common('ideas', { n }));
    case 'sort': {
      const { board } = phase.settings;
      const placed = [...mirror.placements.values()].filter((each) => each.board === board && each.lever !== null);
      return some(placed.length, (n) => mine('latePlaced', { n }));
    }
    case 'vote':
      return phase.revealed || !phase.settings.hidden ? mine('lateResults') : undefined;
    case 'listen':
      return some(
        [...mirror.questions.values()].filter((each) => each.phase === phase.id && isPublished(each)).length,
        (n) => say('questions', { n }),
      );
    case 'commit':
      return some(
        [...mirror.commitments.values()].filter((each) => each.phase === phase.id && each.status === 'published').length,
        (n) => say('commitments', { n }),
      );
    default:
      return undefined;
  }
}
