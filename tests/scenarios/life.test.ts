import { afterEach, describe, expect, test } from 'vitest';
import { collectingOn } from './support/organiser.ts';
import type { Person } from './support/person.ts';
import { type Credential, RawLine } from './support/raw_line.ts';
import { Server } from './support/server.ts';
import { until } from './support/until.ts';

// A workshop comes into memory and leaves it; what was done stays done. What an operator sees of it.

let server: Server;
afterEach(() => server.end());

interface Opened {
  facilitator: Person;
  ada: Credential;
  /** Somebody who has not been there yet. */
  another: () => Promise<Credential>;
}

/** A workshop that collects, and somebody in it. */
async function opened(): Promise<Opened> {
  const { workshop, facilitator } = await collectingOn(server, 'Va-et-vient');
  const another = async (): Promise<Credential> => {
    const joined = await facilitator.api.join({ code: workshop.code });
    if (!joined.ok) throw new Error(joined.failure.code);
    return { workshop: workshop.id, token: joined.value.token, role: 'participant' };
  };
  return { facilitator, ada: await another(), another };
}

async function figure(name: string): Promise<number | undefined> {
  const page = await (await fetch(`${server.origin}/metrics`)).text();
  const line = page.split('\n').find((text) => text.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.slice(name.length + 1));
}

async function untilFigure(name: string, wanted: number): Promise<void> {
  let seen: number | undefined;
  const asked = setInterval(() => void figure(name).then((value) => (seen = value)), 50);
  try {
    await until(`${name} ${String(wanted)}`, () => seen === wanted);
  } finally {
    clearInterval(asked);
  }
}

describe('a workshop that nobody is in', () => {
  test('[P2] leaves memory; what was sent before is still known by its id', async () => {
    server = await Server.start({ args: ['--idle-room-minutes', '0'] });
    const { facilitator, ada } = await opened();
    const before = await RawLine.open('websocket', server, ada);
    const id = crypto.randomUUID();
    const ack = await before.asks('idea.post', { text: 'Une haie' }, id);
    expect(ack.type).toBe('ack');
    expect(await figure('atelier_workshops_loaded')).toBe(1);
    before.cut();
    facilitator.leave();
    await untilFigure('atelier_workshops_loaded', 0);

    const after = await RawLine.open('stream', server, ada, before.position);
    expect(after.frames[0]?.type).toBe('resumed');
    expect(await after.asks('idea.post', { text: 'Une haie' }, id)).toEqual(ack);
    expect(after.changes()).toEqual([]);
    after.cut();
  });

  test('stays while somebody is there, by polls too', async () => {
    server = await Server.start({ args: ['--idle-room-minutes', '0'] });
    const { facilitator, ada } = await opened();
    const line = await RawLine.open('poll', server, ada);
    facilitator.leave();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await figure('atelier_workshops_loaded')).toBe(1);
    line.cut();
  });
});

describe('what an operator sees', () => {
  test('everything that the engine counts, by role and transport', async () => {
    server = await Server.start({ args: ['--threads', '3'] });
    const { facilitator, ada } = await opened();
    const lines = await Promise.all(
      (['websocket', 'stream', 'poll'] as const).map((name) => RawLine.open(name, server, ada)),
    );
    expect((await lines[0]?.asks('idea.post', { text: 'Un puits' }))?.type).toBe('ack');
    expect((await lines[1]?.asks('idea.post', { text: '' }))?.type).toBe('refused');
    for (const transport of ['websocket', 'stream', 'poll']) {
      expect(await figure(`atelier_connections{role="participant",transport="${transport}"}`)).toBe(1);
    }
    expect(await figure('atelier_connections{role="facilitator",transport="websocket"}')).toBe(1);
    expect(await figure('atelier_refusals_total{code="empty_text"}')).toBe(1);
    expect(await figure(`atelier_room_connections{workshop="${ada.workshop}"}`)).toBe(4);
    for (const name of ['atelier_copies_total', 'atelier_journal_commit_seconds_count', 'atelier_batch_commands_count', 'atelier_round_seconds_count', 'atelier_welcomes_total']) {
      expect(await figure(name), name).toBeGreaterThan(0);
    }
    for (const name of ['atelier_slow_readers_total', 'atelier_resyncs_total', 'atelier_resumes_total', 'atelier_mailbox_commands', 'atelier_journal_waiting']) {
      expect(await figure(name), name).toBe(0);
    }
    const page = await (await fetch(`${server.origin}/metrics`)).text();
    for (const secret of [ada.token, 'Un puits']) expect(page).not.toContain(secret);
    for (const line of lines) line.cut();
    facilitator.leave();
  });
});

describe('lines that are cut as they open', () => {
  test.each(['websocket', 'stream', 'poll'] as const)('harm nobody, and nobody stays: %s', async (name) => {
    server = await Server.start({ args: ['--threads', '2'] });
    const { facilitator, ada, another } = await opened();
    const people = await Promise.all(Array.from({ length: 200 }, another));
    for (let wave = 0; wave < 10; ++wave) {
      const lines = people.slice(20 * wave, 20 * wave + 20).map((person) => new RawLine(name, server, person));
      await new Promise((resolve) => setTimeout(resolve, wave));
      for (const line of lines) line.cut();
    }
    // A poll that nobody fetches again is forgotten after its last wait; the others at once.
    if (name !== 'poll') await untilFigure(`atelier_connections{role="participant",transport="${name}"}`, 0);
    const line = await RawLine.open(name, server, ada);
    expect((await line.asks('idea.post', { text: 'Toujours là' })).type).toBe('ack');
    line.cut();
    facilitator.leave();
    expect(await server.stop()).toBe(0);
  });
});

describe('more people than a shell would let in', () => {
  test('come in all the same', async () => {
    server = await Server.start({ descriptors: 128 });
    const { facilitator, another } = await opened();
    const people = await Promise.all(Array.from({ length: 200 }, another));
    const lines = await Promise.all(people.map((person) => RawLine.open('websocket', server, person)));
    expect(lines.every(({ closed }) => closed === undefined)).toBe(true);
    for (const line of lines) line.cut();
    facilitator.leave();
  });
});

describe('faster than any hand', () => {
  test('is told when to send again, and what is sent again then is done once', async () => {
    server = await Server.start();
    const { facilitator, ada } = await opened();
    const line = await RawLine.open('websocket', server, ada);
    const ids = Array.from({ length: 60 }, () => crypto.randomUUID());
    for (const id of ids) line.send({ type: 'command', id, do: 'idea.withdraw', args: { idea: 'nowhere' } });
    await until('all answers', () => line.all('refused').length >= ids.length);
    const late = line.all('refused').filter(({ code }) => code === 'rate_limited');
    expect(late.length).toBeGreaterThan(0);
    expect(late.every(({ data }) => Number(data['retry_after_ms']) > 0)).toBe(true);
    expect(line.closed).toBeUndefined();

    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const again = await line.asks('idea.withdraw', { idea: 'nowhere' }, late[0]?.id ?? '');
    expect(again).toMatchObject({ type: 'refused', code: 'no_such_idea' });
    line.cut();
    facilitator.leave();
  });
});
