import type { ServerFrame } from './generated/protocol.ts';

/**
 * What was erased comes without a text: these words stand in its place, on every screen alike. Pure;
 * a frame in which nothing was erased is given back as it is.
 */
export function tellErased<F extends ServerFrame>(frame: F, words: string): F {
  if (frame.type !== 'welcome' && frame.type !== 'delta') return frame;
  return told(frame, words) as F;
}

function told(value: unknown, words: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => told(item, words));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (value === null || typeof value !== 'object') return value;
  let changed: Record<string, unknown> | undefined;
  for (const [key, member] of Object.entries(value)) {
    const next = told(member, words);
    if (next !== member) (changed ??= { ...value })[key] = next;
  }
  const whole = changed ?? value;
  return 'erased' in whole && whole.erased === true && 'text' in whole ? { ...whole, text: words } : whole;
}
