import type { Board, Lever } from '../../core/generated/protocol.ts';

/** The lever behind which `lever` stands after one step to the left or to the right; null is the front. Pure. */
export function neighbourAfter(board: Board, lever: Lever, by: -1 | 1): string | null {
  const others = board.levers.filter(({ id }) => id !== lever.id);
  const place = board.levers.findIndex(({ id }) => id === lever.id) + by;
  return others[place - 1]?.id ?? null;
}
