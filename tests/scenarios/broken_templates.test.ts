import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults, type Json } from '../protocol/contract.ts';
import { organiserOf, secretOf, workshopOn } from './support/organiser.ts';
import { Person } from './support/person.ts';
import { Server } from './support/server.ts';

// Agendas that are broken, or that try to break something: refused with the place of the first mistake,
// or made into a workshop that can be run and mended.

let server: Server;
let token = '';

beforeAll(async () => {
  server = await Server.start();
  token = (await (await fetch(`${server.origin}/api/v1/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: server.secret('organiser') }),
  })).json() as { token: string }).token;
});
afterAll(() => server.end());

async function asks(body: string): Promise<{ status: number; answer: Json }> {
  const response = await fetch(`${server.origin}/api/v1/workshops`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
  });
  return { status: response.status, answer: (await response.json()) as Json };
}

const phase = { id: 'idees', kind: 'collect', title: 'Idées', minutes: 5 };
const lever = { id: 'un', name: 'Un', symbol: 'leaf', colour: 'green' };
const wish = (template: object) => JSON.stringify({ language: 'fr', template: { title: 'Essai', phases: [phase], ...template } });
const vote = (settings: object) => ({ phases: [{ id: 'vote', kind: 'vote', title: 'Vote', minutes: 5, settings }] });

test.each([
  ['no phases', wish({ phases: [] }), 'template.phases'],
  ['a phase of no kind', wish({ phases: [{ ...phase, kind: 'karaoke' }] }), 'template.phases.0.kind'],
  ['a kind that is in an object’s nature', wish({ phases: [{ ...phase, kind: '__proto__' }] }), 'template.phases.0.kind'],
  ['a vote by no method', wish(vote({ method: 'coin' })), 'template.phases.0.settings.method'],
  ['a shortlist of nothing', wish(vote({ method: 'dots', ideas: { from: 'phase' } })), 'template.phases.0.settings.ideas.phase'],
  ['two phases of one id', wish({ phases: [phase, phase] }), 'template.phases'],
  ['forty-one phases', wish({ phases: Array.from({ length: 41 }, (_, i) => ({ ...phase, id: `p${String(i)}` })) }), 'template.phases'],
  ['a year of minutes', wish({ phases: [{ ...phase, minutes: 525_600 }] }), 'template.phases.0.minutes'],
  ['minutes that are no number', wish({ phases: [{ ...phase, minutes: '5' }] }), 'template.phases.0.minutes'],
  ['minutes beyond all bounds', wish({}).replace('"minutes":5', '"minutes":1e400'), undefined],
  ['an id that is a path', wish({ phases: [{ ...phase, id: '../../etc/passwd' }] }), 'template.phases.0.id'],
  ['an id that is SQL', wish({ phases: [{ ...phase, id: "x'; DROP TABLE idea; --" }] }), 'template.phases.0.id'],
  ['a title that turns letters round', wish({ title: 'facture \u202e001' }), 'template.title'],
  ['a title of the wrong language', wish({ title: { en: 'Trial' } }), 'template.title.fr'],
  ['a title without end', wish({ title: 'é'.repeat(20_000) }), 'template.title'],
  ['scales that contain themselves', wish({ boards: [{ id: 'main', levers: [lever], scales: [{ id: 'a', name: 'A', parent: 'b' }, { id: 'b', name: 'B', parent: 'a' }] }] }), 'template.boards.0.scales'],
  ['a sort on a board that is not there', wish({ phases: [{ ...phase, kind: 'sort' }] }), 'template.phases.0.settings.board'],
  ['a colour that is style', wish({ boards: [{ id: 'main', levers: [{ ...lever, colour: 'red;background:url(x)' }] }] }), 'template.boards.0.levers.0.colour'],
  ['a list that is a number', wish({ affiliations: 7 }), 'template.affiliations'],
  ['a template that is a list', JSON.stringify({ language: 'fr', template: [] }), 'template'],
  ['a name nobody knows', JSON.stringify({ language: 'fr', template: '../retrospective' }), 'template'],
  ['a language nobody speaks', JSON.stringify({ language: 'xx', template: 'retrospective' }), 'language'],
  ['nothing but brackets', `{"language":"fr","template":${'['.repeat(30_000)}${']'.repeat(30_000)}}`, undefined],
])('[T6] refuses %s, and says where', async (_, body, field) => {
  const { status, answer } = await asks(body);
  expect([status, (answer as { data?: { field?: string } }).data?.field]).toEqual([400, field]);
});

test('[T6] the refusal of a template is a problem document of the contract', async () => {
  const { answer } = await asks(wish({ phases: [] }));
  expect(faults('http.problem', answer)).toBe('');
});

test('refuses what is too large to be an agenda', async () => {
  const { status, answer } = await asks(wish({ question: 'x'.repeat(100_000) }));
  expect(status).toBe(413);
  expect(faults('http.problem', answer)).toBe('');
});

test('nothing of it became a workshop', async () => {
  const list = await (await organiserOf(server)).workshops();
  expect(list.ok && list.value.workshops.length).toBe(1);
});

test('[V9] a shortlist of a phase that is not there waits for a human, and the agenda goes on', async () => {
  const template = {
    title: 'Essai',
    phases: [
      { ...phase, settings: { moderation: 'none' } },
      { id: 'vote', kind: 'vote', title: 'Vote', minutes: 5, settings: { method: 'judgment', ideas: { from: 'phase', phase: 'nowhere', top: 3 } } },
      { id: 'itself', kind: 'vote', title: 'Encore', minutes: 5, settings: { method: 'dots', ideas: { from: 'phase', phase: 'itself', top: 3 } } },
    ],
  };
  const made = await workshopOn(server, { language: 'fr', template: template as never });
  const facilitator = await Person.enter(server, secretOf(made.links.facilitator));
  await facilitator.does('phase.open', { phase: 'idees' });
  await facilitator.does('idea.post', { text: '<img src=x onerror=alert(1)>' });
  const [idea = ''] = facilitator.mirror.ideas.keys();
  expect(await facilitator.refused('phase.open', { phase: 'vote' })).toBe('no_such_phase');
  expect(await facilitator.refused('phase.open', { phase: 'itself' })).toBe('phase_not_closed');
  expect(facilitator.mirror.phases[0]?.status).toBe('open');
  await facilitator.does('phase.open', { phase: 'vote', ideas: [idea] });
  await facilitator.does('phase.update', { phase: 'itself', settings: { ideas: { from: 'published' } } });
  await facilitator.does('phase.open', { phase: 'itself' });
  facilitator.leave();
});
