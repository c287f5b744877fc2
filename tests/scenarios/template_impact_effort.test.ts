import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HideReason, VoteValue } from '../../web-client/src/core/index.ts';
import { Gathering } from './support/gathering.ts';
import { pick, sampleIdeas, seeded } from './support/material.ts';
import { offContract, type Person } from './support/person.ts';

// Impact and effort: sixty people score ideas blind, place them on the matrix together, choose where to
// start, and consent to it or say what stands in the way.

let all: Gathering;
const kept = sampleIdeas.filter((idea) => !idea.should_be_moderated && idea.text.length <= 500);
const twins = kept.filter((idea) => idea.near_duplicate_of !== null);
const textOf = (id: string | null) => sampleIdeas.find((idea) => idea.id === id)?.text ?? '';
const score = (random: () => number) => pick([1, 2, 3, 4, 5], random);

beforeAll(async () => {
  all = await Gathering.on('impact-effort');
  await all.arrive(60);
});
afterAll(() => all.end());

test('ideas are brought in; what does not belong is hidden', async () => {
  await all.opens('idees');
  const posted = sampleIdeas.filter(({ text }) => text.length <= 500);
  await Promise.all(posted.map(({ text }, i) => (all.people[i % 60] as Person).does('idea.post', { text })));
  await all.facilitator.sees('all of them', ({ ideas }) => ideas.size === posted.length);
  for (const { text } of posted.filter((each) => each.should_be_moderated))
    await all.moderator.does('idea.hide', { idea: all.idea(text).id, reason: 'off_topic' satisfies HideReason });
  await all.seenByAll('the rest', (mirror) => [...mirror.ideas.values()].filter(({ status }) => status === 'published').length === kept.length);
});

test('[V5] blind scoring: half score every card, then near-duplicates are grouped, then the others score', async () => {
  await all.opens('noter');
  const some = async (person: Person, i: number) => {
    const random = seeded(2_000 + i);
    for (const { id } of all.wall) {
      if (random() < 0.7) continue;
      await all.casts(person, 'noter', id, { impact: score(random), effort: score(random) });
    }
  };
  expect(await (all.people[0] as Person).refused('vote.cast', { idea: all.wall[0]?.id ?? '', value: { impact: 6, effort: 1 } })).toBe('bad_arguments');
  await Promise.all(all.people.slice(0, 30).map(some));
  for (const twin of twins) await all.merges(all.idea(textOf(twin.near_duplicate_of)).id, [all.idea(twin.text).id]);
  await Promise.all(all.people.slice(30).map((person, i) => some(person, 30 + i)));
  // Some who had scored both of a pair think again about the one that is left.
  const lead = [...all.groups.keys()][0] ?? '';
  for (const person of all.people.slice(0, 10)) await all.casts(person, 'noter', lead, { impact: 2, effort: 4 });
  await all.reveals('noter');
});

test('the matrix: everyone moves cards to the quadrant that they fall in; the last move counts', async () => {
  await all.opens('matrice');
  const place: Record<string, string> = { quick_win: 'gains_rapides', large_project: 'grands_projets', small_gain: 'petits_plus', not_worth_it: 'a_ecarter' };
  const found = all.ranked('noter').filter(({ quadrant }) => typeof quadrant === 'string' && quadrant in place);
  expect(found.length).toBeGreaterThan(0);
  for (const [i, { idea, quadrant }] of found.entries()) {
    await (all.people[i % 60] as Person).does('placement.set', { idea, lever: 'petits_plus' });
    await (all.people[(i + 1) % 60] as Person).does('placement.set', { idea, lever: place[String(quadrant)] ?? null });
  }
  await all.seenByAll('every card in its quadrant', ({ placements }) =>
    found.every(({ idea, quadrant }) => placements.get(`main/${idea}`)?.lever === place[String(quadrant)]),
  );
});

test('[D1] five dots choose where to start', async () => {
  await all.opens('vote');
  await all.all(async (person, i) => {
    const random = seeded(3_000 + i);
    const ideas = [...all.wall];
    for (const dots of [2, 2, 1]) {
      const { id } = ideas.splice(Math.floor(random() * ideas.length), 1)[0] ?? { id: '' };
      await all.casts(person, 'vote', id, dots);
    }
    if (i === 0) expect(await person.refused('vote.cast', { idea: ideas[0]?.id ?? '', value: 1 })).toBe('votes_spent');
  });
  await all.reveals('vote');
});

test('[V6] consent on what leads: an objection has a reason, and one of them is enough', async () => {
  const ranks = all.ranked('vote');
  const first = ranks.slice(0, 5).map(({ idea }) => idea);
  await all.facilitator.does('phase.update', { phase: 'consentement', settings: { ideas: { from: 'chosen', ideas: first } } });
  await all.opens('consentement');
  expect(all.phase('consentement').ideas).toEqual(first);
  const [good = '', fair = '', disputed = '', quiet = ''] = first;
  expect(await (all.people[0] as Person).refused('vote.cast', { idea: good, value: { answer: 'objection' } })).toBe('empty_text');
  await all.all(async (person, i) => {
    const random = seeded(4_000 + i);
    const answer = (idea: string): VoteValue => {
      if (idea === fair && random() < 0.2) return { answer: 'reservation', reason: 'À essayer petit d’abord.' };
      if (idea === disputed && i === 7) return { answer: 'objection', reason: 'Nous n’avons pas le terrain.' };
      return { answer: 'agree' };
    };
    for (const idea of first) if (idea !== quiet) await all.casts(person, 'consentement', idea, answer(idea));
    if (i === 3) await all.casts(person, 'consentement', fair, { answer: 'reservation' });
  });
  await all.reveals('consentement');
  const outcomes = new Map(all.ranked('consentement').map(({ idea, outcome }) => [idea, outcome]));
  expect([good, fair, disputed, quiet].map((idea) => outcomes.get(idea))).toEqual([
    'given', 'given_with_reservations', 'objections_to_resolve', 'nobody_answered',
  ]);
  await all.facilitator.sees('why', ({ reasons }) => reasons.some(({ idea, text }) => idea === disputed && text === 'Nous n’avons pas le terrain.'));
  for (const each of [all.screen, ...all.people]) expect(each.mirror.reasons).toEqual([]);
});

test('who does what, and how the time was worth it', async () => {
  await all.opens('engagement');
  await (all.people[4] as Person).does('commitment.make', { text: 'Trouver le terrain', who: 'collective', by: 'juin', looking_for: 'un géomètre' });
  await all.seenByAll('it', ({ commitments }) => commitments.size === 1);
  await all.opens('cloture');
  await all.all((person, i) => person.does('closing.say', { roti: 1 + (i % 5) }));
  await all.screen.sees('sixty scores', ({ tallies }) => Object.values(tallies['cloture'] ?? {}).reduce((sum, each) => sum + ('people' in each ? each.people : 0), 0) === 60);
});

test('the day after, people’s memory, the database and the export say the same', async () => {
  await all.facilitator.does('workshop.close', {});
  for (const phase of ['noter', 'vote', 'consentement']) await all.agreesOn(phase);
  expect(JSON.stringify(await all.exported())).not.toContain('Personne ');
  expect(offContract).toEqual([]);
});
