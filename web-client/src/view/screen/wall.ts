/**
 * Which ideas hang on the wall, and where. A hall has to read them: an idea keeps its place until
 * a newer one needs it, and then the oldest one goes.
 */
export type Slots = readonly (string | undefined)[];

/** Columns, rows, and lines of text a card can hold without being cut through. */
export interface Density {
  readonly columns: number;
  readonly rows: number;
  readonly size: 'one' | 'few' | 'some' | 'many';
}

/** The wall of `count` ideas: the fewer, the larger. */
export function densityFor(count: number): Density {
  if (count <= 1) return { columns: 1, rows: 1, size: 'one' };
  if (count <= 4) return { columns: 2, rows: 2, size: 'few' };
  if (count <= 6) return { columns: 2, rows: 3, size: 'some' };
  return { columns: 3, rows: 3, size: 'many' };
}

/**
 * The next wall. `newestFirst` are the ids of all that may be shown; what is no longer among them
 * goes at once. At most `changes` newcomers take a place that was occupied.
 */
export function nextSlots(
  slots: Slots,
  newestFirst: readonly string[],
  capacity: number,
  changes = capacity,
): Slots {
  const age = new Map(newestFirst.map((id, index) => [id, index]));
  const kept = (capacity === slots.length ? slots : newestKept(slots, age, capacity)).map((id) =>
    id !== undefined && age.has(id) ? id : undefined,
  );
  const next = [...kept];
  const shown = new Set(kept);
  let left = changes;
  for (const id of newestFirst.slice(0, capacity)) {
    if (shown.has(id)) continue;
    const free = next.indexOf(undefined);
    if (free < 0 && left === 0) break;
    if (free < 0) left -= 1;
    next[free < 0 ? oldestSlot(next, age) : free] = id;
  }
  return next;
}

/** Another number of places: the newest of those shown move into it, in their order. */
function newestKept(slots: Slots, age: ReadonlyMap<string, number>, capacity: number): Slots {
  const known = slots.filter((id) => id !== undefined && age.has(id));
  const byAge = [...known].sort((a, b) => ageOf(age, a) - ageOf(age, b)).slice(0, capacity);
  const kept = known.filter((id) => byAge.includes(id));
  return Array.from({ length: capacity }, (_, index) => kept[index]);
}

function oldestSlot(slots: Slots, age: ReadonlyMap<string, number>): number {
  let oldest = 0;
  slots.forEach((id, index) => {
    if (ageOf(age, id) > ageOf(age, slots[oldest])) oldest = index;
  });
  return oldest;
}

function ageOf(age: ReadonlyMap<string, number>, id: string | undefined): number {
  return id === undefined ? -1 : (age.get(id) ?? -1);
}
