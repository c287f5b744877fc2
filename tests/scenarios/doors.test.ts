import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { faults, type Json } from '../protocol/contract.ts';
import { organiserOf, secretOf, workshopOn } from './support/organiser.ts';
import { Person } from './support/person.ts';
import { Server, tryAtelier } from './support/server.ts';
import { until } from './support/until.ts';

// Who gets in, by what, and what every answer carries.

const web = process.env['ATELIER_WEB'];
let server: Server;
let facilitator: Person;
let workshop: Awaited<ReturnType<typeof workshopOn>>;

beforeAll(async () => {
  if (!web) throw new Error('ATELIER_WEB names no pages: run the tests through tests/run');
  server = await Server.start({ args: ['--web', web] });
  workshop = await workshopOn(server, { language: 'en', template: 'retrospective', title: 'Doors' });
  facilitator = await Person.enter(server, secretOf(workshop.links.facilitator));
});
afterAll(async () => {
  facilitator.leave();
  await server.end();
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.origin}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

describe('codes and links', () => {
  test('a code may be typed carelessly', async () => {
    const typed = ` ${workshop.code.toLowerCase().replace('-', '')} `;
    expect((await post('/join', { code: typed })).status).toBe(200);
  });
  test.each(['AAAA-AAAA', 'nonsense', '', 'ABCD-EFG0'])('a wrong code: %j', async (code) => {
    const response = await post('/join', { code });
    expect([response.status, await codeOf(response)]).toEqual([404, 'no_such_workshop']);
  });
  test('a refusal speaks the language of the browser', async () => {
    const response = await post('/join', { code: 'AAAA-AAAA' }, { 'accept-language': 'fr-FR,fr;q=0.9' });
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(((await response.json()) as { title: string }).title).toMatch(/^Aucun atelier/);
  });
  test('[U3] who comes back with their cookie is the same person', async () => {
    const first = await post('/join', { code: workshop.code, name: 'Ada' });
    const cookie = first.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/);
    const again = await post('/join', { code: workshop.code }, { cookie: cookie.split(';')[0] ?? '', origin: server.origin });
    const ids = [await first.json(), await again.json()] as { participant: string }[];
    expect(ids[1]?.participant).toBe(ids[0]?.participant);
  });
  test('a secret that nobody gave', async () => {
    const response = await post('/enter', { secret: 'x'.repeat(27) });
    expect([response.status, await codeOf(response)]).toEqual([404, 'no_such_link']);
  });
  test('a link whose time is over', async () => {
    const made = await workshopOn(server, { language: 'fr', template: 'retrospective' });
    execFileSync('sqlite3', [
      join(server.data, 'atelier.db'),
      `PRAGMA busy_timeout=5000; UPDATE link SET expires_at = 1 WHERE workshop = '${made.id}'`,
    ]);
    const response = await post('/enter', { secret: secretOf(made.links.screen) });
    expect([response.status, await codeOf(response)]).toEqual([410, 'link_expired']);
  });
  test('a renewed link ends the former one and those who came by it', async () => {
    const made = await workshopOn(server, { language: 'fr', template: 'retrospective' });
    const screen = await Person.enter(server, secretOf(made.links.screen));
    const organiser = await organiserOf(server);
    const renewed = await organiser.renewLink(made.id, 'screen');
    await until('the end of the old screen', () => screen.session.snapshot.link !== 'live');
    expect(await codeOf(await post('/enter', { secret: secretOf(made.links.screen) }))).toBe('link_expired');
    if (!renewed.ok) throw new Error(renewed.failure.code);
    (await Person.enter(server, secretOf(renewed.value.url))).leave();
    screen.leave();
  });
  test('a secret of another workshop opens nothing here', async () => {
    const other = await workshopOn(server, { language: 'fr', template: 'retrospective' });
    const headers = { authorization: `Bearer ${facilitator.token}` };
    const response = await fetch(`${server.origin}/api/v1/workshops/${other.id}/export`, { headers });
    expect([response.status, await codeOf(response)]).toEqual([403, 'forbidden']);
  });
  test('no secret is in the database or the log', () => {
    const dump = execFileSync('sqlite3', [join(server.data, 'atelier.db'), '.dump'], { maxBuffer: 1e9 }).toString();
    for (const secret of [server.secret('organiser'), secretOf(workshop.links.facilitator), facilitator.token]) {
      expect(dump.includes(secret)).toBe(false);
      expect(server.log.join('\n').includes(secret)).toBe(false);
    }
  });
});

