import { setTimeout as sleep } from 'node:timers/promises';
import { test } from '@playwright/test';
import { House, sizes } from '../../browser/support/house.ts';
import { cpu, framesOf, type Load, slow4G, SlowPage } from './slow.ts';
import { publish, table } from './table.ts';

// What a first visit of each screen costs, and whether the screens stay smooth while a lot happens:
// 500 ideas, ten tally frames a second; a wall of 1,000 ideas. Prints a table; asserts nothing.

const template = {
  title: 'Mille idées',
  question: 'Que pouvons-nous faire ensemble ?',
  boards: [],
  phases: [
    { id: 'idees', kind: 'collect', title: 'Idées', prompt: 'Que proposez-vous ?', minutes: 10, settings: { moderation: 'none', max_per_person: 50 } },
    { id: 'vote', kind: 'vote', title: 'Gommettes', prompt: 'Que retenez-vous ?', minutes: 10, settings: { method: 'dots', budget: 20, max_per_idea: 20, hidden: false } },
  ],
};
const asked = (process.env['ATELIER_PAGES'] ?? '').split(' ').filter(Boolean);
const wanted = (name: string): boolean => asked.length === 0 || asked.some((each) => name.includes(each));
const seconds = 6;
/** For who comes when the workshop has begun: on to what is open. */
const late = '.late .now button';

const loads: string[][] = [];
const smooth: string[][] = [];
let house: House;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ browser }) => {
  house = await House.with(browser, template);
  await house.arrive(20);
});
test.afterAll(() => house.end());

function note(name: string, { interactive, longest, requests, bytes }: Load): void {
  loads.push([name, (bytes / 1000).toFixed(1), String(requests), (interactive / 1000).toFixed(2), longest === 0 ? 'under 50' : longest.toFixed(0)]);
}

async function posts(many: number, from: number): Promise<void> {
  const each = many / house.people.length;
  await Promise.all(
    house.people.map(async (person, who) => {
      for (let i = 0; i < each; ++i) await person.does('idea.post', { text: `Idée ${String(from + who * each + i)} : planter des haies et réparer ensemble ce qui peut l’être, près de chez nous` });
    }),
  );
}

test('first loads', async ({ browser }) => {
  await house.opens('idees');
  await posts(500, 0);
  await house.opens('vote');
  const { origin, printed } = house.server;
  const { facilitator, moderator, screen } = house.links;
  const screens = [
    { name: 'start', address: origin, sign: 'input.code', size: sizes.phone },
    { name: 'join', address: house.joinAddress, sign: 'form button[type=submit]', size: sizes.phone },
    { name: 'facilitator', address: facilitator, sign: 'button.next, .step button', size: sizes.laptop },
    { name: 'moderator', address: moderator, sign: 'main .view', size: sizes.laptop },
    { name: 'organiser', address: printed.get('organiser') ?? '', sign: 'table button', size: sizes.laptop },
    { name: 'screen', address: screen, sign: '.stage h1', size: sizes.hall },
    { name: 'summary', address: house.links.reader, sign: 'h1:not(.visually-hidden)', size: sizes.laptop },
  ];
  for (const { name, address, sign, size } of screens) {
    if (!wanted(name)) continue;
    const slow = await SlowPage.in(browser, { viewport: size });
    note(name, await slow.loads(sign, (page) => page.goto(address)));
    if (name === 'join') {
      const now = (): Promise<number> => slow.page.evaluate(() => performance.now());
      note('join → inside, late', await slow.loads(late, (page) => page.click('form button[type=submit]'), await now()));
      note('→ 500 ideas to vote on', await slow.loads('ul.ballot button', (page) => page.click(late), await now()));
      note('participant, back again (nothing cached)', await slow.loads('ul.ballot button', (page) => page.reload()));
    }
    await slow.end();
  }
});

