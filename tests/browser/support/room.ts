import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { threeSteps } from '../../scenarios/support/material.ts';
import { secretOf, workshopOn } from '../../scenarios/support/organiser.ts';
import { Person } from '../../scenarios/support/person.ts';
import { Server } from '../../scenarios/support/server.ts';

// A server for the tests of a file, a workshop for each of them, and a participant's phone.

export const phone = { width: 390, height: 844 };
export let server: Server;
/** What is to be done after the test, last first. */
export const leave: (() => unknown)[] = [];

/** For a file of tests: its server, and what each test leaves behind. */
export function served(): void {
  test.beforeAll(async () => {
    const web = process.env['ATELIER_WEB'];
    if (!web) throw new Error('ATELIER_WEB names no pages: run the tests through tests/run');
    server = await Server.start({ args: ['--web', web] });
  });
  test.afterEach(async () => {
    for (const step of leave.splice(0).reverse()) await step();
  });
  test.afterAll(() => server.end());
}

export interface Room {
  id: string;
  code: string;
  director: Person;
  /** Opens the next step of that kind. */
  step: (kind: 'collect' | 'sort' | 'vote') => Promise<void>;
}

export async function room(collecting: Record<string, unknown> = {}): Promise<Room> {
  const template = threeSteps({ max_per_person: 20, ...collecting }) as { phases: { id: string; settings: object }[] };
  for (const phase of template.phases) if (phase.id === 'classement') phase.settings = { ...phase.settings, mode: 'shared' };
  const made = await workshopOn(server, { language: 'fr', template: template as never });
  const director = await Person.enter(server, secretOf(made.links.facilitator));
  leave.push(() => director.leave());
  const step = async (kind: string): Promise<void> => {
    await director.does('phase.open', { phase: director.mirror.phases.find((each) => each.kind === kind)?.id ?? '' });
  };
  await step('collect');
  return { id: made.id, code: made.code, director, step };
}

export async function device(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: phone, locale: 'fr-FR' });
  leave.push(() => context.close());
  return context;
}

export async function comeIn(page: Page, code: string, origin = server.origin): Promise<Page> {
  await page.goto(`${origin}/join#${code}`);
  await page.getByRole('button', { name: 'Rejoindre la séance' }).click();
  await expect(field(page)).toBeVisible();
  return page;
}

export const field = (page: Page) => page.getByLabel('Votre idée');
export const send = (page: Page) => page.getByRole('button', { name: 'Proposer cette idée' });
export const recorded = (page: Page) => page.getByText('Enregistrée et publiée');

export async function post(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await send(page).click();
}

/** How often an idea of that text is there, by the facilitator's mirror. */
export const times = ({ director }: Room, text: string): number =>
  [...director.mirror.ideas.values()].filter((idea) => idea.text === text).length;

/** All that this device holds of a workshop. */
export function held(page: Page, workshop: string): Promise<string[]> {
  return page.evaluate(async (id) => {
    const plain = Object.keys(localStorage).filter((key) => key.includes(id) && !key.includes('joined'));
    const rows = await new Promise<string[]>((resolve, reject) => {
      const opening = indexedDB.open('atelier');
      opening.onerror = () => reject(new Error('no database'));
      opening.onsuccess = () => {
        const database = opening.result;
        if (!database.objectStoreNames.contains('outbox')) {
          database.close();
          resolve([]);
          return;
        }
        const keys = database.transaction('outbox').objectStore('outbox').getAllKeys();
        keys.onsuccess = () => {
          database.close();
          resolve(keys.result.map(String).filter((key) => key.startsWith(id)));
        };
      };
    });
    return [...plain, ...rows];
  }, workshop);
}
