import type { Browser, Page } from 'playwright-core';
import { openPage, startBrowser, type OpenPage, type Reader } from './support/browser';
import { startExampleSite, type ExampleSite } from './support/example-site';

jest.setTimeout(60_000);

let browser: Browser;
let site: ExampleSite;

beforeAll(async () => {
  site = await startExampleSite();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const open = (reader: Reader = {}): Promise<OpenPage> => openPage(browser, `${site.url}/komponenter`, reader);
const titles = (page: Page): Promise<string[]> =>
  page.locator('.sam-order__what > span:first-child').allInnerTexts();
const positions = (page: Page): Promise<string[]> =>
  page
    .locator('[name=position]')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));

describe('the order of an agenda', () => {
  it('is changed by buttons that keep focus and say what moved', async () => {
    const { page, context, faults } = await open();
    const up = page.getByRole('button', { name: 'Flytta upp: Budgetuppföljning efter januari' });
    await up.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await titles(page)).toEqual(['Budgetuppföljning efter januari', 'Sammanträdet öppnas', 'Upprop']);
    expect(await positions(page)).toEqual(['1', '2', '3']);
    expect(await page.innerText('#status')).toBe('Punkt 2 är nu punkt 1.');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(
      'Flytta upp',
    );
    expect(faults).toEqual([]);
    await context.close();
  });

  it('can be dragged with a mouse on a wide screen', async () => {
    const { page, context } = await open();
    const grips = page.locator('.sam-order__grip');
    await grips.nth(0).scrollIntoViewIfNeeded();
    await grips.nth(0).dragTo(grips.nth(2), { targetPosition: { x: 8, y: 18 } });
    expect((await titles(page)).indexOf('Sammanträdet öppnas')).toBeGreaterThan(0);
    expect(await positions(page)).toEqual(['1', '2', '3']);
    await context.close();
  });

  it('is posted by plain buttons when the scripts never arrive', async () => {
    const { page, context } = await open({ scripts: 'blocked' });
    const answered = page.waitForResponse((response) => response.status() === 303);
    await page.getByRole('button', { name: 'Flytta ned: Upprop' }).click();
    await answered;
    expect(site.posted.at(-1)).toMatchObject({ move: 'down:2', version: '3', item: ['1', '2', '3'] });
    await context.close();
  });
});

describe('an upload', () => {
  const file = { name: 'bilaga.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(400_000, 'x') };

  it('tells how far the file has come and then shows the page that follows', async () => {
    const { page, context, faults } = await open();
    await page.setInputFiles('#bilaga', file);
    // Kept past the page that follows, which may come before anybody could look.
    await page.evaluate(() => {
      const words = document.querySelector('#bilaga-progress');
      if (words === null) throw new Error('Nothing tells how far the file has come');
      const keep = () => sessionStorage.setItem('told', words.textContent);
      new MutationObserver(keep).observe(words, { childList: true, characterData: true, subtree: true });
    });
    await page.getByRole('button', { name: 'Lägg till bilagan' }).click();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#bilaga')?.files?.length === 0,
    );
    expect(await page.evaluate(() => sessionStorage.getItem('told'))).toContain('100');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says that it failed, and keeps the chosen file', async () => {
    const { page, context } = await open();
    await page.setInputFiles('#bilaga', file);
    await page.route('**/komponenter', (route) => route.abort());
    await page.getByRole('button', { name: 'Lägg till bilagan' }).click();
    await page.waitForFunction(() =>
      document.querySelector('#bilaga-progress')?.textContent?.includes('kunde inte'),
    );
    expect(await page.inputValue('#bilaga')).toContain('bilaga.pdf');
    await context.close();
  });
});

describe('text that is not saved', () => {
  const leaving = async (page: Page): Promise<boolean> => {
    const asked = new Promise<boolean>((resolve) => {
      page.on('dialog', (dialog) => {
        resolve(true);
        void dialog.accept();
      });
      page.on('close', () => {
        resolve(false);
      });
    });
    await page.close({ runBeforeUnload: true });
    return asked;
  };

  it('makes the page ask before it is left', async () => {
    const { page, context } = await open();
    await page.route('**/komponenter', (route) => route.abort());
    await page.click('#sammanfattning');
    await page.keyboard.type('Nytt');
    expect(await leaving(page)).toBe(true);
    await context.close();
  });

  it('no longer does so when it has been saved', async () => {
    const { page, context } = await open();
    await page.click('#sammanfattning');
    const saved = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.keyboard.type('Nytt');
    await saved;
    await page.waitForFunction(
      () => document.querySelector('#sparat')?.textContent?.trim() === 'Sparat 14.32',
    );
    expect(await leaving(page)).toBe(false);
    await context.close();
  });

  it('stays on the page, with a sentence, when the server does not answer', async () => {
    const { page, context } = await open();
    await page.route('**/komponenter', (route) => route.abort());
    await page.click('#sammanfattning');
    await page.keyboard.type('Nytt');
    await page.waitForFunction(() =>
      document.querySelector('#sparat')?.textContent?.includes('servern svarar inte just nu'),
    );
    expect(await page.inputValue('#sammanfattning')).toContain('Nytt');
    await context.close();
  });
});

it('a picked date is echoed in words', async () => {
  const { page, context } = await open();
  await page.fill('#dag', '2026-03-06');
  expect(await page.innerText('#dag-words')).toBe('fredag 6 mars 2026');
  await context.close();
});

it('a page prints without menus, buttons and footer', async () => {
  const { page, context } = await open();
  await page.emulateMedia({ media: 'print' });
  for (const gone of [
    '.sam-nav',
    '.sam-footer',
    '.sam-buttons',
    '.sam-toolbar',
    '.sam-header__person',
    '.sam-filter',
  ]) {
    expect(await page.locator(gone).first().isVisible()).toBe(false);
  }
  expect(await page.locator('h1').isVisible()).toBe(true);
  expect(await page.locator('.sam-table').first().isVisible()).toBe(true);
  await context.close();
});
