import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectingOn } from './support/organiser.ts';
import type { Person } from './support/person.ts';
import { type Credential, RawLine } from './support/raw_line.ts';
import { Server } from './support/server.ts';
import { until } from './support/until.ts';

// What one person may take of a server that all share: who asks without end waits, the others do not.

let server: Server;
let facilitator: Person;
let code: string;
let workshop: string;
beforeAll(async () => {
  server = await Server.start();
  const made = await collectingOn(server, 'Chacun sa part');
  ({ facilitator } = made);
  ({ code, id: workshop } = made.workshop);
});
afterAll(async () => {
  facilitator.leave();
  await server.end();
});

async function somebody(): Promise<Credential> {
  const joined = await facilitator.api.join({ code });
  if (!joined.ok) throw new Error(joined.failure.code);
  return { workshop, token: joined.value.token, role: 'participant' };
}

const at = (path: string): string => `${server.origin}/api/v1/workshops/${workshop}/${path}`;
const asked = ({ token }: Credential, path: string, request: RequestInit = {}): Promise<Response> =>
  fetch(at(path), { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } });

const nothing = (): unknown => ({ id: crypto.randomUUID(), do: 'idea.withdraw', args: { idea: 'nowhere' } });
const post = (who: Credential, count: number): Promise<Response> =>
  asked(who, 'commands?as=participant', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(Array.from({ length: count }, nothing)),
  });

describe('commands by POST', () => {
  test('too many of one person are turned away, late and with the time to come back; another goes on', async () => {
    const [hasty, calm] = [await somebody(), await somebody()];
    const flood = Promise.all(Array.from({ length: 20 }, () => post(hasty, 32)));
    const answer = await post(calm, 1);
    expect(answer.status).toBe(200);

    const answers = await flood;
    const statuses = new Set(answers.map(({ status }) => status));
    expect(statuses).toEqual(new Set([200, 429]));
    const late = answers.find(({ status }) => status === 429);
    expect(Number(late?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await late?.json()).toMatchObject({ code: 'rate_limited' });
  });

  test('a hand that votes ten times in a row is done before one that floods is answered', async () => {
    const [hasty, who] = [await somebody(), await somebody()];
    let flooded = false;
    const flood = Promise.all(Array.from({ length: 20 }, () => post(hasty, 32))).then(() => (flooded = true));
    for (let i = 0; i < 10; ++i) expect((await post(who, 1)).status).toBe(200);
    expect(flooded).toBe(false);
    await flood;
  });
});

describe('polls', () => {
  test('of ever new sessions take their own places, nobody else’s', async () => {
    const [hasty, calm] = [await somebody(), await somebody()];
    const session = crypto.randomUUID();
    const poll = (who: Credential, by: string, after = ''): Promise<Response> =>
      asked(who, `poll?as=participant&session=${by}${after}`);
    const [welcome] = (await (await poll(calm, session)).json()) as { type: string; epoch: string; seq: number }[];
    expect(welcome).toMatchObject({ type: 'welcome' });

    const answers = await Promise.all(Array.from({ length: 12 }, () => poll(hasty, crypto.randomUUID())));
    expect(answers.some(({ status }) => status === 429)).toBe(true);
    const page = await (await fetch(`${server.origin}/metrics`)).text();
    const polling = /^atelier_connections\{role="participant",transport="poll"\} (\d+)$/m.exec(page)?.[1];
    expect(Number(polling)).toBeLessThanOrEqual(5);

    // The calm one's session is known: it is not greeted again.
    const waiting = poll(calm, session, `&epoch=${welcome?.epoch ?? ''}&after=${String(welcome?.seq)}`);
    const posted = await RawLine.open('websocket', server, calm);
    expect((await posted.asks('idea.post', { text: 'Une mare' })).type).toBe('ack');
    const types = ((await (await waiting).json()) as { type: string }[]).map(({ type }) => type);
    expect(types).not.toContain('welcome');
    expect(types).toContain('delta');
    posted.cut();
  });
});

describe('greetings', () => {
  test('without end are given now and then; commands on the same line go on', async () => {
    const line = await RawLine.open('websocket', server, await somebody());
    for (let i = 0; i < 10; ++i) line.send({ type: 'hello' } as never);
    expect((await line.asks('idea.post', { text: 'Un verger' })).type).toBe('ack');
    await until('all are answered', () => line.all('welcome').length + line.all('refused').length >= 11);
    expect(line.all('welcome').length).toBeLessThanOrEqual(3);
    for (const { code: why, data } of line.all('refused')) {
      expect(why).toBe('rate_limited');
      expect(Number(data['retry_after_ms'])).toBeGreaterThan(0);
    }
    expect(line.closed).toBeUndefined();
    line.cut();
  });
});
