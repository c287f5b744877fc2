import type { Browser, BrowserContextOptions, Page } from '@playwright/test';

/** A modest phone: four times slower than this machine, on the "slow 4G" that Lighthouse simulates. */
export const slow4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
export const cpu = 4;

interface Task {
  readonly start: number;
  readonly duration: number;
}

export interface Load {
  /** ms from the navigation until the screen's main control is there and the work before it is over. */
  interactive: number;
  longest: number;
  requests: number;
  bytes: number;
}

interface Seen {
  seen: Record<string, number>;
}

/** In the page: notes when the first of these is visible. */
function lookFor(sign: string): void {
  const all = ((window as never as Seen).seen ??= {});
  delete all[sign];
  const look = (): void => {
    if ([...document.querySelectorAll(sign)].some((each) => each.checkVisibility())) all[sign] = performance.now();
    else requestAnimationFrame(look);
  };
  look();
}

/** A page that loads as it would there, and counts what it asks for. */
export class SlowPage {
  requests = 0;
  bytes = 0;
  tallyFrames = 0;
  private constructor(readonly page: Page) {}

  static async in(browser: Browser, options: BrowserContextOptions): Promise<SlowPage> {
    const context = await browser.newContext({ locale: 'fr-FR', ...options });
    const page = await context.newPage();
    const slow = new SlowPage(page);
    const line = await context.newCDPSession(page);
    await line.send('Network.enable');
    await line.send('Network.setCacheDisabled', { cacheDisabled: true });
    await line.send('Network.emulateNetworkConditions', slow4G);
    await line.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    const types = new Map<string, string>();
    line.on('Network.responseReceived', ({ requestId, type }) => void types.set(requestId, type));
    line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (types.get(requestId) === 'EventSource') return;
      ++slow.requests;
      slow.bytes += encodedDataLength;
    });
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (String(payload).includes('"tallies"')) ++slow.tallyFrames;
      }),
    );
    await page.addInitScript(() => {
      const tasks: Task[] = ((window as never as { tasks: Task[] }).tasks = []);
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, duration });
      }).observe({ type: 'longtask', buffered: true });
    });
    return slow;
  }

  /** Goes there by `act`, which begins at `from` on the page's clock, until `sign` is seen. */
  async loads(sign: string, act: (page: Page) => Promise<unknown>, from = 0): Promise<Load> {
    // The page itself looks at each frame: asking it from outside would count the asking.
    await this.page.addInitScript(lookFor, sign);
    await this.page.evaluate(lookFor, sign);
    this.requests = this.bytes = 0;
    await act(this.page);
    await this.page.waitForFunction((sign) => (window as never as Seen).seen[sign] !== undefined, sign, { polling: 100, timeout: 60_000 });
    const { requests, bytes } = this;
    await this.page.waitForTimeout(1_500);
    const seen = await this.page.evaluate((sign) => (window as never as Seen).seen[sign] ?? 0, sign);
    const tasks = (await this.page.evaluate(() => (window as never as { tasks: Task[] }).tasks)).filter(({ start }) => start >= from);
    const before = tasks.filter(({ start }) => start <= seen);
    const interactive = Math.max(seen, ...before.map(({ start, duration }) => start + duration)) - from;
    return { interactive, longest: Math.max(0, ...tasks.map(({ duration }) => duration)), requests, bytes };
  }

  async end(): Promise<void> {
    await this.page.context().close();
  }
}

export interface Smoothness {
  readonly frames: number;
  readonly late: number;
  readonly longest: number;
}

/** Animation frames during so many seconds, and those that came later than 50 ms after the one before. */
export async function framesOf(page: Page, seconds: number): Promise<Smoothness> {
  return page.evaluate(async (ms) => {
    const gaps: number[] = [];
    await new Promise<void>((done) => {
      const begin = performance.now();
      let last = begin;
      const step = (): void => {
        const now = performance.now();
        gaps.push(now - last);
        last = now;
        if (now - begin < ms) requestAnimationFrame(step);
        else done();
      };
      requestAnimationFrame(step);
    });
    return { frames: gaps.length, late: gaps.filter((gap) => gap > 50).length, longest: Math.max(...gaps) };
  }, seconds * 1_000);
}
