import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CreateWorkshopResponse, dotsOf } from '../../web-client/src/core/index.ts';
import { organiserOf, secretOf, workshopOn } from './support/organiser.ts';
import { offContract, Person } from './support/person.ts';
import { Server } from './support/server.ts';

// Moderators, groups, boards that change and crowds that sort, over real lines.

let server: Server;
let workshop: CreateWorkshopResponse;
let facilitator: Person;
let moderator: Person;
let moderatorLink: string;
let ada: Person;
let ben: Person;

const lever = (id: string, symbol: string, colour: string) => ({ id, name: id, symbol, colour });
const template = {
  title: 'Relecture',
  boards: [
    {
      id: 'main',
      levers: [lever('nature', 'leaf', 'green'), lever('entraide', 'hands', 'amber')],
    },
  ],
  phases: [
    { id: 'idees', kind: 'collect', title: 'Idées', minutes: 10, settings: { moderation: 'after', max_per_person: 9, comments: true } },
    { id: 'tri', kind: 'sort', title: 'Tri', minutes: 10, settings: { board: 'main', mode: 'crowd' } },
    { id: 'vote', kind: 'vote', title: 'Vote', minutes: 10, settings: { method: 'dots', budget: 5, max_per_idea: 2, hidden: false } },
  ],
};

beforeEach(async () => {
  server = await Server.start();
  workshop = await workshopOn(server, { language: 'fr', template: template as never });
  const organiser = await organiserOf(server);
  const link = await organiser.renewLink(workshop.id, 'moderator');
  if (!link.ok) throw new Error(link.failure.code);
  moderatorLink = link.value.url;
  facilitator = await Person.enter(server, secretOf(workshop.links.facilitator));
  moderator = await Person.enter(server, secretOf(moderatorLink));
  ada = await Person.join(server, workshop.code, { name: 'Ada' });
  ben = await Person.join(server, workshop.code, { name: 'Ben' });
  await facilitator.does('phase.open', { phase: 'idees' });
});
afterEach(async () => {
  for (const person of [facilitator, moderator, ada, ben]) person.leave();
  await server.end();
  expect(offContract).toEqual([]);
});

/** The id that a text got. */
async function posts(person: Person, text: string): Promise<string> {
  await person.does('idea.post', { text });
  const found = [...person.mirror.ideas.values()].find((idea) => idea.text === text);
  if (!found) throw new Error('an idea that was recorded is not there');
  return found.id;
}

describe('a moderator', () => {
  test('[W1] reviews what people write, and has no hand in the agenda', async () => {
    const idea = await posts(ada, 'ÉTEINDRE TOUS LES LAMPADAIRES, voir www.exemple.fr');
    await moderator.sees('the signs', ({ ideas }) => ideas.get(idea)?.signs?.length === 2);
    expect(await moderator.refused('phase.close', { phase: 'idees' })).toBe('not_allowed');
    await moderator.does('idea.reword', { idea, text: 'Éteindre les lampadaires' });
    await ben.sees('the new words', ({ ideas }) => ideas.get(idea)?.reworded === true);
    expect(ben.mirror.ideas.get(idea)?.original).toBeUndefined();
    await ada.sees('what she wrote', ({ ideas }) => ideas.get(idea)?.original !== undefined);
    await moderator.does('idea.answer', { idea, text: 'Merci, c’est noté' });
    await ada.sees('the answer', ({ ideas }) => ideas.get(idea)?.answer === 'Merci, c’est noté');
    await moderator.does('idea.publish', { idea });
    await moderator.sees('no sign', ({ ideas }) => ideas.get(idea)?.signs === undefined);
    const log = await facilitator.api.actions(workshop.id);
    expect(log.ok && log.value.actions.map(({ role, event }) => `${role} ${event}`)).toEqual([
      'moderator idea.published',
      'moderator idea.answered',
      'moderator idea.reworded',
      'facilitator phase.opened',
    ]);
    const own = await moderator.api.actions(workshop.id);
    expect(own.ok || own.failure.code).toBe('forbidden');
  });

  test('[RM9] never works on the same card as another', async () => {
    const idea = await posts(ada, 'Une haie');
    const other = await Person.enter(server, secretOf(moderatorLink), { transports: ['websocket'] });
    await other.does('review.take', { ideas: [idea] });
    await facilitator.sees('the lease', ({ leases }) => leases.some((lease) => lease.idea === idea));
    expect(await moderator.refused('idea.hide', { idea, reason: 'off_topic' })).toBe('leased');
    other.leave();
    await facilitator.sees('no lease', ({ leases }) => leases.length === 0);
    await moderator.does('idea.hide', { idea, reason: 'off_topic' });
  });

  test('[X1] mutes and frees', async () => {
    if (ada.id === undefined) throw new Error('a participant has an id');
    await moderator.does('participant.mute', { participant: ada.id, muted: true });
    await ada.sees('that she is muted', ({ you }) => you.muted === true);
    expect(await ada.refused('idea.post', { text: 'Encore' })).toBe('muted');
    expect([...facilitator.mirror.restricted.keys()]).toEqual([ada.id]);
    await moderator.does('participant.mute', { participant: ada.id, muted: false });
    await ada.does('idea.post', { text: 'Encore' });
  });

  test('is out when the link is made anew', async () => {
    const again = await (await organiserOf(server)).renewLink(workshop.id, 'moderator');
    expect(again.ok).toBe(true);
    const answer = await moderator.api.pairs(workshop.id, 'moderator');
    expect(answer.ok || answer.failure.status).toBe(401);
  });
});

