import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { organiserOf, secretOf, workshopOn } from '../../scenarios/support/organiser.ts';
import { Person } from '../../scenarios/support/person.ts';
import { Proxy } from '../../scenarios/support/proxy.ts';
import { Server } from '../../scenarios/support/server.ts';

export const sizes = {
  phone: { width: 390, height: 844 },
  small: { width: 320, height: 568 },
  laptop: { width: 1440, height: 900 },
  hall: { width: 1920, height: 1080 },
};

/** A line to the server that can be cut, and lets nothing through until it is mended. */
export class Line {
  #down = false;
  #proxy: Proxy | undefined;

  static async to(server: Server): Promise<Line> {
    const line = new Line();
    line.#proxy = await Proxy.before(server, () => (line.#down ? { refuse: 503 } : {}));
    return line;
  }

  /** The same address, by this line. */
  by(address: string): string {
    return address.replace(/^http:..[^/]*/, this.#proxy?.origin ?? '');
  }

  cut(): void {
    this.#down = true;
    this.#proxy?.cut();
  }

  mend(): void {
    this.#down = false;
  }

  async end(): Promise<void> {
    await this.#proxy?.end();
  }
}

/**
 * A server with its pages, one workshop on it, somebody who directs it without a page, and pages that
 * are opened as they are needed. One a test file; `end` ends all of it.
 */
export class House {
  readonly people: Person[] = [];
  readonly #browser: Browser;
  readonly #options: BrowserContextOptions;
  readonly #pages = new Map<string, Page>();
  readonly #lines: Line[] = [];

  private constructor(
    readonly server: Server,
    readonly workshop: Awaited<ReturnType<typeof workshopOn>>,
    readonly links: { facilitator: string; moderator: string; screen: string; reader: string },
    readonly director: Person,
    browser: Browser,
    options: BrowserContextOptions,
  ) {
    this.#browser = browser;
    this.#options = options;
  }

  /** `options` hold for every page of it. */
  static async with(browser: Browser, template: object, options: BrowserContextOptions = {}): Promise<House> {
    const web = process.env['ATELIER_WEB'];
    if (!web) throw new Error('ATELIER_WEB names no pages: run the tests through tests/run');
    const server = await Server.start({ args: ['--web', web] });
    const workshop = await workshopOn(server, { language: 'fr', template: template as never });
    const renew = async (role: 'moderator' | 'reader'): Promise<string> => {
      const link = await (await organiserOf(server)).renewLink(workshop.id, role);
      if (!link.ok) throw new Error(link.failure.code);
      return link.value.url;
    };
    const links = { ...workshop.links, moderator: await renew('moderator'), reader: await renew('reader') };
    const director = await Person.enter(server, secretOf(links.facilitator));
    return new House(server, workshop, links, director, browser, options);
  }

  /** A new page in a context of its own; its name finds it again. */
  async open(name: string, viewport: { width: number; height: number }, address: string, more: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({ viewport, locale: 'fr-FR', ...this.#options, ...more });
    const page = await context.newPage();
    await page.goto(address);
    this.#pages.set(name, page);
    return page;
  }

  page(name: string): Page {
    const page = this.#pages.get(name);
    if (!page) throw new Error(`no page ${name}`);
    return page;
  }

  get joinAddress(): string {
    return `${this.server.origin}/join#${this.workshop.code}`;
  }

  /** A participant's page, inside. */
  async participant(name: string, viewport = sizes.phone, address = this.joinAddress): Promise<Page> {
    const page = await this.open(name, viewport, address);
    await page.getByRole('button', { name: 'Rejoindre la séance' }).click();
    return page;
  }

  /** A line that this house ends, too. */
  async line(): Promise<Line> {
    const line = await Line.to(this.server);
    this.#lines.push(line);
    return line;
  }

  async arrive(many: number): Promise<void> {
    const names = Array.from({ length: many }, (_, i) => `Personne ${String(this.people.length + i + 1)}`);
    this.people.push(...(await Promise.all(names.map((name) => Person.join(this.server, this.workshop.code, { name })))));
  }

  /** Everyone who writes, reviews or votes without a page is there to see it. */
  async opens(phase: string, ideas?: string[]): Promise<void> {
    await this.director.does('phase.open', { phase, ...(ideas && { ideas }) });
    await Promise.all(this.people.map((each) => each.sees(phase, ({ phases }) => phases.some(({ id, status }) => id === phase && status === 'open'))));
  }

  async close(name: string): Promise<void> {
    await this.#pages.get(name)?.context().close();
    this.#pages.delete(name);
  }

  async end(): Promise<void> {
    for (const name of [...this.#pages.keys()]) await this.close(name);
    await Promise.all(this.#lines.map((line) => line.end()));
    for (const person of this.people) person.leave();
    this.director.leave();
    await this.server.end();
  }
}
