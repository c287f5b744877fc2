import type { VoteValue } from '../../core/generated/protocol.ts';

export interface InHand {
  /** The card to judge; none when all are. */
  readonly card: string | undefined;
  /** How many are to judge, this one included. */
  readonly left: number;
  /** The one judged last, to go back to. */
  readonly last: string | undefined;
}

/** Cards are judged in the order they were handed out; `again` is one that is judged anew. Pure. */
export function cardInHand(
  hand: readonly string[],
  values: Readonly<Record<string, VoteValue>>,
  again: string | undefined,
): InHand {
  const open = hand.filter((id) => values[id] === undefined);
  const last = hand.findLast((id) => values[id] !== undefined);
  const anew = again !== undefined && hand.includes(again) && values[again] !== undefined;
  return { card: anew ? again : open[0], left: open.length + (anew ? 1 : 0), last };
}
