import { expect, test } from '@playwright/test';
import type { Browser } from 'puppeteer-core';
import type { TransportName } from '../../web-client/src/core/index.ts';
import { threeSteps } from '../scenarios/support/material.ts';
import { secretOf, workshopOn } from '../scenarios/support/organiser.ts';
import { Person } from '../scenarios/support/person.ts';
import { Proxy } from '../scenarios/support/proxy.ts';
import { Server } from '../scenarios/support/server.ts';
import { startFirefox, Visitor } from './support/firefox.ts';

// The participant's way in Firefox ESR: three people, each behind a line that lets another transport
// through. They join, post, sort by the keyboard, vote, reload, and come back when the line was cut.

const ways: readonly TransportName[] = ['websocket', 'stream', 'poll'];

let server: Server;
let director: Person;
let firefox: Browser;
let proxies: Proxy[] = [];
let visitors: Visitor[] = [];
let code = '';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  const web = process.env['ATELIER_WEB'];
  if (!web) throw new Error('ATELIER_WEB names no pages: run the tests through tests/run');
  server = await Server.start({ args: ['--web', web] });
  const template = threeSteps() as { phases: { id: string; settings: Record<string, unknown> }[] };
  for (const { id, settings } of template.phases) if (id === 'classement') settings['mode'] = 'shared';
  const workshop = await workshopOn(server, { language: 'fr', template: template as never });
  code = workshop.code;
  director = await Person.enter(server, secretOf(workshop.links.facilitator));
  proxies = [
    await Proxy.before(server),
    await Proxy.before(server, ({ upgrade }) => (upgrade ? { refuse: 403 } : {})),
    await Proxy.before(server, ({ name, upgrade }) => (upgrade ? { refuse: 403 } : { hold: name === 'stream' })),
  ];
  firefox = await startFirefox();
});
test.afterAll(async () => {
  await firefox.close();
  await Promise.all(proxies.map((each) => each.end()));
  director.leave();
  await server.end();
});

async function opens(kind: string): Promise<void> {
  await director.does('phase.open', { phase: director.mirror.phases.find((each) => each.kind === kind)?.id ?? '' });
}
async function each(does: (visitor: Visitor, i: number) => Promise<void>): Promise<void> {
  for (const [i, visitor] of visitors.entries()) {
    // Keys go to the window in front.
    await visitor.page.bringToFront();
    await does(visitor, i);
  }
}
const idea = (i: number): string => `Une idée par ${ways[i] ?? ''}`;

test('they join, each by another transport', async () => {
  await opens('collect');
  for (const proxy of proxies) visitors.push(await Visitor.at(firefox, `${proxy.origin}/join#${code}`));
  await each(async (visitor) => {
    await visitor.press(/^Rejoindre la séance/);
    await visitor.control('textarea', /^Votre idée/);
  });
  await director.sees('one by each', ({ people: { transports } }) => transports?.websocket === 1 && transports.stream === 1 && transports.poll === 1);
});

test('they post; a draft outlives a reload', async () => {
  await each(async (visitor, i) => {
    await (await visitor.control('textarea', /^Votre idée/)).type(idea(i));
    await visitor.press(/^Proposer cette idée/);
    await visitor.sees(/Enregistrée et publiée/);
    await (await visitor.control('textarea', /^Votre idée/)).type('Un brouillon');
    await visitor.page.reload();
    const field = await visitor.control('textarea', /^Votre idée/);
    expect(await field.evaluate((node) => (node as HTMLTextAreaElement).value)).toBe('Un brouillon');
    await field.evaluate((node) => (node as HTMLTextAreaElement).select());
    await visitor.page.keyboard.press('Backspace');
    await field.evaluate((node) => node.blur());
  });
  await director.sees('three ideas', ({ ideas }) => ideas.size === 3);
});

test('they sort by the keyboard, and the focus stays with the card', async () => {
  await opens('sort');
  await each(async (visitor, i) => {
    await visitor.follows(/Entraide|Synergies/);
    await visitor.tabTo('button', new RegExp(`^Déplacer : ${idea(i)}`));
    await visitor.page.keyboard.press('Enter');
    await visitor.control('dialog button', /^Déplacer ici/);
    await visitor.tabTo('dialog input[type=radio]:checked', /./);
    await visitor.page.keyboard.press('ArrowUp');
    await visitor.page.keyboard.press('Enter');
    await director.sees(`the move of ${idea(i)}`, ({ ideas, placements }) => [...placements.values()].some((each) => ideas.get(each.idea)?.text === idea(i) && each.lever !== null));
    await visitor.page.waitForFunction((text) => document.activeElement?.getAttribute('aria-label')?.endsWith(text), {}, idea(i));
  });
});

test('they vote', async () => {
  await opens('vote');
  await each(async (visitor) => {
    await visitor.follows(/Encore 5 gommettes/);
    await visitor.press(/^Ajouter une gommette/);
    await visitor.sees(/Encore 4 gommettes/);
    await visitor.sees(/Enregistré/);
  });
  await director.sees('three votes', ({ people }) => people.voted === 3);
});

test('the lines are cut: each comes back by its own, and what was done meanwhile is there', async () => {
  for (const proxy of proxies) proxy.cut();
  await director.does('phase.close', { phase: director.mirror.phases.find(({ kind }) => kind === 'vote')?.id ?? '' });
  await each(async (visitor) => {
    await visitor.sees(/Le vote est terminé/);
    await visitor.seesNoMore(/Connexion perdue|Hors ligne/);
  });
  await director.sees('one by each', ({ people: { transports } }) => transports?.websocket === 1 && transports.stream === 1 && transports.poll === 1);
});

test('nothing is wider than the page', async () => {
  await each(async (visitor) => {
    expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
