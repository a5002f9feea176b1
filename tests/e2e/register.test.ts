import type { Browser, Page } from 'playwright-core';
import {
  createRegisterApi,
  led,
  openMatter,
  openMemo,
  aPdf,
  sendFile,
  type RegisterApi,
} from '../api/register/office';
import { PASSWORD } from '../api/support/world';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/axe';
import { openPage, startBrowser, takePicture, type Reader } from './support/browser';

jest.setTimeout(120_000);

let api: RegisterApi;
let browser: Browser;
let matter: string;
let memo: string;
let document: string;

const proposal =
  '1. Talflödeshjälpmedel tas bort som förskrivningsbart hjälpmedel\n2. Beslutet gäller från och med 2026-03-01';

beforeAll(async () => {
  api = await createRegisterApi();
  browser = await startBrowser();
  const official = await api.visitor().signIn(api.world.people.official);
  matter = await openMatter(official, 'Borttagande av talflödeshjälpmedel', { party: 'Logopedmottagningen' });
  memo = await openMemo(official, matter, 'Borttagande av talflödeshjälpmedel');
  const write = async (section: string, content: string) =>
    led(
      await official.send(await official.get(`${memo}/avsnitt/${section}`), 'form#saveMemoSection', {
        content,
        _next: memo,
      }),
    );
  await write('proposedDecision', proposal);
  await write(
    'summary',
    'Produkterna finns inte längre på marknaden. Appar i **mobiltelefoner** har ersatt dem.',
  );
  const upload = await official.get(`${matter}/handlingar`);
  const typed = { title: 'Rapport om appar', direction: 'drawnUp' };
  led(
    await sendFile(official, upload, 'form#uploadDocument', typed, {
      bytes: await aPdf('Rapport'),
      name: 'rapport.pdf',
    }),
  );
  document = (await official.get(matter)).$('tbody a[href^="/handlingar/"]').attr('href') ?? '';
});
afterAll(async () => {
  await browser.close();
  await api.close();
});

const signIn = async (page: Page, email = api.world.people.official.email): Promise<void> => {
  await page.fill('#email', email);
  await page.fill('#password', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/logga-in'));
};

const readers: readonly (readonly [string, Reader])[] = [
  ['on a wide screen', { width: 1280 }],
  ['in the dark', { width: 1280, theme: 'dark' }],
  ['on a narrow phone without scripts', { width: 320, scripts: 'blocked' }],
];

describe('the pages of the register', () => {
  it.each(readers)('break no accessibility rule and no policy %s', async (name, reader) => {
    const { page, context, faults } = await openPage(browser, `${api.url}/logga-in`, reader);
    await signIn(page);
    const pages: readonly (readonly [string, string])[] = [
      ['arenden', '/arenden'],
      ['oppna arende', `/arenden/nytt/${api.world.body}`],
      ['arende', matter],
      ['lagg till handling', `${matter}/handlingar`],
      ['arendets lage', `${matter}/lage`],
      ['ny tjansteskrivelse', `${matter}/tjansteskrivelse`],
      ['handling', document],
      ['tjansteskrivelser', '/tjansteskrivelser'],
      ['tjansteskrivelse', memo],
      ['avsnitt', `${memo}/avsnitt/summary`],
      ['perspektiv', `${memo}/avsnitt/childRights`],
      ['forhandsgranskning', `${memo}/forhandsgranskning`],
    ];
    for (const [title, path] of pages) {
      await page.goto(api.url + path);
      await expectNoAxeViolations(page);
      await expectNoSidewaysScroll(page);
      await takePicture(page, `register ${title} ${name}`);
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  it('save a section while it is written, from the keyboard alone, and say when', async () => {
    const { page, context, faults } = await openPage(browser, `${api.url}/logga-in`);
    await signIn(page);
    await page.goto(`${api.url}${memo}/avsnitt/background`);
    await page.focus('rich-text [contenteditable]');
    await page.keyboard.type('Förskrivningsbart sedan 2014.');
    await page.waitForFunction(() =>
      window.document.querySelector('#sparat')?.textContent?.includes('Sparat'),
    );
    await page.keyboard.type(' Arton patienter.');
    await page.waitForFunction(
      () => window.document.querySelector<HTMLInputElement>('#avsnittets-version')?.value === '2',
    );
    await page.reload();
    expect(await page.innerText('rich-text [contenteditable]')).toContain(
      'Förskrivningsbart sedan 2014. Arton patienter.',
    );
    expect(faults).toEqual([]);
    await context.close();
  });
});
