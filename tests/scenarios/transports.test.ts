import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Delta, Idea, TransportName } from '../../web-client/src/core/index.ts';
import { secretOf, workshopOn } from './support/organiser.ts';
import { offContract, Person } from './support/person.ts';
import { type Credential, RawLine } from './support/raw_line.ts';
import { Server } from './support/server.ts';
import { until } from './support/until.ts';

// One contract, three ways for it to travel. Everything here holds for each of them.

const template = {
  title: 'Trois voies',
  boards: [{ id: 'main', levers: [{ id: 'un', name: 'Un', symbol: 'leaf', colour: 'green' }] }],
  phases: [
    { id: 'open', kind: 'collect', title: 'Idées', minutes: 10, settings: { moderation: 'none', max_per_person: 50 } },
    { id: 'relues', kind: 'collect', title: 'Relues', minutes: 10, settings: { moderation: 'before', max_per_person: 50 } },
    { id: 'vote', kind: 'vote', title: 'Vote', minutes: 10, settings: { budget: 20, max_per_idea: 20 } },
  ],
};

let server: Server;
let facilitator: Person;
let screen: Credential;
let workshop: Awaited<ReturnType<typeof workshopOn>>;
const lines: RawLine[] = [];

beforeAll(async () => {
  server = await Server.start();
  workshop = await workshopOn(server, { language: 'fr', template: template as never });
  facilitator = await Person.enter(server, secretOf(workshop.links.facilitator));
  const shown = await Person.enter(server, secretOf(workshop.links.screen));
  shown.leave();
  screen = { workshop: workshop.id, token: shown.token, role: 'screen' };
  await facilitator.does('phase.open', { phase: 'open' });
});
afterEach(() => {
  for (const line of lines.splice(0)) line.cut();
});
afterAll(async () => {
  facilitator.leave();
  await server.end();
});

/** A new participant, known to the server and not connected. */
async function someone(name?: string): Promise<Credential> {
  const answer = await facilitator.api.join({ code: workshop.code, ...(name && { name }) });
  if (!answer.ok) throw new Error(answer.failure.code);
  return { workshop: workshop.id, token: answer.value.token, role: 'participant' };
}

async function line(...[name, who, resume]: [TransportName, Credential, ConstructorParameters<typeof RawLine>[3]?]): Promise<RawLine> {
  const opened = await RawLine.open(name, server, who, resume);
  lines.push(opened);
  return opened;
}

/** Opens a step, the first time or again. */
async function enter(phase: string): Promise<void> {
  const planned = facilitator.mirror.phases.find(({ id }) => id === phase)?.status === 'planned';
  await facilitator.does(planned ? 'phase.open' : 'phase.reopen', { phase });
}

const textOf = (delta: Delta) => delta.events.flatMap((event) => ('idea' in event && event.idea ? [(event.idea as Idea).text] : []));
const texts = (deltas: Delta[]) => deltas.flatMap(textOf);
const sees = (what: RawLine, text: string) => until(text, () => texts(what.changes()).includes(text));
const says = (who: RawLine, text: string) => who.asks('idea.post', { text });
let count = 0;
const fresh = () => `Idée ${String(++count)}`;

