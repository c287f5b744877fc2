import { w } from '../../i18n/writing.ts';

type Key = Parameters<typeof w>[0];

/** What a field is called, by its path. */
export function labelOf(path: string): string {
  const key = `field_${path.replace('.', '_')}` as Key;
  const words = w(key);
  return words === key ? w('field_other') : words;
}
