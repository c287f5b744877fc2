import { readFileSync } from 'node:fs';

export { seeded } from '../../../web-client/test/support/chance.ts';

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

export function pick<T>(from: readonly T[], random: () => number): T {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}
