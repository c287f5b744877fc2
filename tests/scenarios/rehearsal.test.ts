import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Api, CreateWorkshopResponse, RehearsalStatus } from '../../web-client/src/core/index.ts';
import { faults, type Json, overHttp } from '../protocol/contract.ts';
import { organiserOf, secretOf, workshopOn } from './support/organiser.ts';
import { Person } from './support/person.ts';
import { Server, tryAtelier } from './support/server.ts';

// Simulated people in a throw-away copy: the figures are plausible, and nothing is left behind.

const agenda = {
  title: 'Une soirée',
  boards: [{ id: 'main', levers: [{ id: 'un', name: 'Un', symbol: 'leaf', colour: 'green' }] }],
  phases: [
    { id: 'ideas', kind: 'collect', title: 'Idées', minutes: 5, settings: { moderation: 'before' } },
    { id: 'levers', kind: 'sort', title: 'Leviers', minutes: 5, settings: { board: 'main', mode: 'shared' } },
    { id: 'votes', kind: 'vote', title: 'Votes', minutes: 5, settings: { method: 'dots', budget: 5 } },
  ],
};

const request = { language: 'fr', template: agenda } as never;

async function statusOf(api: Api, id: string): Promise<RehearsalStatus> {
  const answer = await api.rehearsal(id);
  if (!answer.ok) throw new Error(answer.failure.code);
  expect(faults('http.rehearsal.response', answer.value as unknown as Json)).toBe('');
  return answer.value;
}

async function ended(api: Api, id: string): Promise<RehearsalStatus> {
  for (;;) {
    const status = await statusOf(api, id);
    if (status.state !== 'running') return status;
    await sleep(200);
  }
}

async function idsOn(api: Api): Promise<string[]> {
  const list = await api.workshops();
  if (!list.ok) throw new Error(list.failure.code);
  return list.value.workshops.map(({ id }) => id).sort();
}

/** What is in the database beside what is listed. */
async function allOn(server: Server): Promise<string> {
  const { output, errors } = await tryAtelier('verify', '--data', server.data);
  return output + errors;
}

describe('a rehearsal', () => {
  let server: Server;
  let api: Api;
  let workshop: CreateWorkshopResponse;
  beforeAll(async () => {
    server = await Server.start();
    api = await organiserOf(server);
    workshop = await workshopOn(server, request);
  });
  afterAll(() => server.end());

  test('[RH6] fifty people play it to its end, and nothing is missing', { timeout: 90_000 }, async () => {
    const begun = await api.beginRehearsal(workshop.id, { participants: 50, seconds: 24 });
    if (!begun.ok) throw new Error(begun.failure.code);
    expect(begun.value).toMatchObject({ state: 'running', participants: 50, joined: 0, seconds: 24 });
    expect(begun.value).not.toHaveProperty('holds');

    const done = await ended(api, workshop.id);
    expect(done).toMatchObject({ state: 'done', joined: 50, missing: 0 });
    expect(done.ideas).toBeGreaterThan(0);
    expect(done.votes).toBeGreaterThan(0);
    for (const times of [done.ack_ms, done.seen_ms]) {
      expect(times.p50).toBeGreaterThan(0);
      expect(times.p95).toBeGreaterThanOrEqual(times.p50);
      expect(times.p99).toBeGreaterThanOrEqual(times.p95);
    }
    expect(done.cpu_share).toBeGreaterThan(0);
    expect(done.holds).toBeGreaterThan(0);
    expect(done.elapsed_s).toBeGreaterThanOrEqual(23);
  });

  test('[RH1] the workshop itself was not touched, and nothing is left of the other', async () => {
    const info = await api.workshop(workshop.id);
    if (!info.ok) throw new Error(info.failure.code);
    expect(info.value).toMatchObject({ participants: 0, ideas: 0, title: agenda.title });
    expect(info.value.phases?.map(({ status }) => status)).toEqual(['planned', 'planned', 'planned']);
    expect(await allOn(server)).not.toContain('rehearsal-');
  });

  test('[RH3] one at a time on a server; meanwhile it is in no list; it can be stopped', async () => {
    const before = await idsOn(api);
    const other = await workshopOn(server, request);
    expect((await api.beginRehearsal(workshop.id, { participants: 20, seconds: 60 })).ok).toBe(true);
    expect(await api.beginRehearsal(other.id, { participants: 1, seconds: 10 })).toMatchObject({
      ok: false,
      failure: { status: 409, code: 'rehearsal_running' },
    });
    expect(await api.rehearsal(other.id)).toMatchObject({ ok: false, failure: { code: 'no_rehearsal' } });
    while ((await statusOf(api, workshop.id)).joined < 20) await sleep(50);
    expect(await idsOn(api)).toEqual([...before, other.id].sort());
    expect(await allOn(server)).toContain('rehearsal-');

    const stopped = await api.stopRehearsal(workshop.id);
    expect(stopped).toMatchObject({ ok: true, value: { state: 'stopped', joined: 20 } });
    expect(await allOn(server)).not.toContain('rehearsal-');
    expect(await api.stopRehearsal(other.id)).toMatchObject({ ok: false, failure: { code: 'no_rehearsal' } });
  });

  test('[RH4] its bounds are refused by name', async () => {
    const wrong = [...overHttp].filter(([name]) => name.startsWith('http.rehearsal.request.'));
    expect(wrong).not.toEqual([]);
    for (const [name, { code, data, body }] of wrong) {
      const answer = await api.beginRehearsal(workshop.id, body as never);
      expect(answer, name).toMatchObject({ ok: false, failure: { status: 400, code, data } });
    }
    expect(await api.beginRehearsal('nowhere', { participants: 1, seconds: 10 })).toMatchObject({
      failure: { status: 404, code: 'no_such_workshop' },
    });
  });

  test('[RH12] facilitators may, participants may not', async () => {
    const facilitator = await Person.enter(server, secretOf(workshop.links.facilitator));
    expect((await facilitator.api.rehearsal(workshop.id)).ok).toBe(true);
    const somebody = await Person.join(server, workshop.code);
    expect(await somebody.api.beginRehearsal(workshop.id, { participants: 1, seconds: 10 })).toMatchObject({
      failure: { status: 403, code: 'forbidden' },
    });
    facilitator.leave();
    somebody.leave();
  });

  test('[RH13] the command line asks the running server, and says what it holds', { timeout: 60_000 }, async () => {
    const args = ['rehearse', workshop.code, '--participants', '10', '--seconds', '10', '--data', server.data];
    const { code, output, errors } = await tryAtelier(...args);
    expect(errors).toBe('');
    expect(code).toBe(0);
    expect(output).toMatch(/^\d+ s: \d+ of 10 in, /m);
    expect(output).toMatch(/^rehearsal: done$/m);
    expect(output).toMatch(/^missing: 0$/m);
    expect(output).toMatch(/^holds: about \d+ people/m);
  });

  test('[RH13] a misuse is 2, a workshop that is not there is 1', async () => {
    expect((await tryAtelier('rehearse', workshop.code, '--data', server.data)).code).toBe(2);
    expect((await tryAtelier('rehearse', '--participants', '5', '--data', server.data)).code).toBe(2);
    const lost = await tryAtelier('rehearse', 'nowhere', '--participants', '5', '--data', server.data);
    expect(lost).toMatchObject({ code: 1, errors: expect.stringContaining('there is no workshop') as string });
  });
});