/** Votes from everyone, so that ten times a second there is something new to count. */
async function tenTimesASecond(stop: { now: boolean }): Promise<void> {
  const ideas = [...house.director.mirror.ideas.keys()];
  for (let round = 0; !stop.now; ++round) {
    const due = sleep(100);
    await Promise.all([0, 1, 2, 3].map((i) => house.people[(round * 4 + i) % 20]?.does('vote.cast', { idea: ideas[(round * 37 + i * 101) % 400] ?? '', value: (Math.floor(round / 5) + i) % 2 }).catch(() => undefined)));
    await due;
  }
}

async function watch(name: string, slow: SlowPage): Promise<void> {
  await slow.page.waitForTimeout(2_000);
  const quiet = await framesOf(slow.page, 2);
  const before = slow.tallyFrames;
  const stop = { now: false };
  const votes = tenTimesASecond(stop);
  await slow.page.waitForTimeout(1_000);
  const { frames, late, longest } = await framesOf(slow.page, seconds);
  stop.now = true;
  await votes;
  const rate = (slow.tallyFrames - before) / (seconds + 1);
  smooth.push([name, `${String(quiet.frames / 2)} in quiet`, rate.toFixed(1), String(Math.round(frames / seconds)), String(late), longest.toFixed(0)]);
}

test('500 ideas, ten tally frames a second', async ({ browser }) => {
  if (!wanted('ballot')) return;
  const phone = await SlowPage.in(browser, { viewport: sizes.phone });
  await phone.page.goto(house.joinAddress);
  await phone.page.click('form button[type=submit]');
  await phone.page.click(late);
  await phone.page.waitForSelector('ul.ballot button');
  await watch('participant, 500 ideas to vote on', phone);
  const scroll = phone.page.evaluate(async () => {
    for (let i = 0; i < 60; ++i) {
      scrollBy(0, 120);
      await new Promise((next) => setTimeout(next, 100));
    }
  });
  await watch('participant, the same while scrolling', phone);
  await scroll;
  await phone.end();
  for (const [name, address, size] of [['facilitator, the vote', house.links.facilitator, sizes.laptop], ['screen, the vote', house.links.screen, sizes.hall]] as const) {
    const slow = await SlowPage.in(browser, { viewport: size });
    await slow.page.goto(address);
    if (name.startsWith('facilitator')) await slow.page.getByRole('navigation').getByRole('button', { name: 'Gommettes' }).click();
    await watch(name, slow);
    await slow.end();
  }
});

test('a wall of 1,000 ideas', async ({ browser }) => {
  if (!wanted('wall')) return;
  await house.director.does('phase.reopen', { phase: 'idees' });
  await posts(460, 500);
  const slow = await SlowPage.in(browser, { viewport: sizes.hall });
  await slow.page.goto(house.links.screen);
  await slow.page.waitForSelector('.stage h1');
  await slow.page.waitForTimeout(2_000);
  const stop = { now: false };
  const more = (async () => {
    for (let i = 0; !stop.now && i < 40; ++i) {
      await house.people[i % 20]?.does('idea.post', { text: `Encore une idée, la ${String(i)}e, pour le mur` });
      await sleep(250);
    }
  })();
  const { frames, late, longest } = await framesOf(slow.page, seconds);
  stop.now = true;
  await more;
  smooth.push(['screen, a wall of 1,000 ideas, 4 more a second', '', '', String(Math.round(frames / seconds)), String(late), longest.toFixed(0)]);
  await slow.end();
});

test('the table', () => {
  publish(
    [
      `CPU ${String(cpu)} × slower; slow 4G: ${String(slow4G.latency)} ms a request, ${String((slow4G.downloadThroughput * 8) / 1e6)} Mbit/s down, ${String((slow4G.uploadThroughput * 8) / 1e6)} up; nothing cached.`,
      '',
      table(['first load', 'kB as sent, with headers', 'requests', 'interactive, s', 'longest task, ms'], loads),
      '',
      table(['while it happens', 'frames a second before', 'tally frames a second', 'frames a second', `late (> 50 ms) in ${String(seconds)} s`, 'longest gap, ms'], smooth),
    ].join('\n'),
  );
});
