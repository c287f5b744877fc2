import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HideReason, Weather } from '../../web-client/src/core/index.ts';
import { Gathering } from './support/gathering.ts';
import { pick, sampleIdeas, seeded } from './support/material.ts';
import { offContract, type Person } from './support/person.ts';

// The webinar on territorial resilience as its agenda has it, from the weather to the closing words:
// sixty people, a facilitator, a moderator and a screen.

let all: Gathering;
const weathers: readonly Weather[] = ['sun', 'bright', 'cloud', 'storm'];
const reasons: readonly HideReason[] = ['technical', 'insulting', 'insulting', 'advertising', 'names_person', 'advertising', 'off_topic', 'off_topic', 'off_topic'];
const kept = sampleIdeas.filter((idea) => !idea.should_be_moderated);
const twins = kept.filter((idea) => idea.near_duplicate_of !== null);
const textOf = (id: string) => sampleIdeas.find((idea) => idea.id === id)?.text ?? '';
const author = (i: number) => all.people[i % all.people.length] as Person;
const tally = (person: Person, phase: string) => person.mirror.tallies[phase] ?? {};

beforeAll(async () => {
  all = await Gathering.on('resilience-territoriale');
  await all.arrive(60);
});
afterAll(() => all.end());

test('welcome: everyone says how they are and where they are from; the weather is seen by all', async () => {
  await all.opens('accueil');
  const groups = all.facilitator.mirror.workshop.affiliations.map(({ id }) => id);
  await all.all(async (person, i) => {
    await person.does('weather.choose', { weather: 'storm' });
    await person.does('weather.choose', { weather: weathers[i % 3] as Weather });
    await person.does('affiliation.choose', { affiliation: groups[i % groups.length] ?? null });
    expect(person.mirror.you).toMatchObject({ affiliation: groups[i % groups.length], weathers: { accueil: weathers[i % 3] } });
  });
  const expected = { sun: { people: 20 }, bright: { people: 20 }, cloud: { people: 20 } };
  await all.seenByAll('sixty weathers', ({ tallies }) => {
    const seen = Object.entries(tallies['accueil'] ?? {}).filter(([, each]) => 'people' in each && each.people > 0);
    return JSON.stringify(Object.fromEntries(seen.sort())) === JSON.stringify(Object.fromEntries(Object.entries(expected).sort()));
  });
  await all.opens('cadre');
  for (const each of all.everyone) expect(each.mirror.workshop.charter).toHaveLength(4);
});

test('testimonies: questions are read first, supported once each, answered', async () => {
  await all.opens('temoignages');
  const asked = ['Comment financer cela ?', 'Et les petites communes ?', 'Achetez mes panneaux solaires'];
  for (const [i, text] of asked.entries()) await author(i).does('question.ask', { text });
  await all.moderator.sees('three questions', ({ questions }) => questions.size === 3);
  expect(all.screen.mirror.questions.size).toBe(0);
  const [money = '', small = '', advert = ''] = asked.map((text) => [...all.moderator.mirror.questions.values()].find((each) => each.text === text)?.id);
  await all.moderator.does('question.hide', { question: advert, reason: 'advertising' });
  for (const question of [money, small]) await all.moderator.does('question.publish', { question });
  await Promise.all(all.people.slice(1).map((each) => each.sees('the question', ({ questions }) => questions.has(money))));
  for (const voter of all.people.slice(2, 32)) await voter.does('question.upvote', { question: money, value: true });
  for (const voter of all.people.slice(2, 12)) await voter.does('question.upvote', { question: money, value: false });
  await author(2).does('question.upvote', { question: small, value: true });
  expect(await author(0).refused('question.upvote', { question: money, value: true })).toBe('own_question');
  await all.facilitator.does('question.answer', { question: money, text: 'Par un fonds commun.' });
  await all.facilitator.does('question.answer', { question: small });
  await all.seenByAll('the answers', ({ questions }) => questions.get(small)?.answered === true);
  for (const each of all.everyone) {
    expect(each.mirror.questions.get(money)?.answer).toBe('Par un fonds commun.');
    expect(tally(each, 'temoignages')).toMatchObject({ [money]: { people: 20 }, [small]: { people: 1 } });
  }
  expect(author(5).mirror.questions.has(advert)).toBe(false);
});

test('silent ideas: seventy-nine are posted; one is too long until the facilitator allows it', async () => {
  await all.opens('divergence');
  const post = async (i: number) => {
    const { text, scale } = sampleIdeas[i] ?? { text: '', scale: null };
    return author(i).tries('idea.post', { text, ...(scale !== null && { scale }) });
  };
  const outcomes = await Promise.all(sampleIdeas.map((_, i) => post(i)));
  const long = outcomes.findIndex(({ done }) => !done);
  expect(outcomes.filter(({ done }) => !done)).toMatchObject([{ refusal: { code: 'text_too_long', data: { max: 500, length: 827 } } }]);
  await all.facilitator.does('phase.update', { phase: 'divergence', settings: { max_chars: 1_000 } });
  expect(await post(long)).toMatchObject({ done: true });
  for (const each of [all.facilitator, all.moderator]) await each.sees('79 ideas', ({ ideas }) => ideas.size === 79);
  expect(all.screen.mirror.ideas.size).toBe(0);
  for (const person of all.people) for (const idea of person.mirror.ideas.values()) expect(idea.mine).toBe(true);
});

