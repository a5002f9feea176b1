import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** How a reader comes to a page. */
export interface Reader {
  readonly theme?: 'light' | 'dark';
  /** Window width in CSS pixels. */
  readonly width?: number;
  /** `none`: the reader has switched scripts off; `blocked`: they never arrive. */
  readonly scripts?: 'run' | 'blocked' | 'none';
  readonly lang?: 'sv' | 'en';
  /** What the reader brings along, such as a session. */
  readonly cookies?: readonly { readonly name: string; readonly value: string; readonly url: string }[];
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every breach of the content security policy and every uncaught fault since the page was opened. */
  readonly faults: string[];
}

/** Starts the browser that comes with the packages; CHROMIUM_PATH names another. */
export async function startBrowser(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH'];
  const executablePath = own !== undefined && existsSync(own) ? own : await chromium.executablePath();
  return playwright.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    headless: true,
  });
}

/** Opens an address as a reader and waits until it stands still. */
export async function openPage(browser: Browser, url: string, reader: Reader = {}): Promise<OpenPage> {
  const { theme = 'light', width = 1280, scripts = 'run', lang = 'sv', cookies = [] } = reader;
  const context = await browser.newContext({
    colorScheme: theme,
    viewport: { width, height: 900 },
    javaScriptEnabled: scripts !== 'none',
    locale: lang === 'sv' ? 'sv-SE' : 'en-GB',
    timezoneId: 'Europe/Stockholm',
    reducedMotion: 'reduce',
  });
  await context.addCookies([...cookies]);
  if (scripts === 'blocked') await context.route('**/*.js', (route) => route.abort());
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(url, { waitUntil: 'load' });
  return { page, context, faults };
}

/**
 * Stores a picture for a person to look at, in `.samrad/pictures`, where SAMRAD_PICTURES asks for it: nothing is checked
 * on it, and a picture costs the browser more than the page. On a machine with much to do the browser may throw a
 * frame away while it copies it, so a picture that failed is taken again.
 */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (process.env['SAMRAD_PICTURES'] === undefined) return;
  const folder = join(process.cwd(), '.samrad', 'pictures');
  mkdirSync(folder, { recursive: true });
  const picture = { path: join(folder, `${name}.png`), fullPage: true };
  for (let attempt = 1; attempt < 5; attempt += 1) {
    try {
      await page.screenshot(picture);
      return;
    } catch (error) {
      if (!String(error).includes('Unable to capture screenshot')) throw error;
    }
  }
  await page.screenshot(picture);
}
