import { readFileSync } from 'node:fs';
import type { Board, Idea, Phase, Replay, ReplayMoment } from '../../../web-client/src/core/index.ts';
import { sampleIdeas, seeded } from '../../scenarios/support/material.ts';

// A workshop of an hour and three quarters as a server would tell it: real ones in tests last a second.

interface Named {
  id: string;
  name: { fr: string };
}
interface Template {
  boards: { id: string; levers: (Named & { symbol: string; colour: string })[]; scales: Named[] }[];
}

const minutes = (n: number): number => n * 60_000;

function board(): Board {
  const file = new URL('../../../server/wire/templates/resilience-territoriale.json', import.meta.url);
  const [found] = (JSON.parse(readFileSync(file, 'utf8')) as Template).boards;
  if (!found) throw new Error('the template has no board');
  return {
    id: 'main',
    levers: found.levers.map(({ id, name, symbol, colour }) => ({ id, name: name.fr, symbol, colour })),
    scales: found.scales.map(({ id, name }) => ({ id, name: name.fr, parent: null })),
  } as Board;
}

function step(id: string, kind: Phase['kind'], title: string, prompt: string, settings: object): Phase {
  return { id, kind, title, prompt, minutes: 10, status: 'closed', revealed: kind === 'vote', settings } as unknown as Phase;
}

const collecting = { moderation: 'none', max_per_person: 3, max_chars: 500, ask_scale: false };
const phases: Phase[] = [
  step('accueil', 'welcome', 'Accueil', 'Quelle est votre météo ?', { weather: true, charter: true }),
  step('idees', 'collect', 'Idées en silence', 'Quelle action proposez-vous pour votre territoire ?', collecting),
  step('tri', 'sort', 'Ranger par levier', 'À quel levier chaque idée se rattache-t-elle ?', { board: 'main', mode: 'shared' }),
  step('vote', 'vote', 'Choisir ensemble', 'Cinq gommettes, deux au plus par idée.', { method: 'dots', budget: 5, max_per_idea: 2, hidden: true }),
  step('engagements', 'commit', 'Engagements', 'Que faites-vous dès demain ?', { max_per_person: 3 }),
];

/** The first step opens on 23 November 2026 at 14:00 in Paris. */
export const start = 1_795_438_800_000;

export function longReplay(): Replay {
  const random = seeded(11);
  const main = board();
  const ideas: Idea[] = sampleIdeas
    .filter((idea) => !idea.should_be_moderated)
    .map(({ id, text }) => ({ id, phase: 'idees', text, at: start, status: 'published' }));
  const moments: ReplayMoment[] = [];
  const at = (minute: number, moment: object): void => {
    moments.push({ at: Math.round(start + minutes(minute)), ...moment } as ReplayMoment);
  };
  for (let n = 1; n <= 120; n += 1) at(-6 + n * 0.1, { moment: 'people.joined', people: n });
  at(0, { moment: 'workshop.opened' });
  const bounds = [0, 15, 40, 62, 85, 105];
  phases.forEach(({ id }, index) => {
    at(bounds[index] ?? 0, { moment: 'phase.opened', phase: id });
    at((bounds[index + 1] ?? 0) - 0.2, { moment: 'phase.closed', phase: id });
  });
  ideas.forEach(({ id }, index) => {
    at(16 + (20 * index) / ideas.length, { moment: 'idea.published', idea: id });
    const lever = main.levers[Math.floor(random() * 5)]?.id ?? null;
    const scale = main.scales[Math.floor(random() * 3)]?.id ?? null;
    at(41 + (19 * index) / ideas.length, { moment: 'placement.set', board: 'main', idea: id, lever, scale });
  });
  for (const [index, idea] of ideas.slice(10, 14).entries())
    at(44 + index, { moment: 'idea.merged', idea: idea.id, into: ideas[0]?.id ?? '' });
  for (let n = 1; n <= 96; n += 1) at(63 + n * 0.15, { moment: 'people.voted', phase: 'vote', people: n });
  at(80, { moment: 'results.revealed', phase: 'vote' });
  const commitments = ['Prêter ma remorque et ma pelle', 'Recenser les mares de la commune'].map((text, index) => ({
    id: `c${String(index)}`, phase: 'engagements', text, who: 'individual' as const, at: start, status: 'published' as const,
  }));
  commitments.forEach(({ id }, index) => at(90 + index, { moment: 'commitment.made', commitment: id }));
  at(105, { moment: 'workshop.closed' });
  moments.sort((a, b) => a.at - b.at);
  const dots = Object.fromEntries(ideas.slice(0, 20).map(({ id }, index) => [id, { dots: 40 - 2 * index, voters: 30 - index }]));
  return {
    title: 'Résilience territoriale : cinq leviers', question: 'À notre échelle, que pouvons-nous faire ensemble ?', language: 'fr',
    phases, boards: [main], ideas, questions: [], commitments, tallies: { vote: dots }, moments,
  };
}
