import type { Browser as Chromium } from 'playwright-core';
import { askForApproval } from '../../src/commands/meetings/agenda/ask-for-approval';
import { signedInAs } from '../api/support/signed-in';
import { serveApi, type ServedApi } from '../api/support/test-api';
import { meetingOffice, plannedMeeting, type MeetingOffice } from '../support/builders/meetings';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/axe';
import { openPage, startBrowser, takePicture, type Reader } from './support/browser';

jest.setTimeout(120_000);

const readers: readonly (readonly [string, Reader])[] = [
  ['wide', { width: 1280 }],
  ['narrow', { width: 320, scripts: 'blocked' }],
];

describe('the secretary’s work with a planned meeting in a browser', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let chromium: Chromium;
  beforeAll(async () => {
    office = await meetingOffice({
      rules: {
        appealCourt: 'Förvaltningsrätten i Västerdal',
        appealCourtAddress: ['Box 100', '900 01 Västerdal'],
      },
    });
    const meetingId = await plannedMeeting(office);
    await office.done(askForApproval, office.secretary, { meetingId });
    api = await serveApi(office.db, {}, office.now);
    chromium = await startBrowser();
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  it.each([
    ['tasks', () => '/', 'Bevaka att ordföranden godkänner föredragningslistan'],
    ['template', () => `/sammantradesplan/${office.body}/mall`, 'Mall för föredragningslistan'],
    ['template-item', () => `/sammantradesplan/${office.body}/mall/verifier`, '{justerare} vice ordföranden'],
    ['appeals', () => '/overklaga', 'Förvaltningsrätten i Västerdal'],
  ])(
    '%s breaks no accessibility rule, fits a phone and needs no scripts',
    async (picture, address, words) => {
      const { cookies } = await signedInAs(office, api, 'Annika Roos');
      for (const [guise, reader] of readers) {
        const { page, context, faults } = await openPage(chromium, `${api.url}${address()}`, {
          ...reader,
          cookies: [...cookies].map(([name, value]) => ({ name, value, url: api.url })),
        });
        expect(await page.textContent('main')).toContain(words);
        await takePicture(page, `${picture}-${guise}`);
        await expectNoAxeViolations(page);
        await expectNoSidewaysScroll(page);
        expect(faults).toEqual([]);
        await context.close();
      }
    },
  );

  it('orders the template with the keyboard alone', async () => {
    const { cookies } = await signedInAs(office, api, 'Annika Roos');
    const { page, context } = await openPage(chromium, `${api.url}/sammantradesplan/${office.body}/mall`, {
      width: 1280,
      cookies: [...cookies].map(([name, value]) => ({ name, value, url: api.url })),
    });
    await page.getByRole('button', { name: /ned.*Justering/i }).focus();
    await page.keyboard.press('Enter');
    const list = page.locator('section[aria-labelledby=first-rubrik]');
    await list.getByRole('button', { name: /Spara/ }).focus();
    const shown = page.waitForEvent('load');
    await page.keyboard.press('Enter');
    await shown;
    const titles = await page
      .locator('section[aria-labelledby=first-rubrik] .sam-order__what a')
      .allTextContents();
    expect(titles.indexOf('Justering')).toBe(3);
    await context.close();
  });
});
