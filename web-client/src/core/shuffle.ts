/** The same seed gives the same order: each person reads in an order of their own that holds still. */
export function shuffled<T>(items: readonly T[], keyOf: (item: T) => string, seed: string): T[] {
  return items
    .map((item) => ({ item, key: keyOf(item), rank: hash(`${seed}/${keyOf(item)}`) }))
    .sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1))
    .map(({ item }) => item);
}

/** FNV-1a over UTF-16 units, then mixed: enough to spread ids, not a secret. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