describe('requests', () => {
  const headers = () => ({ authorization: `Bearer ${facilitator.token}` });
  test.each([
    ['no credential', 'GET', '/workshops', undefined, 401, 'not_joined'],
    ['nothing there', 'GET', '/nothing', undefined, 404, 'not_found'],
    ['another method', 'PUT', '/join', undefined, 405, 'method_not_allowed'],
    ['malformed JSON', 'POST', '/join', '{"code":', 400, 'malformed_json'],
    ['too deep', 'POST', '/join', '['.repeat(5_000), 400, 'too_deep'],
    ['too large', 'POST', '/join', ' '.repeat(70_000), 413, 'too_large'],
    ['a missing field', 'POST', '/join', '{}', 400, 'bad_request'],
  ])('%s', async (_, method, path, body, status, code) => {
    const response = await fetch(`${server.origin}/api/v1${path}`, {
      method,
      ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
    });
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
  });
  test('not JSON by its own word', async () => {
    const response = await post('/join', 'code=ABCD', { 'content-type': 'text/plain' });
    expect([response.status, await codeOf(response)]).toEqual([415, 'unsupported_media_type']);
  });
  test("a participant's token does not export", async () => {
    const ada = (await (await post('/join', { code: workshop.code })).json()) as { token: string };
    const response = await fetch(`${server.origin}/api/v1/workshops/${workshop.id}/export`, {
      headers: { authorization: `Bearer ${ada.token}` },
    });
    expect([response.status, await codeOf(response)]).toEqual([403, 'forbidden']);
  });
  test('an unknown format', async () => {
    const response = await fetch(`${server.origin}/api/v1/workshops/${workshop.id}/export?format=exe`, { headers: headers() });
    expect([response.status, await codeOf(response)]).toEqual([400, 'bad_request']);
  });
  test('commands by POST get the answers of the live frames', async () => {
    const bad = { id: 'no', do: 'idea.post', args: {} };
    const open = { id: crypto.randomUUID(), do: 'workshop.close', args: {} };
    const ada = (await (await post('/join', { code: workshop.code })).json()) as { token: string };
    const response = await post(`/workshops/${workshop.id}/commands`, [bad, open], { authorization: `Bearer ${ada.token}` });
    expect(await response.json()).toMatchObject([
      { type: 'refused', code: 'bad_command_id' },
      { type: 'refused', code: 'not_allowed', id: open.id },
    ]);
  });
});

test('the answers of the API are as the contract says', async () => {
  const organiser = (await (await post('/enter', { secret: server.secret('organiser') })).json()) as { token: string };
  const headers = { authorization: `Bearer ${organiser.token}` };
  const get = async (path: string) => (await fetch(`${server.origin}/api/v1${path}`, { headers })).json() as Promise<Json>;
  const made = await post('/workshops', { language: 'fr', template: 'impact-effort' }, headers);
  const answers: [string, Json][] = [
    ['http.enter.response', organiser],
    ['http.create.response', (await made.json()) as Json],
    ['http.list.response', await get('/workshops')],
    ['http.workshop', await get(`/workshops/${workshop.id}`)],
    ['http.templates.response', await get('/templates?language=fr')],
    ['http.lookup.response', await get(`/lookup?code=${workshop.code}`)],
    ['http.join.response', (await (await post('/join', { code: workshop.code })).json()) as Json],
    ['http.problem', await get('/nothing')],
    ['http.problem', (await (await post('/join', {})).json()) as Json],
  ];
  for (const [name, answer] of answers) expect(faults(name, answer), name).toBe('');
});

test('a title can be changed by the organiser, and everyone sees it', async () => {
  const organiser = await organiserOf(server);
  const changed = await organiser.update(workshop.id, { title: 'Portes et fenêtres' });
  expect(changed).toMatchObject({ ok: true, value: { title: 'Portes et fenêtres' } });
  await facilitator.sees('the new title', (mirror) => mirror.workshop.title === 'Portes et fenêtres');
  expect(await organiser.update(workshop.id, { title: ' ' })).toMatchObject({ ok: false, failure: { code: 'empty_text' } });
});

