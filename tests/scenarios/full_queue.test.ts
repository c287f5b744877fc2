import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api, type Command } from '../../web-client/src/core/index.ts';
import { secretOf, workshopOn } from './support/organiser.ts';
import { offContract, Person } from './support/person.ts';
import { Server } from './support/server.ts';

// As many ideas as a workshop holds wait to be read: the facilitator comes in, has them all, and
// publishes them batch by batch, while those who wrote them look on.

let server: Server;
let workshop: Awaited<ReturnType<typeof workshopOn>>;
let facilitator: Person;
const full = 5_000;
const each = 50;

const template = {
  title: 'File pleine',
  phases: [{ id: 'idees', kind: 'collect', title: 'Idées', minutes: 10, settings: { moderation: 'before', max_per_person: each } }],
};

beforeAll(async () => {
  server = await Server.start();
  workshop = await workshopOn(server, { language: 'fr', template: template as never });
  facilitator = await Person.enter(server, secretOf(workshop.links.facilitator));
  await facilitator.does('phase.open', { phase: 'idees' });
  facilitator.leave();
});
afterAll(async () => {
  facilitator.leave();
  await server.end();
});

const timed = async (what: string, does: () => Promise<unknown>) => {
  const began = performance.now();
  await does();
  console.log(`${what}: ${((performance.now() - began) / 1_000).toFixed(1)} s`);
};

/** Sends them in batches, again where the server asks for it. */
async function sends(api: Api, role: 'participant' | 'facilitator', commands: readonly Command[]): Promise<void> {
  let left = [...commands];
  while (left.length > 0) {
    const answer = await api.commands(workshop.id, role, left.slice(0, 30));
    const acks = new Set<string>();
    let wait = answer.ok ? 0 : 1_000;
    if (!answer.ok && answer.failure.status !== 429) throw new Error(answer.failure.code);
    for (const one of answer.ok ? answer.value : []) {
      if (one.type === 'ack') acks.add(one.id);
      else if (one.data.retry_after_ms === undefined) throw new Error(one.code);
      else wait = one.data.retry_after_ms + 900;
    }
    left = left.filter(({ id }) => !acks.has(id));
    if (wait > 0) await sleep(wait);
  }
}

const post = (text: string): Command => ({ type: 'command', id: crypto.randomUUID(), do: 'idea.post', args: { text } });

test('[I6] a hundred people fill it; one more idea is refused', { timeout: 300_000 }, async () => {
  await timed(`${String(full)} ideas posted`, async () => {
    await Promise.all(
      Array.from({ length: full / each }, async (_, i) => {
        const joined = await new Api({ origin: server.origin }).join({ code: workshop.code });
        if (!joined.ok) throw new Error(joined.failure.code);
        const api = new Api({ origin: server.origin, bearer: joined.value.token });
        await sends(api, 'participant', Array.from({ length: each }, (_, n) => post(`Proposition ${String(n)} de la personne ${String(i)}`)));
      }),
    );
  });
  const late = await Person.join(server, workshop.code);
  expect(late.mirror.ideas.size, 'nothing is published yet').toBe(0);
  expect(await late.refused('idea.post', { text: 'Une de plus' })).toBe('too_many_ideas');
  late.leave();
});

test('the facilitator comes in and has all of it', { timeout: 300_000 }, async () => {
  await timed('the whole state', async () => {
    facilitator = await Person.enter(server, secretOf(workshop.links.facilitator));
  });
  expect(facilitator.mirror.ideas.size).toBe(full);
  expect([...facilitator.mirror.ideas.values()].every(({ status }) => status === 'pending')).toBe(true);
});

test('they are published in batches, and everyone sees them', { timeout: 300_000 }, async () => {
  const reader = await Person.join(server, workshop.code);
  await timed(`${String(full)} ideas published`, async () => {
    const publish = [...facilitator.mirror.ideas.keys()].map((idea): Command => ({ type: 'command', id: crypto.randomUUID(), do: 'idea.publish', args: { idea } }));
    await sends(facilitator.api, 'facilitator', publish);
    await reader.sees('all of them', ({ ideas }) => ideas.size === full);
  });
  expect([...reader.mirror.ideas.values()].every(({ status }) => status === 'published')).toBe(true);
  reader.leave();
  expect(offContract).toEqual([]);
});
