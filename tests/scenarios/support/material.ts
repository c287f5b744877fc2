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

interface Template {
  phases: { id: string; title: object; prompt: object; settings: Record<string, unknown> }[];
}

/** The shipped agenda on territorial resilience as far as three steps of it: collect in view of all, sort, vote with dots. */
export function threeSteps(collecting: Record<string, unknown> = {}): never {
  const file = new URL('../../../server/wire/templates/resilience-territoriale.json', import.meta.url);
  const template = JSON.parse(readFileSync(file, 'utf8')) as Template;
  const phases = template.phases.filter(({ id }) => ['divergence', 'classement', 'vote'].includes(id));
  for (const phase of phases) {
    if (phase.id === 'divergence') phase.settings = { ...phase.settings, private: false, ...collecting };
    if (phase.id !== 'vote') continue;
    phase.title = { fr: 'Vote par gommettes', en: 'Dot vote' };
    phase.prompt = { fr: 'Cinq gommettes à répartir, deux au plus par idée.', en: 'Five dots to spread, two at most on one idea.' };
    phase.settings = { method: 'dots', budget: 5, max_per_idea: 2, hidden: true };
  }
  return { ...template, phases } as never;
}