describe('origins', () => {
  const foreign = { origin: 'https://elsewhere.invalid' };
  test('another site may not make a browser join or enter', async () => {
    for (const [path, body] of [['/join', { code: workshop.code }], ['/enter', { secret: 'x' }]] as const) {
      const response = await post(path, body, foreign);
      expect([response.status, await codeOf(response)]).toEqual([403, 'foreign_origin']);
    }
  });
  test.each([
    ['a foreign origin', 'https://elsewhere.invalid', 403],
    ['no credential', undefined, 401],
  ])('the live line refuses %s', async (_, origin, status) => {
    const socket = new WebSocket(
      `${server.socketOrigin}/api/v1/workshops/${workshop.id}/live?as=facilitator`,
      ['atelier.v1'],
      origin ? { origin, headers: { authorization: `Bearer ${facilitator.token}` } } : {},
    );
    const answered = new Promise<number>((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
      socket.on('error', () => undefined);
    });
    expect(await answered).toBe(status);
    socket.terminate();
  });
});

test('behind TLS, cookies are secure and the browser is told to stay there', async () => {
  const proxied = await Server.start({ args: ['--public-url', 'https://atelier.example'] });
  expect(proxied.printed.get('participant')).toMatch(/^https:\/\/atelier\.example\/join#/);
  const join = (origin: string) =>
    fetch(`${proxied.origin}/api/v1/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ code: proxied.printed.get('code') }),
    });
  const response = await join('https://atelier.example');
  expect(response.headers.get('set-cookie')).toMatch(/; Secure$/);
  expect(response.headers.get('strict-transport-security')).toMatch(/^max-age=/);
  expect((await join('https://elsewhere.example')).status).toBe(403);
  await proxied.end();
});

describe('pages', () => {
  test.each(['/', '/join', '/facilitate', '/screen', '/organise', '/summary'])('%s is there, guarded', async (path) => {
    const response = await fetch(`${server.origin}${path}`);
    expect(response.status).toBe(200);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const html = await response.text();
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|\sstyle=|\son[a-z]+=/);
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
  test('assets are compressed and kept for a year', async () => {
    const html = await (await fetch(`${server.origin}/join`)).text();
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
    const response = await fetch(`${server.origin}${script}`, { headers: { 'accept-encoding': 'br' } });
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });
  test('the operator can ask how it is', async () => {
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${server.origin}/metrics`)).text()).toMatch(/^atelier_journal_events_total \d+$/m);
  });
});

describe('the program', () => {
  test('says which port is taken', async () => {
    const { code, errors } = await tryAtelier('serve', '--listen', `127.0.0.1:${String(server.port)}`, '--data', `${server.data}/other`);
    expect(code).toBe(1);
    expect(errors).toMatch(/in use/i);
  });
  test('does not start twice on one folder', async () => {
    const { code, errors } = await tryAtelier('serve', '--listen', '127.0.0.1:0', '--data', server.data);
    expect(code).toBe(1);
    expect(errors).toMatch(/another server/);
  });
  test.each([[['serve', '--listen', 'here']], [['export']], [['dance']], [['serve', '--nonsense']]])('%j is a usage error', async (args) => {
    expect((await tryAtelier(...args)).code).toBe(2);
  });
  test('an erased workshop leaves nothing', async () => {
    const made = await workshopOn(server, { language: 'fr', template: 'retrospective', title: 'Éphémère' });
    const organiser = await organiserOf(server);
    expect((await organiser.erase(made.id)).ok).toBe(true);
    expect(await codeOf(await post('/join', { code: made.code }))).toBe('no_such_workshop');
    const left = execFileSync('sqlite3', [join(server.data, 'atelier.db'), '.dump'], { maxBuffer: 1e9 }).toString();
    expect(left).not.toContain(made.id);
  });
  test('stops gracefully: tells people, finishes, exits 0', async () => {
    const ada = await Person.join(server, workshop.code);
    const exit = await server.stop();
    expect(exit).toBe(0);
    await until('a lost line', () => ada.session.snapshot.link === 'lost');
    ada.leave();
  });
});