test('[RM10] who is removed is out, on every way, until they are let in again', async () => {
  if (ada.id === undefined) throw new Error('a participant has an id');
  const idea = await posts(ada, 'Une haie');
  await facilitator.does('participant.remove', { participant: ada.id });
  const answer = await ada.api.commands(workshop.id, 'participant', [
    { type: 'command', id: crypto.randomUUID(), do: 'idea.post', args: { text: 'Encore' } },
  ]);
  expect(answer.ok && answer.value[0]).toMatchObject({ type: 'refused', code: 'removed' });
  const near = await ada.api.similar(workshop.id, 'participant', 'Une haie');
  expect(near.ok || [near.failure.status, near.failure.code]).toEqual([403, 'removed']);
  const joined = await ada.api.join({ code: workshop.code, name: 'Ada' });
  expect(joined.ok || joined.failure.code).toBe('removed');
  expect(ben.mirror.ideas.get(idea)?.text).toBe('Une haie');
  await facilitator.does('participant.restore', { participant: ada.id });
  const back = await ada.api.join({ code: workshop.code, name: 'Ada' });
  expect(back.ok && back.value.participant).toBe(ada.id);
});

test('[RM11] who types is told what is there; pairs are grouped or told apart', async () => {
  const one = await posts(ada, 'Planter des haies entre les parcelles');
  const near = await ben.api.similar(workshop.id, 'participant', 'Planter des haies entre les champs');
  expect(near.ok && near.value.ideas.map(({ id }) => id)).toEqual([one]);
  const two = await posts(ben, 'Planter des haies entre les champs');
  const pairs = await moderator.api.pairs(workshop.id, 'moderator');
  expect(pairs.ok && pairs.value.pairs.map((pair) => [pair.one.id, pair.other.id].sort())).toEqual([[one, two].sort()]);
  await moderator.does('pair.dismiss', { one, other: two });
  const none = await facilitator.api.pairs(workshop.id, 'facilitator');
  expect(none.ok && none.value.pairs).toEqual([]);
  const curious = await ben.api.pairs(workshop.id, 'participant');
  expect(curious.ok || curious.failure.code).toBe('forbidden');
});

test('[G7] a group has the union of its voters, and separating it brings everything back', async () => {
  const one = await posts(ada, 'Planter des haies');
  const two = await posts(ben, 'Des haies partout');
  await facilitator.does('phase.open', { phase: 'vote' });
  await ada.does('vote.cast', { idea: one, value: 2 });
  await ada.does('vote.cast', { idea: two, value: 1 });
  await ben.does('vote.cast', { idea: two, value: 2 });
  await moderator.does('idea.merge', { ideas: [two], into: one });
  await ben.sees('the union', ({ tallies }) => dotsOf(tallies['vote']?.[one]) === 4);
  expect(ben.mirror.tallies['vote']?.[one]).toEqual({ dots: 4, voters: 2 });
  expect(ben.mirror.ideas.get(two)).toMatchObject({ group: one, mine: true });
  await moderator.does('idea.unmerge', { idea: two });
  await ben.sees('both apart', ({ tallies }) => dotsOf(tallies['vote']?.[one]) === 2);
  expect(ben.mirror.tallies['vote']?.[two]).toEqual({ dots: 3, voters: 2 });
});

test('[B8] a crowd sorts; levers are merged, removed and restored under it', async () => {
  const idea = await posts(ada, 'Planter des haies');
  await facilitator.does('phase.open', { phase: 'tri' });
  await ada.does('placement.set', { idea, lever: 'nature' });
  await ben.does('placement.set', { idea, lever: 'entraide' });
  const rests = (person: Person) => person.mirror.placements.get(`main/${idea}`);
  await ada.sees('a tie', () => rests(ada)?.crowd?.people === 2);
  expect(rests(ada)).toMatchObject({ lever: null, crowd: { share: 0.5, contested: false } });
  expect(rests(ada)?.places).toBeUndefined();
  await facilitator.sees('who chose what', () => rests(facilitator)?.places?.length === 2);
  expect(ben.mirror.you.placements).toEqual({ main: { [idea]: { lever: 'entraide', scale: null } } });
  await facilitator.does('lever.merge', { levers: ['entraide'], into: 'nature' });
  await ben.sees('one lever', ({ boards }) => boards[0]?.levers.length === 1);
  await ben.sees('his place', ({ you }) => you.placements?.['main']?.[idea]?.lever === 'nature');
  expect(rests(ben)).toMatchObject({ lever: 'nature', crowd: { people: 2, share: 1 } });
  await facilitator.does('lever.restore', { lever: 'entraide' });
  await ben.sees('his place again', ({ you }) => you.placements?.['main']?.[idea]?.lever === 'entraide');
  await facilitator.does('placement.settle', { idea, lever: 'entraide' });
  await ada.sees('where it is settled', () => rests(ada)?.settled === true);
  await facilitator.does('placement.release', { idea });
  await ada.sees('the tie again', () => rests(ada)?.lever === null);
});

test('[K1] [SP2] comments and the spotlight go with their idea, and comments come back with it', async () => {
  const idea = await posts(ada, 'Planter des haies');
  await ben.does('comment.post', { idea, text: 'Et des fruitiers ?' });
  await facilitator.does('spotlight.set', { ideas: [idea] });
  await ada.sees('the comment', ({ comments }) => comments.size === 1);
  await ada.sees('the spotlight', ({ screen }) => screen.spotlight.length === 1);
  await moderator.does('idea.hide', { idea, reason: 'off_topic' });
  await ada.sees('neither', ({ comments, screen }) => comments.size === 0 && screen.spotlight.length === 0);
  expect(ben.mirror.comments.size).toBe(1);
  await moderator.does('idea.publish', { idea });
  await ada.sees('the comment again', ({ comments }) => comments.size === 1);
  expect(ada.mirror.screen.spotlight).toEqual([]);
});
