import type { Answer } from '../../core/api.ts';
import { api } from './api.ts';

/**
 * Comes in by a link with a secret. The secret is exchanged for a cookie and leaves the address
 * bar; what stays, `#w=<workshop>`, is enough to reload by the cookie.
 */
export interface Entry {
  /** Absent for an organiser. */
  workshop: string | undefined;
}

export async function enterByLink(): Promise<Answer<Entry>> {
  const fragment = location.hash.slice(1);
  const known = new URLSearchParams(fragment).get('w');
  if (known !== null) return { ok: true, value: { workshop: known || undefined } };
  if (!fragment) return { ok: false, failure: { code: 'no_such_link', status: 404 } };
  const answer = await api.enter(decodeURIComponent(fragment));
  if (!answer.ok) return answer;
  const { workshop } = answer.value;
  history.replaceState(null, '', `#w=${encodeURIComponent(workshop ?? '')}`);
  return { ok: true, value: { workshop } };
}
