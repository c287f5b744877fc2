import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import type { Refused, ServerFrame } from '../../web-client/src/core/index.ts';
import { secretOf, workshopOn } from './support/organiser.ts';
import { Person } from './support/person.ts';
import { Server } from './support/server.ts';
import { until } from './support/until.ts';

// What should not be sent, sent anyway: each is refused by its own code, and neither the server nor
// anyone else notices.

let server: Server;
let facilitator: Person;
let ada: Person;
let bob: Person;
let code = '';

beforeAll(async () => {
  server = await Server.start();
  const made = await workshopOn(server, { language: 'fr', template: 'retrospective' });
  code = made.code;
  facilitator = await Person.enter(server, secretOf(made.links.facilitator));
  ada = await Person.join(server, code, { name: 'Ada' });
  bob = await Person.join(server, code);
  await facilitator.does('phase.update', { phase: phase('collect'), settings: { private: false } });
  await facilitator.does('phase.open', { phase: phase('collect') });
});
afterAll(async () => {
  for (const person of [facilitator, ada, bob]) person.leave();
  await server.end();
});

const phase = (kind: string) => facilitator.mirror.phases.find((each) => each.kind === kind)?.id ?? '';

/** A bare connection that says what it is told to. */
class Raw {
  readonly frames: ServerFrame[] = [];
  closed: number | undefined;
  readonly #socket: WebSocket;

