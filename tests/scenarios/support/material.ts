import { readFileSync } from 'node:fs';

/** The 79 ideas as people of a real webinar might write them, with what should become of each. */
export interface SampleIdea {
  id: string;
  author_category: string | null;
  scale: string | null;
  lever: string | null;
  text: string;
  near_duplicate_of: string | null;
  should_be_moderated: boolean;
}

export const sampleIdeas: readonly SampleIdea[] = readFileSync(
  new URL('../data/ideas.fr.jsonl', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as SampleIdea);

/** Chance that can be repeated (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(from: readonly T[], random: () => number): T {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}
