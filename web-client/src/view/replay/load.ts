import type { Failure } from '../../core/api.ts';
import type { Problem, Replay } from '../../core/generated/protocol.ts';
import { language } from '../../i18n/language.svelte.ts';
import { api } from '../shared/api.ts';

/** Which replay an address asks for: a workshop's, or a published page's. */
export interface Source {
  readonly data: string;
  readonly summary: string;
}

/** `#w=ID` for who has a cookie of the workshop, `#s=NAME` for everyone. */
export function sourceIn(fragment: string): Source | undefined {
  const asked = new URLSearchParams(fragment.replace(/^#/, ''));
  const [workshop, page] = [asked.get('w'), asked.get('s')].map((each) => each && encodeURIComponent(each));
  if (workshop) {
    const summary = api.summaryUrl(decodeURIComponent(workshop));
    return { data: summary.replace(/summary$/, 'replay'), summary };
  }
  return page ? { data: `/s/${page}/replay.json`, summary: `/s/${page}` } : undefined;
}

export type Loaded = { readonly replay: Replay } | { readonly failure: Failure['code'] };

export async function load({ data }: Source): Promise<Loaded> {
  const headers = { accept: 'application/json', 'accept-language': language() };
  const response = await fetch(data, { headers, credentials: 'same-origin' }).catch(() => undefined);
  if (!response) return { failure: 'unreachable' };
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body) return { replay: body as Replay };
  return { failure: (body as Partial<Problem> | undefined)?.code ?? 'unexpected' };
}
