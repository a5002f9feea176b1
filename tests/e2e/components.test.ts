import type { Browser } from 'playwright-core';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/axe';
import { openPage, startBrowser, takePicture, type Reader } from './support/browser';
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

const readers: readonly (readonly [string, Reader])[] = [
  ['on a wide screen', { width: 1280 }],
  ['in the dark', { theme: 'dark' }],
  ['on a narrow phone', { width: 320 }],
  ['on a narrow phone in the dark', { width: 320, theme: 'dark' }],
  ['when the scripts never arrive', { scripts: 'blocked' }],
];

describe('every component', () => {
  it.each(readers)('breaks no accessibility rule %s', async (name, reader) => {
    const { page, context, faults } = await openPage(browser, `${site.url}/komponenter`, reader);
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
    await takePicture(page, `komponenter ${name}`);
    expect(faults).toEqual([]);
    await context.close();
  });
});
