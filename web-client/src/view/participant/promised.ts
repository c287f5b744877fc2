import type { Commitment } from '../../core/generated/protocol.ts';

/** A commitment as its form holds it. */
export interface Promised extends Record<string, string> {
  text: string;
  who: string;
  by: string;
  partners: string;
  need: string;
  gift: string;
}

/** Of one that is there, or of none yet. */
export function promised(from?: Commitment): Promised {
  return {
    text: from?.text ?? '',
    who: from?.who ?? 'individual',
    by: from?.by ?? '',
    partners: from?.with ?? '',
    need: from?.looking_for ?? '',
    gift: from?.bringing ?? '',
  };
}
