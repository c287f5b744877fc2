import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { type Command, EventStreamReader, type ServerFrame } from '../../web-client/src/core/index.ts';
import { secretOf, workshopOn } from './support/organiser.ts';
import { Person } from './support/person.ts';
import { Server } from './support/server.ts';
import { until } from './support/until.ts';

// Somebody whose line takes nothing any more while much is said: nobody waits for them, they are not
// sent away, and once they read again they are told everything anew.

const authors = 12;
const rounds = 170;
/** 8 KiB each: no kernel holds all of them back. */
const long = (n: number) => `${String(n)} `.padEnd(12, '.') + '🌳'.repeat(1_980);

let server: Server;
let facilitator: Person;
let workshop: Awaited<ReturnType<typeof workshopOn>>;
let ada: Person;

beforeAll(async () => {
  server = await Server.start();
  const template = {
    title: 'Lenteur',
    phases: [{ id: 'collect', kind: 'collect', title: 'Idées', minutes: 10, settings: { moderation: 'none', max_chars: 2_000 } }],
  };
  workshop = await workshopOn(server, { language: 'fr', template: template as never });
  facilitator = await Person.enter(server, secretOf(workshop.links.facilitator));
  await facilitator.does('phase.open', { phase: 'collect' });
  ada = await Person.join(server, workshop.code);
});
afterAll(async () => {
  for (const person of [ada, facilitator]) person.leave();
  await server.end();
});

/** Posts commands, again as long as the server says "not now"; all of them end acknowledged. */
async function insist(commands: Command[]): Promise<void> {
  for (let left = commands; left.length > 0; ) {
    const answer = await facilitator.api.commands(workshop.id, 'facilitator', left);
    if (!answer.ok) throw new Error(answer.failure.code);
    const again = answer.value.filter((each) => each.type === 'refused' && each.data.retry_after_ms !== undefined);
    const final = answer.value.find((each) => each.type === 'refused' && !again.includes(each));
    if (final?.type === 'refused') throw new Error(final.code);
    left = left.filter(({ id }) => again.some((each) => each.id === id));
    if (left.length > 0) await sleep(100);
  }
}

/** Facilitators rewrite ideas of theirs again and again, by POST; gives the last words of each. */
async function flood(): Promise<Map<string, string>> {
  const edit = (idea: string, n: number): Command => ({ type: 'command', id: crypto.randomUUID(), do: 'idea.edit', args: { idea, text: long(n) } });
  const said = new Map<string, string>();
  await Promise.all(
    Array.from({ length: authors }, async (_, author) => {
      const text = `${crypto.randomUUID()} ${String(author)}`;
      await insist([{ type: 'command', id: crypto.randomUUID(), do: 'idea.post', args: { text } }]);
      const known = () => [...facilitator.mirror.ideas.values()].find((idea) => idea.text === text)?.id;
      await until('the idea', () => known() !== undefined);
      const idea = known() ?? '';
      for (let n = 1; n <= rounds; n += 5) await insist(Array.from({ length: 5 }, (_, k) => edit(idea, n + k)));
      // Alone: of several at once, one that had to be sent again may come behind the others.
      await insist([edit(idea, rounds + 1)]);
      said.set(idea, long(rounds + 1));
    }),
  );
  return said;
}

/** The mirror's ideas after all frames, as a client would have them. */
function ideasAfter(frames: ServerFrame[]): Map<string, string> {
  const ideas = new Map<string, string>();
  for (const frame of frames) {
    if (frame.type === 'welcome') {
      ideas.clear();
      for (const { id, text } of frame.state.ideas) ideas.set(id, text);
    }
    if (frame.type === 'delta') for (const event of frame.events) if ('idea' in event && typeof event.idea === 'object') ideas.set(event.idea.id, event.idea.text);
  }
  return ideas;
}

async function caughtUp(frames: ServerFrame[], said: Map<string, string>): Promise<void> {
  await until('all of it', () => {
    const ideas = ideasAfter(frames);
    return [...said].every(([idea, text]) => ideas.get(idea) === text);
  });
  expect(frames.filter(({ type }) => type === 'welcome').length).toBeGreaterThanOrEqual(2);
}

test('[P4] a WebSocket that is not read is kept, and told everything anew', async () => {
  const socket = new WebSocket(`${server.socketOrigin}/api/v1/workshops/${workshop.id}/live?as=participant`, ['atelier.v1'], {
    headers: { authorization: `Bearer ${ada.token}` },
  });
  const frames: ServerFrame[] = [];
  socket.on('message', (data) => frames.push(JSON.parse(String(data)) as ServerFrame));
  await once(socket, 'open');
  socket.send('{"type":"hello"}');
  await until('a welcome', () => frames.length > 0);
  socket.pause();
  const said = await flood();
  socket.resume();
  await caughtUp(frames, said);
  expect(socket.readyState).toBe(WebSocket.OPEN);
  expect(ada.session.snapshot.link).toBe('live');
  socket.terminate();
});

test('[P4] a stream that is not read is kept, and told everything anew', async () => {
  const url = `${server.origin}/api/v1/workshops/${workshop.id}/stream?as=participant`;
  const request = get(url, { headers: { authorization: `Bearer ${ada.token}` } });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const frames: ServerFrame[] = [];
  const events = new EventStreamReader();
  let ended = false;
  response.on('data', (bytes: Buffer) => {
    for (const { name, data } of events.read(bytes)) if (name === 'message') frames.push(JSON.parse(data) as ServerFrame);
  });
  response.on('end', () => (ended = true));
  await until('a welcome', () => frames.length > 0);
  response.pause();
  const said = await flood();
  response.resume();
  await caughtUp(frames, said);
  expect(ended).toBe(false);
  request.destroy();
});
