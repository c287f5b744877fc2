import { afterAll, beforeAll, expect, test } from 'vitest';
import { Person } from './support/person.ts';
import { Server } from './support/server.ts';

// Whoever starts the server with --demo finds a workshop in which something can be tried at once.

let server: Server;
let code: string;
beforeAll(async () => {
  server = await Server.start();
  code = server.printed.get('code') ?? '';
});
afterAll(() => server.end());

test('it stands in its first collect phase, and ideas are seen as they come', async () => {
  const [ada, ben] = await Promise.all([Person.join(server, code), Person.join(server, code)]);
  const open = ada.mirror.phases.find(({ status }) => status === 'open');
  expect(open).toMatchObject({ kind: 'collect', settings: { moderation: 'after' } });
  await ada.does('idea.post', { text: 'Planter des haies' });
  await ben.sees('her idea', ({ ideas }) => [...ideas.values()].some(({ text }) => text === 'Planter des haies'));
  ada.leave();
  ben.leave();
});

test('its whole agenda can be run', async () => {
  const facilitator = await Person.enter(server, server.secret('facilitator'));
  const kinds = facilitator.mirror.phases.map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['welcome', 'listen', 'collect', 'vote', 'sort', 'commit', 'close']));
  facilitator.leave();
});