  constructor(token: string) {
    const url = `${server.socketOrigin}/api/v1/workshops/${ada.workshop}/live?as=participant`;
    this.#socket = new WebSocket(url, ['atelier.v1'], { headers: { authorization: `Bearer ${token}` } });
    this.#socket.on('message', (data) => this.frames.push(JSON.parse(String(data)) as ServerFrame));
    this.#socket.on('close', (closeCode) => (this.closed = closeCode));
    this.#socket.on('error', () => undefined);
  }
  async opened(hello = true): Promise<this> {
    await until('an open socket', () => this.#socket.readyState === WebSocket.OPEN);
    if (hello) {
      this.say({ type: 'hello' });
      await until('a welcome', () => this.frames.some((frame) => frame.type === 'welcome'));
    }
    return this;
  }
  say(what: unknown): void {
    this.#socket.send(typeof what === 'string' ? what : JSON.stringify(what));
  }
  sayBytes(bytes: Buffer, binary: boolean): void {
    this.#socket.send(bytes, { binary });
  }
  async refusal(): Promise<Refused> {
    await until('a refusal', () => this.frames.some((frame) => frame.type === 'refused'));
    return this.frames.find((frame) => frame.type === 'refused') as Refused;
  }
  async closing(): Promise<number> {
    await until('the end', () => this.closed !== undefined);
    return this.closed ?? 0;
  }
  end(): void {
    this.#socket.terminate();
  }
}

const command = (doing: string, args: unknown, id: string = randomUUID()) => ({ type: 'command', id, do: doing, args });

describe('texts', () => {
  test.each([
    ['empty', '', 'empty_text'],
    ['nothing to read', ' \n\u200b\u2060 ', 'empty_text'],
    ['too long', 'é'.repeat(501), 'text_too_long'],
    ['control characters', 'une \u0007 cloche', 'control_characters'],
    ['bidi override', 'facture \u202e001', 'control_characters'],
  ])('[I1] %s', async (_, text, expected) => {
    expect(await ada.refused('idea.post', { text })).toBe(expected);
  });

  test('[I1] a long family of emoji counts as one character each', async () => {
    await ada.does('idea.post', { text: '👩‍👩‍👧‍👦'.repeat(300) });
  });

  test('markup and formulas are texts like any other', async () => {
    for (const text of ["<script>alert('x')</script> <b>gras</b>", '=HYPERLINK("https://piege.invalid";"Cliquez")']) {
      await ada.does('idea.post', { text });
      await bob.sees(text, (mirror) => [...mirror.ideas.values()].some((idea) => idea.text === text));
    }
  });
});

describe('commands', () => {
  test.each([
    ['an unknown idea', 'idea.edit', { idea: 'nowhere', text: 'x' }, 'no_such_idea'],
    ['an out-of-phase vote', 'vote.cast', { idea: 'nowhere', value: 1 }, 'wrong_phase'],
    ['an out-of-phase move', 'placement.set', { idea: 'nowhere', lever: null }, 'wrong_phase'],
    ["a facilitator's act: hide", 'idea.hide', { idea: 'nowhere', reason: 'off_topic' }, 'not_allowed'],
    ["a facilitator's act: open", 'phase.open', { phase: 'choisir' }, 'not_allowed'],
    ["a facilitator's act: close", 'workshop.close', {}, 'not_allowed'],
  ])('%s', async (_, name, args, expected) => {
    expect(await ada.refused(name as 'idea.edit', args as never)).toBe(expected);
  });

  test("[I3] somebody else's idea", async () => {
    await ada.does('idea.post', { text: 'À moi' });
    await bob.sees('it', (mirror) => [...mirror.ideas.values()].some((idea) => idea.text === 'À moi'));
    const idea = [...bob.mirror.ideas.values()].find((each) => each.text === 'À moi')?.id ?? '';
    expect(await bob.refused('idea.edit', { idea, text: 'À toi' })).toBe('not_yours');
    expect(await bob.refused('idea.withdraw', { idea })).toBe('not_yours');
  });

  test('[P2] the same command id twice is one idea and the same answer', async () => {
    const raw = await new Raw(ada.token).opened();
    const twice = command('idea.post', { text: 'Une seule fois' });
    raw.say(twice);
    raw.say(twice);
    await until('two acks', () => raw.frames.filter((frame) => frame.type === 'ack').length === 2);
    const [first, second] = raw.frames.filter((frame) => frame.type === 'ack');
    expect(second).toEqual(first);
    expect([...bob.mirror.ideas.values()].filter((idea) => idea.text === 'Une seule fois')).toHaveLength(1);
    raw.end();
  });
});

describe('frames', () => {
  const deep = `{"type":"command","id":"${randomUUID()}","do":"idea.post","args":{"text":${'['.repeat(40)}${']'.repeat(40)}}}`;
  test.each([
    ['malformed JSON', '{"type":', 'malformed_json'],
    ['not an object', '[1,2,3]', 'malformed_json'],
    ['deeply nested', deep, 'too_deep'],
    ['a million levels', '['.repeat(16_000), 'too_deep'],
    ['unknown type', '{"type":"shout"}', 'unknown_type'],
    ['unknown command', JSON.stringify(command('idea.burn', {})), 'unknown_command'],
    ['bad id', JSON.stringify(command('idea.post', { text: 'x' }, 'one')), 'bad_command_id'],
    ['missing text', JSON.stringify(command('idea.post', {})), 'bad_arguments'],
    ['a number for a text', JSON.stringify(command('idea.post', { text: 3 })), 'bad_arguments'],
    ['an unknown reason', JSON.stringify(command('idea.hide', { idea: 'x', reason: 'boring' })), 'bad_reason'],
    ['half a surrogate', `{"type":"command","id":"${randomUUID()}","do":"idea.post","args":{"text":"\\ud800"}}`, 'malformed_json'],
  ])('[P6] [P7] %s', async (_, text, expected) => {
    const raw = await new Raw(ada.token).opened();
    raw.say(text);
    expect((await raw.refusal()).code).toBe(expected);
    raw.end();
  });

  test('a command before hello', async () => {
    const raw = await new Raw(ada.token).opened(false);
    raw.say(command('idea.post', { text: 'trop tôt' }));
    expect((await raw.refusal()).code).toBe('hello_first');
    raw.end();
  });

  test.each([
    ['too big a message', Buffer.alloc(17 * 1024, 'a'), false, 1009],
    ['invalid UTF-8', Buffer.from([0x7b, 0xff, 0xfe]), false, 1007],
    ['binary', Buffer.from('{}'), true, 1003],
  ])('[P7] %s closes with its code', async (_, bytes, binary, expected) => {
    const raw = await new Raw(ada.token).opened();
    raw.sayBytes(bytes, binary);
    expect(await raw.closing()).toBe(expected);
  });

  test('endless nonsense is cut off', async () => {
    const raw = await new Raw(ada.token).opened();
    for (let i = 0; i < 40; ++i) raw.say('{');
    expect(await raw.closing()).toBe(1008);
  });
});

describe('votes', () => {
  test('[D1] [D2] beyond the bounds nothing changes', async () => {
    await facilitator.does('phase.open', { phase: phase('vote') });
    await ada.sees('the vote', (mirror) => mirror.phases.some((each) => each.kind === 'vote' && each.status === 'open'));
    const [one, two, three] = [...ada.mirror.ideas.values()].map((idea) => idea.id);
    expect(await ada.refused('vote.cast', { idea: one ?? '', value: 3 })).toBe('too_many_on_idea');
    expect(await ada.refused('vote.cast', { idea: 'nowhere', value: 1 })).toBe('no_such_idea');
    await ada.does('vote.cast', { idea: one ?? '', value: 2 });
    await ada.does('vote.cast', { idea: two ?? '', value: 2 });
    const beyond = await ada.tries('vote.cast', { idea: three ?? '', value: 2 });
    expect(beyond).toMatchObject({ done: false, refusal: { code: 'votes_spent', data: { budget: 5, left: 1 } } });
    expect(await facilitator.refused('vote.cast', { idea: one ?? '', value: 1 })).toBe('not_allowed');
    expect(await ada.refused('idea.post', { text: 'Encore une' })).toBe('wrong_phase');
  });
});

test('after all that, the others go on undisturbed', async () => {
  expect(facilitator.session.snapshot.link).toBe('live');
  await facilitator.does('phase.extend', { phase: phase('vote'), minutes: 5 });
  expect(server.log.filter((line) => /broken invariant|exception/.test(line))).toEqual([]);
});
