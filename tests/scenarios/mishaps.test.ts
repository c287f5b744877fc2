import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CreateWorkshopResponse, dotsOf } from '../../web-client/src/core/index.ts';
import { secretOf, workshopOn } from './support/organiser.ts';
import { offContract, Person } from './support/person.ts';
import { Proxy } from './support/proxy.ts';
import { Server } from './support/server.ts';

// What goes wrong in a room full of people: two hands on one button, a step gone back to, groups and
// levers that change under votes and cards, a budget that shrinks, somebody who is gone.

let server: Server;
let workshop: CreateWorkshopResponse;
let facilitator: Person;
let colleague: Person;
let ada: Person;
let ben: Person;

const lever = (id: string, symbol: string, colour: string) => ({ id, name: id, symbol, colour });
const template = {
  title: 'Imprévus',
  boards: [{ id: 'main', levers: [lever('nature', 'leaf', 'green'), lever('entraide', 'hands', 'amber')] }],
  phases: [
    { id: 'idees', kind: 'collect', title: 'Idées', minutes: 10, settings: { moderation: 'none', max_per_person: 9 } },
    { id: 'tri', kind: 'sort', title: 'Tri', minutes: 10, settings: { board: 'main', mode: 'shared' } },
    { id: 'vote', kind: 'vote', title: 'Vote', minutes: 10, settings: { method: 'dots', budget: 5, max_per_idea: 3, hidden: false } },
    { id: 'fin', kind: 'close', title: 'Fin', minutes: 5 },
  ],
};

beforeEach(async () => {
  server = await Server.start();
  workshop = await workshopOn(server, { language: 'fr', template: template as never });
  [facilitator, colleague] = await Promise.all([
    Person.enter(server, secretOf(workshop.links.facilitator)),
    Person.enter(server, secretOf(workshop.links.facilitator)),
  ]);
  ada = await Person.join(server, workshop.code, { name: 'Ada' });
  ben = await Person.join(server, workshop.code, { name: 'Ben' });
  await facilitator.does('phase.open', { phase: 'idees' });
});
afterEach(async () => {
  for (const person of [facilitator, colleague, ada, ben]) person.leave();
  await server.end();
  expect(offContract).toEqual([]);
});

/** Three ideas of Ada's, known to everyone. */
async function three(): Promise<[string, string, string]> {
  for (const text of ['Une haie', 'Une mare', 'Un verger']) await ada.does('idea.post', { text });
  for (const each of [facilitator, colleague, ben]) await each.sees('three ideas', ({ ideas }) => ideas.size === 3);
  return [...ada.mirror.ideas.keys()] as [string, string, string];
}

const dots = (person: Person, idea: string) => dotsOf(person.mirror.tallies['vote']?.[idea]);
const statuses = () => facilitator.mirror.phases.map(({ id, status }) => `${id} ${status}`);

test('[A2] two facilitators press Next at once: one of them is told, and no step is skipped', async () => {
  const outcomes = await Promise.all([facilitator, colleague].map((each) => each.tries('phase.open', { phase: 'tri' })));
  expect(outcomes.filter(({ done }) => done)).toHaveLength(1);
  expect(outcomes.find(({ done }) => !done)).toMatchObject({ refusal: { code: 'phase_not_planned' } });
  await facilitator.sees('the next step', ({ phases }) => phases[1]?.status === 'open');
  expect(statuses()).toEqual(['idees closed', 'tri open', 'vote planned', 'fin planned']);
});

test('[A1] two facilitators go to different steps at once: one step is open in the end, the same for all', async () => {
  await Promise.all([facilitator.does('phase.open', { phase: 'tri' }), colleague.does('phase.open', { phase: 'vote' })]);
  for (const each of [facilitator, colleague, ada, ben]) await each.sees('both were opened', ({ phases }) => phases.every(({ id, status }) => id === 'fin' || status !== 'planned'));
  const open = [facilitator, colleague, ada, ben].map(({ mirror }) => mirror.phases.filter(({ status }) => status === 'open').map(({ id }) => id));
  expect(open[0]).toHaveLength(1);
  for (const each of open) expect(each).toEqual(open[0]);
});

test('[A3] a vote is closed and gone back to while ballots arrive: those recorded count, once', async () => {
  const ideas = await three();
  await facilitator.does('phase.open', { phase: 'vote' });
  const people = await Promise.all(Array.from({ length: 20 }, () => Person.join(server, workshop.code)));
  const counted = new Map(ideas.map((idea) => [idea, 0]));
  const voting = people.map(async (person, i) => {
    for (const [n, idea] of ideas.entries()) {
      const value = 1 + ((i + n) % 2);
      let outcome = await person.tries('vote.cast', { idea, value });
      while (!outcome.done) {
        expect(outcome.refusal.code).toBe('wrong_phase');
        await person.sees('the vote again', ({ phases }) => phases[2]?.status === 'open');
        outcome = await person.tries('vote.cast', { idea, value });
      }
      counted.set(idea, (counted.get(idea) ?? 0) + value);
    }
  });
  for (let i = 0; i < 3; ++i) {
    await facilitator.does('phase.close', { phase: 'vote' });
    await facilitator.does('phase.reopen', { phase: 'vote' });
  }
  await Promise.all(voting);
  await ben.sees('every ballot', () => ideas.every((idea) => dots(ben, idea) === counted.get(idea)));
  for (const person of people) person.leave();
});

