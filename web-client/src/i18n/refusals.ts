import type { FailureCode } from '../core/api.ts';
import type { RefusalCode } from '../core/generated/protocol.ts';
import { area } from './area.ts';
import { refusals as en } from './en/refusals.ts';
import { refusals as fr } from './fr/refusals.ts';
import type { Params } from './translate.ts';

const words = area('refusals', fr, en);

/** Kind words for a refusal of a command or a failed request; `data` is what came with it. */
export function refusalWords(code: RefusalCode | FailureCode, data: object = {}): string {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === 'string' || typeof value === 'number') params[name] = value;
  }
  const known = code in fr ? code : 'unexpected';
  return words(known, { n: params['max'] ?? 0, ...params } satisfies Params);
}
