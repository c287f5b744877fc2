import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { faults, type Json } from '../protocol/contract.ts';
import { organiserOf, secretOf, workshopOn } from './support/organiser.ts';
import { Person } from './support/person.ts';
import { RawLine } from './support/raw_line.ts';
import { Server } from './support/server.ts';
import { until } from './support/until.ts';

// Who does not get in, what is not taken, by whichever transport it comes; and how they all end.

let server: Server;
let workshop: Awaited<ReturnType<typeof workshopOn>>;
let other: Awaited<ReturnType<typeof workshopOn>>;
let facilitator: Person;
let ada: Person;

beforeAll(async () => {
  server = await Server.start();
  workshop = await workshopOn(server, { language: 'fr', template: 'retrospective' });
  other = await workshopOn(server, { language: 'fr', template: 'retrospective' });
  facilitator = await Person.enter(server, secretOf(workshop.links.facilitator));
  ada = await Person.join(server, workshop.code, { name: 'Ada' });
});
afterAll(async () => {
  facilitator.leave();
  ada.leave();
  await server.end();
});

const session = () => `session=${crypto.randomUUID()}`;
const token = () => ({ authorization: `Bearer ${ada.token}` });

/** What a request for a line is answered: status and code. */
function asked(way: 'live' | 'stream' | 'poll', id: string, query: string, headers: Record<string, string>): Promise<[number, string]> {
  const path = `/api/v1/workshops/${id}/${way}?as=participant&${way === 'poll' && !/session/.test(query) ? session() : ''}${query}`;
  if (way !== 'live') {
    const stop = new AbortController();
    return fetch(`${server.origin}${path}`, { headers, signal: stop.signal }).then(async (response) => {
      if (response.ok) {
        stop.abort();
        return [response.status, ''];
      }
      const problem = (await response.json()) as Json;
      expect(faults('http.problem', problem)).toBe('');
      return [response.status, (problem as { code: string }).code];
    });
  }
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${server.socketOrigin}${path}`, ['atelier.v1'], { headers });
    socket.on('error', () => undefined);
    socket.on('open', () => {
      socket.terminate();
      resolve([200, '']);
    });
    socket.on('unexpected-response', (_request, response) => {
      let text = '';
      response.on('data', (data) => (text += String(data)));
      response.on('end', () => {
        try {
          resolve([response.statusCode ?? 0, (JSON.parse(text) as { code: string }).code]);
        } catch (problem) {
          reject(problem as Error);
        }
      });
    });
  });
}

describe.each(['live', 'stream', 'poll'] as const)('GET …/%s', (way) => {
  test('lets in who may', async () => {
    expect(await asked(way, workshop.id, '', token())).toEqual([200, '']);
  });
  test.each([
    ['nobody', {}, 401, 'not_joined'],
    ['a made-up token', { authorization: `Bearer ${'x'.repeat(27)}` }, 401, 'not_joined'],
    ['a token that is no token', { authorization: 'Bearer !' }, 401, 'not_joined'],
  ])('refuses %s', async (_, headers, status, code) => {
    expect(await asked(way, workshop.id, '', headers as Record<string, string>)).toEqual([status, code]);
  });
  test("refuses another workshop's participant", async () => {
    expect(await asked(way, other.id, '', token())).toEqual([403, 'forbidden']);
  });
  test('refuses a page of elsewhere', async () => {
    expect(await asked(way, workshop.id, '', { ...token(), origin: 'https://elsewhere.invalid' })).toEqual([403, 'foreign_origin']);
  });
  test.each(['as=organiser', 'as=reader', 'as=nobody'])('knows no line for %s', async (role) => {
    const [status] = await asked(way, workshop.id, `&${role}`, {});
    expect(status).toBeGreaterThanOrEqual(400);
  });
  test('refuses a workshop that is not there', async () => {
    const [status] = await asked(way, 'a'.repeat(16), '', token());
    expect([403, 404]).toContain(status);
  });
});

test.each([
  'after=abc&epoch=x',
  'after=-1&epoch=x',
  'after=1e3&epoch=x',
  'after=99999999999999999999&epoch=x',
  'after=1',
  'epoch=x',
  `after=1&epoch=${'x'.repeat(4_000)}`,
  'after=1&epoch=%00%ff',
  'after=&epoch=',
  'after=1&after=2&epoch=x&epoch=y',
])('where nobody can have been is no place to resume from: %s', async (query) => {
  for (const way of ['stream', 'poll'] as const) {
    const stop = new AbortController();
    const response = await fetch(`${server.origin}/api/v1/workshops/${workshop.id}/${way}?as=participant&${session()}&${query}`, {
      headers: token(),
      signal: stop.signal,
    });
    if (response.status === 400) {
      expect(faults('http.problem', (await response.json()) as Json)).toBe('');
      continue;
    }
    expect(response.status).toBe(200);
    const reader = response.body?.getReader();
    let text = '';
    while (reader && !text.includes('"type":')) text += new TextDecoder().decode((await reader.read()).value);
    expect(text).toContain('"type":"welcome"');
    stop.abort();
  }
});

test.each(['', 'session=', 'session=1', `session=${'0'.repeat(36)}`, `session=${crypto.randomUUID().toUpperCase()}`])(
  'a poll needs a session of its own: %j',
  async (query) => {
    const response = await fetch(`${server.origin}/api/v1/workshops/${workshop.id}/poll?as=participant&${query}`, { headers: token() });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'bad_request', data: { field: 'session' } });
  },
);

test("one cannot take over another's session", async () => {
  const bob = await Person.join(server, workshop.code);
  const mine = session();
  const poll = (who: Person) =>
    fetch(`${server.origin}/api/v1/workshops/${workshop.id}/poll?as=participant&${mine}`, { headers: { authorization: `Bearer ${who.token}` } });
  const you = async (response: Response) => ((await response.json()) as { you?: { participant: string } }[])[0]?.you?.participant;
  expect(await you(await poll(ada))).toBe(ada.id);
  expect([bob.id, undefined]).toContain(await you(await poll(bob)));
  bob.leave();
});

test('a second poll has the first answered at once', async () => {
  const mine = session();
  const url = `${server.origin}/api/v1/workshops/${workshop.id}/poll?as=participant&${mine}`;
  const greeting = (await (await fetch(url, { headers: token() })).json()) as { epoch: string; seq: number }[];
  const at = `&after=${String(greeting.at(-1)?.seq)}&epoch=${String(greeting[0]?.epoch)}`;
  // What trickles in about who is connected is fetched first.
  const quiet = await fetch(url + at, { headers: token(), signal: AbortSignal.timeout(400) }).catch(() => undefined);
  await quiet?.text();
  const began = Date.now();
  const first = fetch(url + at, { headers: token() });
  await new Promise((resolve) => setTimeout(resolve, 200));
  const stop = new AbortController();
  const second = fetch(url + at, { headers: token(), signal: stop.signal }).catch(() => undefined);
  expect((await first).status).toBe(200);
  expect(Array.isArray(await (await first).json())).toBe(true);
  expect(Date.now() - began).toBeLessThan(5_000);
  stop.abort();
  await second;
});

describe('POST …/commands', () => {
  const post = async (body: string | Buffer, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server.origin}/api/v1/workshops/${workshop.id}/commands?as=participant`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...token(), ...headers },
      body: body as BodyInit,
    });
    const answer = (await response.json()) as Json;
    expect(faults(response.ok ? 'http.commands.response' : 'http.problem', answer)).toBe('');
    return [response.status, answer] as const;
  };
  const command = (args: unknown, id: string = crypto.randomUUID()) => ({ id, do: 'idea.post', args });

  test.each([
    ['malformed JSON', '{"id":', 400, 'malformed_json'],
    ['neither object nor list', '42', 200, 'malformed_json'],
    ['too many', JSON.stringify(Array.from({ length: 33 }, () => command({ text: 'x' }))), 400, 'bad_request'],
    ['deeply nested', '['.repeat(5_000), 400, 'too_deep'],
    ['too large', JSON.stringify(command({ text: 'x'.repeat(70_000) })), 413, 'too_large'],
    ['invalid UTF-8', Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d]), 400, 'invalid_utf8'],
  ])('%s', async (_, body, status, code) => {
    const [got, answer] = await post(body);
    expect(got).toBe(status);
    expect(answer).toMatchObject({ code });
  });
  test('what can be read has an answer each', async () => {
    const [, answers] = await post(JSON.stringify([42, {}, command({ text: 3 }), { ...command({}), do: 'idea.burn' }, command({}, 'one')]));
    expect((answers as { code: string }[]).map(({ code }) => code)).toEqual([
      expect.stringMatching(/^(malformed_json|bad_command_id)$/),
      'bad_command_id',
      'bad_arguments',
      'unknown_command',
      'bad_command_id',
    ]);
  });
  test('not JSON by its own word', async () => {
    expect(await post('[]', { 'content-type': 'text/plain' })).toMatchObject([415, { code: 'unsupported_media_type' }]);
  });
  test('a page of elsewhere', async () => {
    expect(await post('[]', { origin: 'https://elsewhere.invalid' })).toMatchObject([403, { code: 'foreign_origin' }]);
  });
  test('nothing to do is nothing wrong', async () => {
    expect(await post('[]')).toEqual([200, []]);
  });
});