test('[G2] an idea cannot stand behind itself, behind one that stands behind it, or behind two', async () => {
  const [one, two, three_] = await three();
  expect(await facilitator.refused('idea.merge', { ideas: [one], into: one })).toBe('bad_group');
  await facilitator.does('idea.merge', { ideas: [two], into: one });
  expect(await colleague.refused('idea.merge', { ideas: [one], into: two })).toBe('bad_group');
  expect(await colleague.refused('idea.merge', { ideas: [two], into: three_ })).toBe('already_grouped');
  expect(await colleague.refused('idea.merge', { ideas: [three_, three_], into: one })).toBe('bad_group');
  await ben.sees('one group', ({ ideas }) => ideas.get(two)?.group === one);
  const crossing = await Promise.all([
    facilitator.tries('idea.merge', { ideas: [one], into: three_ }),
    colleague.tries('idea.merge', { ideas: [three_], into: one }),
  ]);
  expect(crossing.filter(({ done }) => done)).toHaveLength(1);
});

test('[G3] [G7] a group that gets more votes comes apart: what was said before is as it was, what came later is the lead’s', async () => {
  const [one, two] = await three();
  await facilitator.does('phase.open', { phase: 'vote' });
  await ada.does('vote.cast', { idea: two, value: 2 });
  await facilitator.does('idea.merge', { ideas: [two], into: one });
  await ben.sees('the group', ({ ideas }) => ideas.get(two)?.group === one);
  await ben.does('vote.cast', { idea: two, value: 3 });
  await ben.sees('both', () => dots(ben, one) === 5);
  await facilitator.does('idea.unmerge', { idea: two });
  await ben.sees('them apart', () => dots(ben, one) === 3 && dots(ben, two) === 2);
  expect(ben.mirror.you.ballots?.['vote']).toEqual({ [one]: 3 });
  expect(ada.mirror.you.ballots?.['vote']).toEqual({ [two]: 2 });
});

test('a lever is removed with its cards: they wait in the tray, and come back with it unless somebody moved them', async () => {
  const [one, two, three_] = await three();
  await facilitator.does('phase.open', { phase: 'tri' });
  for (const idea of [one, two, three_]) await facilitator.does('placement.set', { idea, lever: 'entraide' });
  await facilitator.does('lever.remove', { lever: 'entraide' });
  const at = (idea: string) => ben.mirror.placements.get(`main/${idea}`)?.lever ?? null;
  await ben.sees('three in the tray', ({ boards }) => boards[0]?.levers.length === 1 && [one, two, three_].every((idea) => at(idea) === null));
  expect(await ben.refused('placement.set', { idea: one, lever: 'entraide' })).toBe('no_such_lever');
  await ben.does('placement.set', { idea: three_, lever: 'nature' });
  await facilitator.does('lever.restore', { lever: 'entraide' });
  await ben.sees('two back', () => at(one) === 'entraide' && at(two) === 'entraide');
  expect(at(three_)).toBe('nature');
});

test('[A14] a budget is lowered below what people have spent: they keep their dots, and can only take away', async () => {
  const [one, two, three_] = await three();
  await facilitator.does('phase.open', { phase: 'vote' });
  await ada.does('vote.cast', { idea: one, value: 3 });
  await ada.does('vote.cast', { idea: two, value: 2 });
  await facilitator.does('phase.update', { phase: 'vote', settings: { budget: 2, max_per_idea: 2 } });
  await ben.sees('the new budget', ({ phases }) => (phases[2]?.settings as { budget: number }).budget === 2);
  expect([dots(ben, one), dots(ben, two)]).toEqual([3, 2]);
  expect(await ada.refused('vote.cast', { idea: three_, value: 1 })).toBe('votes_spent');
  await ada.does('vote.cast', { idea: one, value: 0 });
  expect(await ada.refused('vote.cast', { idea: three_, value: 1 })).toBe('votes_spent');
  await ada.does('vote.cast', { idea: two, value: 1 });
  await ada.does('vote.cast', { idea: three_, value: 1 });
  expect(await ben.refused('vote.cast', { idea: one, value: 3 })).toBe('too_many_on_idea');
});

describe('a card that somebody took for review', () => {
  test('[RM9] is free again as soon as their line is cut without a word', async () => {
    const [one] = await three();
    const proxy = await Proxy.before(server, ({ upgrade }) => (upgrade ? {} : { refuse: 502 }));
    const taken = await Person.enter(
      { origin: server.origin, socketOrigin: proxy.socketOrigin },
      secretOf(workshop.links.facilitator),
      { transports: ['websocket'] },
    );
    await taken.does('review.take', { ideas: [one] });
    await facilitator.sees('the lease', ({ leases }) => leases.length === 1);
    expect(await colleague.refused('idea.hide', { idea: one, reason: 'off_topic' })).toBe('leased');
    proxy.cut();
    await facilitator.sees('that it is free', ({ leases }) => leases.length === 0);
    await colleague.does('idea.hide', { idea: one, reason: 'off_topic' });
    taken.leave();
    await proxy.end();
  });
});