test('[RH4] no more people than half the descriptors that are left', async () => {
  const server = await Server.start();
  try {
    const api = await organiserOf(server);
    const workshop = await workshopOn(server, request);
    const status = await api.beginRehearsal(workshop.id, { participants: 2000, seconds: 10 });
    // Where the machine allows enough, it begins; else it says how many would do.
    if (status.ok) expect((await api.stopRehearsal(workshop.id)).ok).toBe(true);
    else expect(status.failure).toMatchObject({ code: 'bad_request', data: { field: 'participants' } });
  } finally {
    await server.end();
  }
});

test('[RH5] a server that is stopped meanwhile ends well and leaves nothing', { timeout: 60_000 }, async () => {
  const server = await Server.start();
  const api = await organiserOf(server);
  const workshop = await workshopOn(server, request);
  expect((await api.beginRehearsal(workshop.id, { participants: 50, seconds: 60 })).ok).toBe(true);
  while ((await statusOf(api, workshop.id)).joined < 30) await sleep(50);
  expect(await server.stop()).toBe(0);
  expect(await allOn(server)).not.toContain('rehearsal-');
  await server.end();
});

test('[RH2] what a crash left is erased at the next start', { timeout: 60_000 }, async () => {
  const first = await Server.start();
  const api = await organiserOf(first);
  const workshop = await workshopOn(first, request);
  expect((await api.beginRehearsal(workshop.id, { participants: 10, seconds: 60 })).ok).toBe(true);
  while ((await statusOf(api, workshop.id)).joined < 10) await sleep(50);
  await first.stop('SIGKILL');
  expect(await allOn(first)).toContain('rehearsal-');

  const second = await Server.start({ data: first.data });
  expect(await allOn(second)).not.toContain('rehearsal-');
  const again = await organiserOf(second);
  expect((await again.workshop(workshop.id)).ok).toBe(true);
  expect(await again.rehearsal(workshop.id)).toMatchObject({ failure: { status: 404, code: 'no_rehearsal' } });
  await second.end();
});

test('[RH13] without a running server the command line starts one for the time', { timeout: 60_000 }, async () => {
  const server = await Server.start();
  const workshop = await workshopOn(server, request);
  await server.stop();
  const args = ['rehearse', workshop.id, '--participants', '5', '--seconds', '10', '--data', server.data];
  const { code, output } = await tryAtelier(...args);
  expect(code).toBe(0);
  expect(output).toMatch(/^people: 5 of 5$/m);
  const after = await Server.start({ data: server.data });
  await after.end();
});