describe.each(['websocket', 'stream', 'poll'] as const)('by %s', (name) => {
  test('[P3] the hello is answered by a welcome with what the role may know', async () => {
    const ada = await line(name, await someone('Ada'));
    const [welcome] = ada.all('welcome');
    expect(welcome?.you).toMatchObject({ role: 'participant', name: 'Ada' });
    expect(welcome?.state.workshop.code).toBe(workshop.code);
    expect(ada.frames[0]).toBe(welcome);
    expect(welcome?.state.people).not.toHaveProperty('transports');
  });

  test('[P3] everyone of a role gets the same deltas, whichever way they come', async () => {
    const all = [
      await line(name, await someone()),
      await line(name, await someone()),
      await line('websocket', await someone()),
    ];
    const before = Math.max(...all.map((each) => each.position.seq));
    const told = [fresh(), fresh(), fresh()];
    for (const [i, text] of told.entries()) await says(all[i] as RawLine, text);
    for (const each of all) await sees(each, told.at(-1) ?? '');
    const since = (each: RawLine) => each.changes().filter(({ seq }) => seq > before).map(({ people: _, ...delta }) => delta);
    expect(texts(since(all[0] as RawLine))).toEqual(told);
    for (const each of all) expect(since(each)).toEqual(since(all[0] as RawLine));
  });

  test('[P5] what concerns one person comes to that person alone', async () => {
    const [ada, bob] = [await line(name, await someone()), await line(name, await someone())];
    const text = fresh();
    await says(ada, text);
    await until('my own part of it', () => texts(ada.changes(true)).includes(text));
    await sees(bob, text);
    await sleep(100);
    expect(bob.changes(true)).toEqual([]);
    expect(JSON.stringify(bob.frames)).not.toContain('"mine"');
  });

  test('[P1] a command is acknowledged, or refused with its code', async () => {
    const ada = await line(name, await someone());
    expect(await says(ada, fresh())).toMatchObject({ type: 'ack', seq: expect.any(Number) as number });
    expect(await says(ada, ' ')).toMatchObject({ type: 'refused', code: 'empty_text' });
    expect(await says(ada, 'é'.repeat(501))).toMatchObject({ code: 'text_too_long', data: { max: 500, length: 501 } });
    expect(await ada.asks('vote.cast', { idea: 'x', value: 1 })).toMatchObject({ code: 'wrong_phase', data: { expects: 'vote', open: 'collect' } });
    expect(await ada.asks('idea.post', {}, 'one')).toMatchObject({ code: 'bad_command_id' });
    expect(await ada.asks('idea.hide', { idea: 'x', reason: 'boring' })).toMatchObject({ code: 'bad_reason' });
  });

  test('[P2] an id is done once, whichever ways it comes', async () => {
    const who = await someone();
    const ada = await line(name, who);
    const others = await Promise.all((['websocket', 'stream', 'poll'] as const).map((each) => line(each, who)));
    const [id, text] = [crypto.randomUUID(), fresh()];
    const first = await ada.asks('idea.post', { text }, id);
    expect(first.type).toBe('ack');
    for (const other of others) expect(await other.asks('idea.post', { text }, id)).toEqual(first);
    const [refused, twice] = [crypto.randomUUID(), { text: '' }];
    const no = await ada.asks('idea.post', twice, refused);
    for (const other of others) expect(await other.asks('idea.post', twice, refused)).toEqual(no);
    await facilitator.sees(text, (mirror) => [...mirror.ideas.values()].some((idea) => idea.text === text));
    expect([...facilitator.mirror.ideas.values()].filter((idea) => idea.text === text)).toHaveLength(1);
  });

  test.each(['websocket', 'stream', 'poll'] as const)('[P4] who resumes after %s misses nothing and gets nothing twice', async (former) => {
    const who = await someone();
    const ada = await line(former, who);
    const bob = await line('websocket', await someone());
    const own = fresh();
    await says(ada, own);
    await until('my own', () => texts(ada.changes(true)).includes(own));
    const position = ada.position;
    ada.cut();
    const missed = [fresh(), fresh(), fresh()];
    for (const text of missed) await says(bob, text);
    const back = await line(name, who, position);
    expect(back.all('welcome')).toEqual([]);
    expect(back.all('resumed')[0]?.seq).toBeGreaterThanOrEqual(position.seq + 3);
    const after = fresh();
    await says(bob, after);
    await sees(back, after);
    expect(texts(back.changes())).toEqual([...missed, after]);
    for (const delta of back.changes()) expect(delta.seq).toBeGreaterThan(position.seq);
  });

  test('[P4] who cannot be resumed is welcomed', async () => {
    const who = await someone();
    const { position } = await line(name, who);
    for (const resume of [{ ...position, epoch: 'of-another-time' }, { ...position, seq: position.seq + 1_000 }]) {
      const back = await line(name, who, resume);
      expect(back.all('welcome')).toHaveLength(1);
      expect(back.all('resumed')).toEqual([]);
    }
  });

  test('[P5] what a role may not know is in none of its frames', async () => {
    const ada = await someone('Ada Secrète');
    const [author, other, hall] = [await line(name, ada), await line(name, await someone()), await line(name, screen)];
    const text = fresh();
    const shown = fresh();
    await says(author, shown);
    await enter('relues');
    await until('the other step', () => author.all('delta').some(({ events }) => events.some(({ event }) => /^phase.(re)?opened$/.test(event))));
    await says(author, text);
    await until('my own', () => texts(author.changes(true)).includes(text));
    await facilitator.sees(text, (mirror) => [...mirror.ideas.values()].some((idea) => idea.text === text && idea.author_name === 'Ada Secrète'));
    await enter('vote');
    await until('the vote', () => author.all('delta').some(({ events }) => events.some((event) => 'phase' in event && (event.phase as { id?: string }).id === 'vote')));
    const idea = [...facilitator.mirror.ideas.values()].find((each) => each.text === shown)?.id ?? '';
    expect(await author.asks('vote.cast', { idea, value: 2 })).toMatchObject({ type: 'ack' });
    await until('my dots', () => author.changes(true).some(({ events }) => events.some(({ event }) => event === 'vote.cast')));
    await sleep(150);
    for (const each of [other, hall]) {
      const all = JSON.stringify(each.frames);
      for (const secret of [text, 'Secrète', '"author', '"reviewed"', '"vote.cast"', '"dots":', '"transports"']) expect(all).not.toContain(secret);
    }
    expect(JSON.stringify(hall.frames)).not.toContain('"mine"');
  });

  test('[P3] a step can be gone back to', async () => {
    const ada = await line(name, await someone());
    if (facilitator.mirror.phases[0]?.status !== 'open') await facilitator.does('phase.reopen', { phase: 'open' });
    await until('the first step again', () => ada.changes().some(({ events }) => events.some(({ event }) => event === 'phase.reopened')));
  });

  test('a facilitator is told how many come by it', async () => {
    const others = [await line(name, await someone()), await line(name, await someone())];
    await facilitator.sees(`two by ${name}`, ({ people }) => (people.transports?.[name] ?? 0) >= 2);
    for (const each of others) each.cut();
    // A poll is only gone when it has not come back for a while.
    const left = name === 'websocket' ? 1 : 0;
    await facilitator.sees('nobody', ({ people }) => (people.transports?.[name] ?? 99) <= left);
  });

  test('[P1] what is asked in one go is all answered, and its deltas come in order', async () => {
    const [ada, bob] = [await line(name, await someone()), await line(name, await someone())];
    const answers = await Promise.all(Array.from({ length: 20 }, () => says(ada, fresh())));
    expect(answers.every(({ type }) => type === 'ack')).toBe(true);
    const last = Math.max(...answers.map((answer) => (answer.type === 'ack' ? answer.seq : 0)));
    await until('all of it', () => bob.position.seq >= last);
    const seqs = bob.all('delta').map(({ seq }) => seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  });
});

test('every frame that anyone got is as the contract says', () => {
  expect(offContract).toEqual([]);
});
