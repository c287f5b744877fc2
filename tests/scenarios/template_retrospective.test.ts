import { afterAll, beforeAll, expect, test } from 'vitest';
import { Gathering } from './support/gathering.ts';
import { pick, sampleIdeas, seeded } from './support/material.ts';
import { offContract, type Person } from './support/person.ts';

// A retrospective: cards in silence, read and sorted by everyone, five dots, what leads is talked about,
// and who does what.

let all: Gathering;
const levers = ['garder', 'arreter', 'essayer', 'mercis'];
const cards = sampleIdeas.filter((idea) => idea.text.length <= 500);
const kept = cards.filter((idea) => !idea.should_be_moderated);
const twins = kept.filter((idea) => idea.near_duplicate_of !== null);
const textOf = (id: string | null) => sampleIdeas.find((idea) => idea.id === id)?.text ?? '';
const someone = (i: number) => all.people[i % 60] as Person;

beforeAll(async () => {
  all = await Gathering.on('retrospective');
  await all.arrive(60);
});
afterAll(() => all.end());

test('the weather of the group: everyone says it once, and may change their mind', async () => {
  await all.opens('meteo');
  await all.all((person) => person.does('weather.choose', { weather: 'cloud' }));
  await all.all((person) => person.does('weather.choose', { weather: 'bright' }));
  await all.seenByAll('sixty', ({ tallies }) => JSON.stringify(tallies['meteo']?.['bright']) === '{"people":60}');
});

test('cards in silence; a posting is stopped for a moment, one person is muted and let back', async () => {
  await all.opens('cartes');
  await all.facilitator.does('posts.stop', { stopped: true });
  expect(await someone(0).refused('idea.post', { text: 'Trop vite' })).toBe('posts_stopped');
  await all.facilitator.does('posts.stop', { stopped: false });
  await all.moderator.does('participant.mute', { participant: someone(1).id ?? '', muted: true });
  expect(await someone(1).refused('idea.post', { text: 'Je crie' })).toBe('muted');
  await all.moderator.does('participant.mute', { participant: someone(1).id ?? '', muted: false });
  await Promise.all(cards.map(({ text }, i) => someone(i).does('idea.post', { text })));
  await all.facilitator.sees('all cards', ({ ideas }) => ideas.size === cards.length);
  for (const { text } of cards.filter((each) => each.should_be_moderated)) await all.moderator.does('idea.hide', { idea: all.idea(text).id, reason: 'off_topic' });
  expect(all.screen.mirror.ideas.size).toBe(0);
  await all.facilitator.does('results.reveal', { phase: 'cartes' });
  await all.seenByAll('the rest', (mirror) => [...mirror.ideas.values()].filter(({ status }) => status === 'published').length === kept.length);
});

test('read and sort: everyone moves cards, all see them in the same place', async () => {
  await all.opens('regrouper');
  const random = seeded(5);
  const to = new Map(all.wall.map(({ id }) => [id, pick(levers, random)]));
  await Promise.all([...to].map(([idea, lever], i) => someone(i).does('placement.set', { idea, lever })));
  await all.seenByAll('every card', ({ placements }) => [...to].every(([idea, lever]) => placements.get(`main/${idea}`)?.lever === lever));
});

test('[D1] [G7] five dots each; cards that say the same are grouped meanwhile, and one group comes apart again', async () => {
  await all.opens('choisir');
  const dots = async (person: Person, i: number) => {
    const random = seeded(6_000 + i);
    // Near-duplicates are where the dots meet.
    const ideas = all.wall.filter(({ text }, n) => n % 3 === i % 3 || twins.some((twin) => twin.text === text || textOf(twin.near_duplicate_of) === text));
    for (const value of [2, 1, 1, 1]) {
      const { id } = ideas.splice(Math.floor(random() * ideas.length), 1)[0] ?? { id: '' };
      await all.casts(person, 'choisir', id, value);
    }
  };
  await Promise.all(all.people.slice(0, 40).map(dots));
  for (const twin of twins) await all.merges(all.idea(textOf(twin.near_duplicate_of)).id, [all.idea(twin.text).id]);
  await Promise.all(all.people.slice(40).map((person, i) => dots(person, 40 + i)));
  const [lead = '', members = []] = [...all.groups][0] ?? [];
  await all.facilitator.does('idea.unmerge', { idea: lead });
  all.groups.delete(lead);
  await all.seenByAll('them apart', ({ ideas }) => members.every((member) => ideas.get(member)?.group === undefined));
  await all.reveals('choisir');
});

test('go deeper: the first three are on the big screen', async () => {
  await all.opens('approfondir');
  const three = all.ranked('choisir').slice(0, 3).map(({ idea }) => idea);
  await all.facilitator.does('spotlight.set', { ideas: three });
  await all.seenByAll('three', ({ screen }) => JSON.stringify(screen.spotlight) === JSON.stringify(three));
  await all.facilitator.does('screen.freeze', { frozen: true });
  await all.screen.sees('that it holds', ({ screen }) => screen.frozen);
  await all.facilitator.does('screen.freeze', { frozen: false });
});

test('actions and scores', async () => {
  await all.opens('actions');
  await all.all((person, i) => person.does('commitment.make', { text: `Essai ${String(i)}`, who: 'individual' }));
  await all.seenByAll('sixty', ({ commitments }) => commitments.size === 60);
  await all.opens('cloture');
  await all.all((person, i) => person.does('closing.say', { roti: i % 2 ? 5 : 4 }));
  await all.screen.sees('thirty and thirty', ({ tallies }) => JSON.stringify([tallies['cloture']?.['4'], tallies['cloture']?.['5']]) === '[{"people":30},{"people":30}]');
});

test('the day after, people’s memory, the database and the export say the same', async () => {
  await all.facilitator.does('workshop.close', {});
  await all.agreesOn('choisir');
  expect(offContract).toEqual([]);
});
