import type { Answer } from '../../core/api.ts';
import type { EnterResponse } from '../../core/generated/protocol.ts';
import { api } from './api.ts';

type LinkRole = EnterResponse['role'];

const pages: Record<LinkRole, string> = {
  organiser: '/organise',
  facilitator: '/facilitate',
  screen: '/screen',
  reader: '/summary',
  moderator: '/moderate',
};

/**
 * Comes in by a link with a secret. The secret is exchanged for a cookie and leaves the address
 * bar; what stays, `#w=<workshop>`, is enough to reload by the cookie.
 */
export interface Entry {
  /** Absent for an organiser. */
  workshop: string | undefined;
}

export async function enterByLink(role: LinkRole): Promise<Answer<Entry>> {
  // Another link pasted over this one changes the fragment only, which loads nothing by itself.
  addEventListener('hashchange', () => location.reload(), { once: true });
  const fragment = location.hash.slice(1);
  const known = new URLSearchParams(fragment).get('w');
  if (known !== null) return { ok: true, value: { workshop: known || undefined } };
  if (!fragment) return { ok: false, failure: { code: 'no_such_link', status: 404 } };
  const answer = await api.enter(secretIn(fragment));
  if (!answer.ok) return answer;
  const { workshop, role: granted } = answer.value;
  const kept = `#w=${encodeURIComponent(workshop ?? '')}`;
  if (granted !== role) {
    // A link copied after another page's address still leads where it should.
    location.replace(pages[granted] + kept);
    return new Promise(() => undefined);
  }
  history.replaceState(null, '', kept);
  return { ok: true, value: { workshop } };
}

function secretIn(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Where participants go; nothing in it is secret. */
export function participantLink(code: string): string {
  return `${location.origin}/join#${code}`;
}
