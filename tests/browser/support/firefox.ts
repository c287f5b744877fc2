import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';

const executablePath = process.env['FIREFOX'] ?? '/usr/bin/firefox-esr';
const patience = { timeout: 20_000 };

/** Debian's Firefox ESR, driven over WebDriver BiDi: Playwright drives only a Firefox of its own. */
export async function startFirefox(): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: { 'intl.accept_languages': 'fr-FR, fr', 'network.captive-portal-service.enabled': false, 'app.update.enabled': false },
  });
}

/** A window of somebody with their own cookies, and how they find things: by what these say. */
export class Visitor {
  private constructor(readonly page: Page) {}

  static async at(browser: Browser, address: string): Promise<Visitor> {
    const page = await (await browser.createBrowserContext()).newPage();
    await page.setViewport({ width: 390, height: 844 });
    await page.goto(address);
    return new Visitor(page);
  }

  /** The first control of this kind in sight whose name matches. */
  async control(kind: string, name: RegExp): Promise<ElementHandle<HTMLElement>> {
    const found = await this.page.waitForFunction(
      (kind, source) =>
        [...document.querySelectorAll<HTMLElement>(kind)].find((each) => {
          const label = (each as HTMLInputElement).labels?.[0]?.textContent;
          const words = each.getAttribute('aria-label') ?? label ?? each.textContent;
          return each.checkVisibility() && new RegExp(source).test(words.trim().replace(/\s+/g, ' '));
        }) ?? false,
      patience,
      kind,
      name.source,
    );
    return found.asElement() as ElementHandle<HTMLElement>;
  }

  async press(name: RegExp): Promise<void> {
    await (await this.control('button', name)).click();
  }

  async sees(words: RegExp): Promise<void> {
    await this.page.waitForFunction((source) => new RegExp(source).test(document.body.innerText), patience, words.source);
  }

  async seesNoMore(words: RegExp): Promise<void> {
    await this.page.waitForFunction((source) => !new RegExp(source).test(document.body.innerText), patience, words.source);
  }

  /** By the Tab key alone, as far as that goes. */
  async tabTo(kind: string, name: RegExp): Promise<void> {
    const wanted = await this.control(kind, name);
    for (let steps = 0; steps < 80; ++steps) {
      if (await wanted.evaluate((node) => node === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not get to ${String(name)}`);
  }

  /** Where the room is, when the page waits to be told to go there. */
  async follows(sign: RegExp): Promise<void> {
    await this.sees(new RegExp(`${sign.source}|Y aller`));
    const go = await this.page.evaluateHandle(() => [...document.querySelectorAll('button')].find((each) => each.innerText.trim() === 'Y aller') ?? null);
    const button = go.asElement() as ElementHandle<HTMLElement> | null;
    if (button) await button.click();
    await this.sees(sign);
  }
}
