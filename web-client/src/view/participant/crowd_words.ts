import type { Board, OwnPlace, Placement } from '../../core/generated/protocol.ts';
import { t as common } from '../../i18n/common.ts';
import { t } from '../../i18n/together.ts';
import { percent } from '../board/crowd.ts';

function nameOf(board: Board, lever: string | null): string {
  return board.levers.find(({ id }) => id === lever)?.name ?? common('unsorted');
}

/** What the others say of a card's place: told once one has placed it oneself, so that nobody is led. */
export function whatMostSay(board: Board, placement: Placement | undefined): string | undefined {
  if (placement?.settled) return t('settledBy', { lever: nameOf(board, placement.lever) });
  const crowd = placement?.crowd;
  if (!placement || !crowd || crowd.people === 0) return undefined;
  const agreement = t('agreeAll', { percent: percent(crowd), n: crowd.people });
  const place =
    placement.lever === null ? t('noMajority') : t('mostPut', { lever: nameOf(board, placement.lever) });
  return `${place}, ${agreement}`;
}

/** Once sorting is over the card lies where it rests: how far people agree, and what I said. */
export function afterwards(board: Board, placement: Placement | undefined, mine: OwnPlace | undefined): string | undefined {
  const crowd = placement?.crowd;
  const parts = [
    placement?.settled && t('settledBy', { lever: nameOf(board, placement.lever) }),
    crowd && crowd.people > 0 && t('agreeAll', { percent: percent(crowd), n: crowd.people }),
    mine && mine.lever !== placement?.lever && t('youPut', { lever: nameOf(board, mine.lever) }),
  ];
  return parts.filter((part) => typeof part === 'string').join(', ') || undefined;
}
