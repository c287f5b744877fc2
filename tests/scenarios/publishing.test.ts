import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CreateWorkshopResponse } from '../../web-client/src/core/index.ts';
import { collectingOn } from './support/organiser.ts';
import { Person } from './support/person.ts';
import { Server } from './support/server.ts';

// A draft beside the computed text, and frozen versions at an address that stays.

let server: Server;
let workshop: CreateWorkshopResponse;
let facilitator: Person;
let ada: Person;
const text = 'Planter des cornouillers sanguins';

beforeAll(async () => {
  server = await Server.start();
  ({ workshop, facilitator } = await collectingOn(server, 'Haies & « lisières »'));
  ada = await Person.join(server, workshop.code, { name: 'Mirabelle' });
  await ada.does('idea.post', { text });
});
afterAll(async () => {
  for (const person of [facilitator, ada]) person.leave();
  await server.end();
});

const value = <T>(answer: { ok: true; value: T } | { ok: false; failure: { code: string } }): T => {
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
};

test('[J17] two who write at the same time do not overwrite each other', async () => {
  const { api } = facilitator;
  expect(value(await api.draft(workshop.id))).toEqual({ revision: 0, draft: {} });
  const mine = value(await api.saveDraft(workshop.id, 0, { introduction: 'Un' }));
  expect(mine.revision).toBe(1);
  const late = await api.saveDraft(workshop.id, 0, { introduction: 'Deux' });
  expect(late).toMatchObject({
    ok: false,
    failure: { status: 409, code: 'draft_changed', data: { revision: 1, draft: { introduction: 'Un' } } },
  });
  expect(await api.saveDraft(workshop.id, 1, { links: [{ title: 'x', url: 'javascript:alert(1)' }] }))
    .toMatchObject({ ok: false, failure: { code: 'bad_request' } });
});

test('participants and strangers neither read nor write the draft', async () => {
  expect(await ada.api.draft(workshop.id)).toMatchObject({ ok: false, failure: { code: 'forbidden' } });
});

test('[J18] a version is frozen; the newest is at the address, the old at its number', async () => {
  const { api } = facilitator;
  const first = value(await api.publish(workshop.id));
  expect(first.published).toBe(true);
  const url = new URL(first.url ?? '');
  expect(url.pathname).toMatch(/^\/s\/haies-lisieres-[a-z0-9]{8}$/);
  const page = await fetch(url);
  expect(page.status).toBe(200);
  const html = await page.text();
  expect(html).toContain(text);
  expect(html).toContain('Un</p>');
  expect(html).not.toContain('Mirabelle');
  expect(html).not.toContain('<script');
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; style-src 'sha256-/);
  const again = await fetch(url, { headers: { 'if-none-match': page.headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);

  await ada.does('idea.post', { text: 'Une idée venue après' });
  expect(await (await fetch(url)).text()).not.toContain('Une idée venue après');
  const second = value(await api.publish(workshop.id));
  expect(second.url).toBe(first.url);
  expect(second.versions.map(({ number }) => number)).toEqual([1, 2]);
  expect(await (await fetch(url)).text()).toContain('Une idée venue après');
  expect(await (await fetch(`${url.href}/versions/1`)).text()).not.toContain('Une idée venue après');
  expect((await fetch(`${url.href}/versions/3`)).status).toBe(404);
  const key = url.pathname.slice(url.pathname.lastIndexOf('-'));
  const moved = await fetch(`${server.origin}/s/autre${key}`, { redirect: 'manual' });
  expect(moved.status).toBe(308);
});

test('[J16] what is erased leaves the frozen versions, which say so', async () => {
  const { url } = value(await facilitator.api.publication(workshop.id));
  const answer = value(await ada.api.erasePerson(workshop.id, 'participant'));
  expect(answer.ideas).toBe(2);
  for (const address of [url ?? '', `${url}/versions/1`]) {
    const html = await (await fetch(address)).text();
    expect(html).not.toContain('cornouillers');
    expect(html).toContain('effacée');
  }
  expect(value(await facilitator.api.publication(workshop.id)).versions[0]?.redone).toBe(true);
});

test('a page taken down is seen by nobody, and comes back where it was', async () => {
  const { url } = value(await facilitator.api.publication(workshop.id));
  value(await facilitator.api.unpublish(workshop.id));
  expect((await fetch(url ?? '')).status).toBe(404);
  expect(value(await facilitator.api.publish(workshop.id)).url).toBe(url);
  expect((await fetch(url ?? '')).status).toBe(200);
});