describe('ends', () => {
  test.each(['websocket', 'stream', 'poll'] as const)('an erased workshop ends its %s', async (name) => {
    const made = await workshopOn(server, { language: 'fr', template: 'retrospective' });
    const joined = await facilitator.api.join({ code: made.code });
    if (!joined.ok) throw new Error(joined.failure.code);
    const line = await RawLine.open(name, server, { workshop: made.id, token: joined.value.token, role: 'participant' });
    expect((await (await organiserOf(server)).erase(made.id)).ok).toBe(true);
    await until('the end', () => line.closed !== undefined);
    // A poll finds out by asking again, and its token went with the workshop.
    expect(name === 'poll' ? [4401, 4404] : [4404]).toContain(line.closed);
  });

  test.each(['websocket', 'stream', 'poll'] as const)('a link that is renewed ends the %s of those who came by it', async (name) => {
    const made = await workshopOn(server, { language: 'fr', template: 'retrospective' });
    const entered = await facilitator.api.enter(secretOf(made.links.screen));
    if (!entered.ok) throw new Error(entered.failure.code);
    const line = await RawLine.open(name, server, { workshop: made.id, token: entered.value.token, role: 'screen' });
    await (await organiserOf(server)).renewLink(made.id, 'screen');
    await until('the end', () => line.closed !== undefined);
    expect(line.closed).toBe(4401);
  });

  test('a server that stops says so on every line, and how much time there is to come back', async () => {
    const leaving = await Server.start();
    const made = await workshopOn(leaving, { language: 'fr', template: 'retrospective' });
    const guide = await Person.enter(leaving, secretOf(made.links.facilitator));
    const lines = await Promise.all(
      (['websocket', 'stream', 'poll'] as const).map(async (name) => {
        const joined = await guide.api.join({ code: made.code });
        if (!joined.ok) throw new Error(joined.failure.code);
        return RawLine.open(name, leaving, { workshop: made.id, token: joined.value.token, role: 'participant' });
      }),
    );
    guide.leave();
    expect(await leaving.stop()).toBe(0);
    const [socket, stream, poll] = lines;
    for (const line of lines) await until('the end', () => line.closed !== undefined);
    for (const line of [socket, stream]) {
      expect(line?.closed).toBe(1012);
      const notice = line?.all('notice').find(({ code }) => code === 'draining');
      expect(notice?.data.retry_within_ms).toBeGreaterThanOrEqual(1_000);
      expect(notice?.data.retry_within_ms).toBeLessThanOrEqual(20_000);
    }
    expect(poll?.all('notice').some(({ code }) => code === 'draining') || poll?.closed === 1012).toBe(true);
    await leaving.end();
  });
});

test('after all that, the others go on undisturbed', () => {
  expect(facilitator.session.snapshot).toMatchObject({ link: 'live', transport: 'websocket' });
  expect(server.log.filter((line) => /broken invariant|exception/.test(line))).toEqual([]);
});
