import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { createRegisterApi, led, openMatter, openMemo, type RegisterApi } from '../api/register/office';
import type { Browser as Visitor } from '../api/support/browser';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/axe';
import { openPage, startBrowser, takePicture, type Reader } from './support/browser';

jest.setTimeout(120_000);

const SLOW_MS = 5000;
const saveAddress = '**/gor/saveMemoSection';

let api: RegisterApi;
let browser: Browser;
let matter: string;
let official: Visitor;
let secretary: Visitor;

beforeAll(async () => {
  api = await createRegisterApi();
  browser = await startBrowser();
  official = await api.visitor().signIn(api.world.people.official);
  secretary = await api.visitor().signIn(api.world.people.secretary);
  matter = await openMatter(official, 'Borttagande av talflödeshjälpmedel', { party: 'Logopedmottagningen' });
});
afterAll(async () => {
  await browser.close();
  await api.close();
});

interface Writing {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly faults: string[];
  readonly section: string;
  /** How each save was answered, in turn. */
  readonly answers: number[];
}

/** The official stands in an empty section of a memo of her own. */
const openSection = async (title: string, reader: Reader = {}): Promise<Writing> => {
  const section = `${await openMemo(official, matter, title)}/avsnitt/background`;
  const opened = await openPage(browser, api.url + section, {
    ...reader,
    cookies: [...official.cookies].map(([name, value]) => ({ name, value, url: api.url })),
  });
  const { page } = opened;
  const answers: number[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/gor/saveMemoSection')) answers.push(response.status());
  });
  await page.focus('rich-text [contenteditable]');
  return { ...opened, section, answers };
};

/** Lets the server do what it is asked at once, and its first answer go another way. */
const firstAnswer = async (page: Page, answer: (route: Route) => Promise<void>): Promise<void> => {
  let first = true;
  await page.route(saveAddress, async (route) => {
    if (!first) return route.continue();
    first = false;
    return answer(route);
  });
};
const slowly = async (route: Route): Promise<void> => {
  const response = await route.fetch({ maxRedirects: 0 });
  await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
  // A page that has left does not wait for it.
  await route.fulfill({ response }).catch(() => undefined);
};

/** Types as somebody who thinks between the sentences, so that autosave starts in each pause. */
const writeWithPauses = async (page: Page, sentences: readonly string[]): Promise<void> => {
  for (const sentence of sentences) {
    await page.keyboard.type(sentence);
    await page.waitForTimeout(1900);
  }
};
const told = (page: Page, words: string): Promise<unknown> =>
  page.waitForFunction(
    (wanted) => window.document.querySelector('#sparat')?.textContent?.includes(wanted) === true,
    words,
    { timeout: 20_000 },
  );
const version = (page: Page): Promise<string> => page.inputValue('#avsnittets-version');
const stored = async (section: string): Promise<string> => {
  return (await official.get(section)).$('textarea[name=content]').text().trim();
};
const othersSave = async (section: string, content: string): Promise<void> => {
  const page = await secretary.get(section);
  led(await secretary.send(page, 'form#saveMemoSection', { content, _next: section }));
};

const sentences = ['Förskrivningsbart sedan 2014.', ' Arton patienter.', ' Inga nya sedan 2022.', ' Slut.'];

describe('a text that is saved while it is written', () => {
  it('is never in conflict with itself when the server answers slowly', async () => {
    const { page, context, faults, section, answers } = await openSection('Långsam server');
    await firstAnswer(page, slowly);
    await writeWithPauses(page, sentences);
    await page.waitForTimeout(SLOW_MS);
    await told(page, 'Sparat');
    expect(answers.length).toBeGreaterThan(1);
    expect(answers.every((status) => status === 200)).toBe(true);
    expect(await stored(section)).toBe(sentences.join(''));
    // All is saved: nobody is asked before the page is left.
    await page.goto(api.url + section);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is sent by its button after the answer that is still on its way, without a conflict', async () => {
    const { page, context, faults, section, answers } = await openSection('Knapp mitt i sparandet');
    await firstAnswer(page, slowly);
    await writeWithPauses(page, sentences.slice(0, 1));
    await page.keyboard.type(' Och en rad till.');
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await told(page, 'Sparar');
    await page.keyboard.type(' Och en till.');
    await page.waitForResponse((response) => response.status() === 303);
    await page.waitForLoadState('load');
    expect(answers).toEqual([200, 303]);
    expect(await page.locator('.sam-conflict').count()).toBe(0);
    expect(await stored(section)).toContain('Och en rad till.');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says that it is not saved when the answer is lost, saves again by itself, and is not in conflict', async () => {
    const { page, context, section, answers } = await openSection('Förlorat svar');
    await firstAnswer(page, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await writeWithPauses(page, sentences.slice(0, 1));
    await told(page, 'Det senaste är inte sparat');
    await page.keyboard.type(' Fortsättning.');
    await told(page, 'Sparat');
    expect(answers).toEqual([200, 200]);
    expect(await version(page)).toBe('2');
    expect(await stored(section)).toBe('Förskrivningsbart sedan 2014. Fortsättning.');
    await context.close();
  });

  it.each<readonly [string, Reader]>([
    ['on a wide screen', { width: 1280 }],
    ['in the dark', { width: 1280, theme: 'dark' }],
    ['on a narrow phone', { width: 320 }],
  ])(
    'stops being saved when another has saved it, says so, and leads to both texts %s',
    async (name, reader) => {
      const { page, context, faults, section, answers } = await openSection(`Två skriver ${name}`, reader);
      await writeWithPauses(page, ['Mitt första.']);
      await told(page, 'Sparat');
      await othersSave(section, 'Sekreterarens text.');
      await writeWithPauses(page, [' Mitt andra.']);
      await told(page, 'Visa båda texterna');
      await writeWithPauses(page, [' Mitt tredje.']);
      expect(answers).toEqual([200, 409]);
      expect(await page.innerText('#sparat')).toContain('Någon annan har sparat en nyare version');
      expect(await page.innerText('#sparat')).toContain('sparas inte längre medan du skriver');
      await expectNoAxeViolations(page);
      await expectNoSidewaysScroll(page);
      await takePicture(page, `autosave stopped ${name}`);
      await page.getByRole('button', { name: 'Visa båda texterna' }).click();
      await page.waitForSelector('.sam-conflict');
      const both = await page.innerText('.sam-conflict');
      expect(both).toContain('Mitt första. Mitt andra. Mitt tredje.');
      expect(both).toContain('Sekreterarens text.');
      await takePicture(page, `autosave both texts ${name}`);
      await page.getByRole('button', { name: 'Spara den sammanskrivna texten' }).click();
      await page.waitForSelector('form#saveMemoSection');
      expect(await stored(section)).toBe('Mitt första. Mitt andra. Mitt tredje.');
      await page.focus('rich-text [contenteditable]');
      await page.keyboard.press('Control+End');
      await writeWithPauses(page, [' Sparas igen.']);
      await told(page, 'Sparat');
      expect(await stored(section)).toContain('Sparas igen.');
      expect(faults).toEqual([]);
      await context.close();
    },
  );
});