test('[I8] unseen by the others, the moderator hides nine with their reasons, rewords one, answers one, groups some that say the same; then all is shown', async () => {
  for (const [i, { text }] of sampleIdeas.filter((each) => each.should_be_moderated).entries())
    await all.moderator.does('idea.hide', { idea: all.idea(text).id, reason: reasons[i] as HideReason });
  const [first, second] = kept.filter((each) => !kept.some((other) => other.near_duplicate_of === each.id) && each.near_duplicate_of === null);
  await all.moderator.does('idea.reword', { idea: all.idea(first?.text ?? '').id, text: 'Dit autrement, et plus court.' });
  await all.moderator.does('idea.answer', { idea: all.idea(second?.text ?? '').id, text: 'Merci, nous la lirons à voix haute.' });
  expect(all.screen.mirror.ideas.size).toBe(0);
  const [early, ...later] = twins.slice(0, 7).map(({ text, near_duplicate_of }) => ({ member: all.idea(text).id, lead: all.idea(textOf(near_duplicate_of ?? '')).id }));
  await all.moderator.does('idea.merge', { ideas: [early?.member ?? ''], into: early?.lead ?? '' });
  all.groups.set(early?.lead ?? '', [early?.member ?? '']);
  await all.facilitator.does('results.reveal', { phase: 'divergence' });
  await all.screen.sees('70 ideas', ({ ideas }) => ideas.size === 70);
  await all.seenByAll('the group', ({ ideas }) => ideas.get(early?.member ?? '')?.group === early?.lead);
  for (const { lead, member } of later) await all.merges(lead, [member]);
  expect(all.wall).toHaveLength(63);
  const place = sampleIdeas.indexOf(second as (typeof sampleIdeas)[number]);
  await author(place).sees('the answer', ({ ideas }) => [...ideas.values()].some(({ answer }) => answer !== undefined));
  for (const each of all.people) if (each !== author(place)) expect([...each.mirror.ideas.values()].filter(({ answer }) => answer !== undefined)).toEqual([]);
});

test('[V8] cross reading: cards are drawn and judged; the rest of the groups are made meanwhile', async () => {
  await all.opens('lecture');
  const alone = all.wall.map(({ id }) => id).filter((id) => !twins.some((twin) => [twin.text, textOf(twin.near_duplicate_of ?? '')].includes(all.idea(twin.text).id === id ? twin.text : all.facilitator.mirror.ideas.get(id)?.text ?? '')));
  const [liked, equal] = [alone.slice(0, 10), alone.slice(10, 22)];
  const praised = new Map(equal.map((idea) => [idea, 0]));
  // Ten ideas please everybody, twelve please just eight people and leave the others without a view.
  const opinion = (idea: string, random: () => number) => {
    if (liked.includes(idea)) return 'useful';
    const so_far = praised.get(idea);
    if (so_far === undefined) return random() < 0.1 ? 'pass' : random() < 0.5 ? 'useful' : 'not_useful';
    if (so_far >= 8) return 'pass';
    praised.set(idea, so_far + 1);
    return 'useful';
  };
  const read = async (person: Person, i: number) => {
    const random = seeded(i);
    for (let round = 0; round < 3; ++round) {
      const judged = new Set(all.ballots('lecture').get(person.id ?? '')?.keys());
      await person.does('card.draw', {});
      await person.sees('cards', ({ you }) => (you.hands?.['lecture'] ?? []).some((card) => !judged.has(card)));
      const cards = (person.mirror.you.hands?.['lecture'] ?? []).filter((card) => !judged.has(card));
      expect(cards.length).toBeLessThanOrEqual(5);
      for (const card of cards) {
        expect(person.mirror.ideas.get(card)?.mine).toBeUndefined();
        await all.casts(person, 'lecture', card, opinion(card, random));
      }
    }
  };
  await Promise.all(all.people.slice(0, 30).map(read));
  for (const twin of twins.slice(7)) await all.merges(all.idea(textOf(twin.near_duplicate_of ?? '')).id, [all.idea(twin.text).id]);
  await Promise.all(all.people.slice(30).map((person, i) => read(person, 30 + i)));
  const unseen = liked.find((idea) => !author(0).mirror.you.hands?.['lecture']?.includes(idea)) ?? '';
  expect(await author(0).refused('vote.cast', { idea: unseen, value: 'useful' })).toBe('not_in_hand');
  await all.reveals('lecture');
});

