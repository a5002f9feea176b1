import type { Browser, Page } from 'playwright-core';
import { createTestApi, type TestApi } from '../api/support/test-api';
import { PASSWORD } from '../api/support/world';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/axe';
import { openPage, startBrowser, takePicture, type Reader } from './support/browser';

jest.setTimeout(120_000);

let api: TestApi;
let browser: Browser;

beforeAll(async () => {
  api = await createTestApi();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await api.close();
});

const signIn = async (page: Page): Promise<void> => {
  await page.fill('#email', api.world.people.secretary.email);
  await page.fill('#password', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/logga-in'));
};

const readers: readonly Reader[] = [
  { width: 1280 },
  { width: 1280, theme: 'dark' },
  { width: 320 },
  { width: 320, scripts: 'blocked' },
];
const pages = [
  '/logga-in',
  '/tillganglighetsredogorelse',
  '/integritetsmeddelande',
  '/komponenter',
  '/finns-inte',
];
const nameOf = ({ width, theme = 'light', scripts = 'run' }: Reader): string =>
  `${String(width)} ${theme} ${scripts}`;

describe.each(readers.map((reader) => [nameOf(reader), reader] as const))(
  'for a reader with %s',
  (name, reader) => {
    it.each(pages)('%s breaks no accessibility rule and no policy', async (path) => {
      const { page, context, faults } = await openPage(browser, api.url + path, reader);
      await expectNoAxeViolations(page);
      await expectNoSidewaysScroll(page);
      if (path !== '/komponenter') await takePicture(page, `${path.slice(1)} ${name}`);
      expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
      await context.close();
    });

    it('a secretary’s own pages break no accessibility rule and no policy', async () => {
      const { page, context, faults } = await openPage(browser, `${api.url}/logga-in`, reader);
      await signIn(page);
      for (const path of ['/', '/mig']) {
        await page.goto(api.url + path);
        await expectNoAxeViolations(page);
        await expectNoSidewaysScroll(page);
        await takePicture(page, `${path === '/' ? 'uppgifter' : path.slice(1)} ${name}`);
      }
      expect(faults).toEqual([]);
      await context.close();
    });
  },
);

describe('the choices in the footer', () => {
  it('change the language and stay on the page', async () => {
    const { page, context } = await openPage(browser, `${api.url}/integritetsmeddelande`);
    await page.click('a[hreflang=en]');
    expect(await page.innerText('h1')).toBe('How personal data is handled');
    expect(new URL(page.url()).search).toBe('');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await context.close();
  });

  it('change light and dark without losing what is typed, and are remembered', async () => {
    const { page, context } = await openPage(browser, `${api.url}/logga-in`);
    await page.fill('#email', 'nagon@example.se');
    await page.click('a[data-theme-choice=dark]');
    expect(await page.inputValue('#email')).toBe('nagon@example.se');
    await page.reload();
    expect(await page.getAttribute('html', 'data-color-scheme')).toBe('dark');
    await context.close();
  });

  it('work without scripts too', async () => {
    const { page, context } = await openPage(browser, `${api.url}/logga-in`, { scripts: 'none' });
    await page.click('a[data-theme-choice=dark]');
    expect(await page.getAttribute('html', 'data-color-scheme')).toBe('dark');
    await context.close();
  });
});

describe('a form that was refused', () => {
  it('puts its reader at the list of faults, which leads to the field', async () => {
    const { page, context } = await openPage(browser, `${api.url}/logga-in`);
    await page.fill('#email', api.world.people.secretary.email);
    await page.fill('#password', 'fel losenord');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.sam-errors');
    expect(await page.title()).toMatch(/^Fel: /);
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('sam-errors');
    await expectNoAxeViolations(page);
    await page.click('.sam-errors a');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('email');
    await context.close();
  });

  it('says which field each fault is of', async () => {
    const { page, context } = await openPage(browser, `${api.url}/logga-in`);
    await signIn(page);
    await page.goto(`${api.url}/mig`);
    await page.fill('#changeMyDetails-name', 'O');
    await page.click('#changeMyDetails button[type=submit]');
    await page.waitForSelector('.sam-errors');
    expect(await page.innerText('.sam-errors a')).toBe('Namn: Skriv minst 2 tecken.');
    await context.close();
  });
});