test('sorting: every card is put on its lever and its scale', async () => {
  await all.opens('classement');
  for (const { text, lever, scale } of kept) {
    const { id, group } = all.idea(text);
    if (group === undefined) await all.facilitator.does('placement.set', { idea: id, lever, scale });
  }
  await all.seenByAll('56 cards', ({ placements }) => placements.size === 56);
});

test('[V10] [V11] grading: the first fifteen are found; who tie for the last places are for the facilitator to choose from', async () => {
  const tied = await all.facilitator.tries('phase.open', { phase: 'vote' });
  const ranks = all.ranked('lecture');
  const cut = ranks[14]?.rank;
  const [within, equal] = [ranks.filter(({ rank }) => rank < (cut ?? 0)), ranks.filter(({ rank }) => rank === cut)];
  expect(tied).toMatchObject({ done: false, refusal: { code: 'shortlist_tied', data: { places_left: 15 - within.length } } });
  const among = tied.done ? [] : (tied.refusal.data as { tied: string[] }).tied;
  expect([...among].sort()).toEqual(equal.map(({ idea }) => idea).sort());
  expect(all.phase('classement').status, 'nothing moved').toBe('open');
  const chosen = [...within.map(({ idea }) => idea), ...among.slice(0, 15 - within.length)];
  await all.opens('vote', chosen);
  expect(all.phase('vote').ideas).toEqual(chosen);
  const out = all.wall.find(({ id }) => !chosen.includes(id))?.id ?? '';
  expect(await author(3).refused('vote.cast', { idea: out, value: 5 })).toBe('idea_not_in_vote');
  await all.all(async (person, i) => {
    const random = seeded(1_000 + i);
    for (const [place, idea] of chosen.entries()) {
      if (random() < 0.1) continue;
      await all.casts(person, 'vote', idea, pick([0, 1, 2, 3, 4, 5].slice(place % 3, 6 - (place % 2)), random));
    }
    if (i % 10 === 0) await all.casts(person, 'vote', chosen[0] ?? '', 5);
  });
  await all.reveals('vote');
});

test('round table: what leads is on the big screen', async () => {
  await all.opens('table_ronde');
  const [best] = all.ranked('vote');
  await all.facilitator.does('spotlight.set', { ideas: [best?.idea ?? ''] });
  await all.seenByAll('the spotlight', ({ screen }) => screen.spotlight[0] === best?.idea);
});

test('commitments: people say what they will do; one is hidden and only its author still has it', async () => {
  await all.opens('engagement');
  await all.all((person, i) => person.does('commitment.make', { text: `Je plante la haie ${String(i)}`, who: i % 2 ? 'collective' : 'individual', by: 'mars', ...(i % 3 === 0 && { with: 'la commune' }) }));
  await all.seenByAll('sixty', ({ commitments }) => commitments.size === 60);
  const [one] = [...author(0).mirror.commitments.values()].filter(({ mine }) => mine);
  await all.moderator.does('commitment.hide', { commitment: one?.id ?? '', reason: 'technical' });
  await Promise.all(all.people.slice(1).map((each) => each.sees('59', ({ commitments }) => commitments.size === 59)));
  await author(0).sees('why', ({ commitments }) => commitments.get(one?.id ?? '')?.reason === 'technical');
});

test('closing: sentences are for the facilitator, scores for the screen, neither for the others', async () => {
  await all.opens('cloture');
  await all.all((person, i) => person.does('closing.say', { roti: 1 + (i % 5), sentence: `Mot ${String(i)}`, ...(i < 6 && { quote: true }) }));
  await all.facilitator.sees('sixty sentences', ({ sentences }) => sentences.size === 60);
  const twelve = Object.fromEntries([1, 2, 3, 4, 5].map((roti) => [String(roti), { people: 12 }]));
  for (const each of [all.facilitator, all.screen]) {
    await each.sees('the scores', ({ tallies }) => JSON.stringify(tallies['cloture']) === JSON.stringify(twelve));
  }
  for (const each of all.people) {
    expect(each.mirror.tallies['cloture']).toBeUndefined();
    expect(each.mirror.sentences.size).toBe(0);
  }
});

test('the day after, people’s memory, the database and the export say the same', async () => {
  await all.facilitator.does('workshop.close', {});
  await all.agreesOn('lecture');
  await all.agreesOn('vote');
  const { moderation, commitments, closing } = (await all.exported()) as unknown as Record<string, Record<string, unknown>>;
  expect(moderation?.['hidden_by_reason']).toEqual({ technical: 1, insulting: 2, advertising: 2, names_person: 1, off_topic: 3 });
  expect(commitments).toHaveLength(60);
  expect(closing?.['cloture']).toMatchObject({ roti: [12, 12, 12, 12, 12], quotes: ['Mot 0', 'Mot 1', 'Mot 2', 'Mot 3', 'Mot 4', 'Mot 5'] });
  expect(offContract).toEqual([]);
});
