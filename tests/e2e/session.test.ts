import { randomUUID } from 'node:crypto';
import type { Browser as Chromium, Page } from 'playwright-core';
import { meetingOffice, type MeetingOffice } from '../support/builders/meetings';
import { openedMeeting, summonedMeeting, type SummonedMeeting } from '../support/builders/session';
import { serveApi, type ServedApi } from '../api/support/test-api';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/axe';
import { openPage, startBrowser, takePicture, type OpenPage, type Reader } from './support/browser';

const NOW = new Date('2026-02-20T08:00:00Z');

describe('the live meeting in a browser', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let summoned: SummonedMeeting;
  let chromium: Chromium;
  let url: string;
  beforeAll(async () => {
    office = await meetingOffice();
    summoned = await summonedMeeting(office);
    await openedMeeting(office, summoned, ['Gunnar Malm']);
    api = await serveApi(office.db, {}, NOW);
    chromium = await startBrowser();
    url = `${api.url}/sammantraden/${summoned.meetingId}/motet`;
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  const asSecretary = (reader: Reader = {}): Promise<OpenPage> => signedIn('Annika Roos', url, reader);
  const signedIn = async (name: string, address: string, reader: Reader): Promise<OpenPage> => {
    const personId = office.people.get(name);
    await office.rows(
      `insert into account (id, person_id, state) values ($1, $2, 'active') on conflict (person_id) do nothing`,
      [randomUUID(), personId],
    );
    const opened = await openPage(chromium, `${api.url}/logga-in`, reader);
    const answer = await opened.context.request.post(`${api.url}/api/session`, { data: { personId } });
    expect(answer.status()).toBe(200);
    await opened.page.goto(address, { waitUntil: 'load' });
    return opened;
  };
  const saved = (page: Page) =>
    page.waitForFunction(() => document.getElementById('ko')?.textContent === 'Allt är sparat');
  const treated = async () =>
    (await office.rows<{ n: number }>('select count(*)::int as n from decision'))[0]?.n ?? 0;

  it('is run from the keyboard: next item, as proposed, next item', async () => {
    const { page, context, faults } = await asSecretary();
    await page.keyboard.press('n');
    await page.getByText('Punkt 1. Fastställande av föredragningslista').waitFor();
    await page.keyboard.press('e');
    await page.locator('[data-hotkey=n]').waitFor();
    await page.keyboard.press('n');
    await page.getByText('Punkt 2. Föregående protokoll').waitFor();
    await saved(page);
    expect(await treated()).toBe(1);
    await page.keyboard.press('y');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('seatId');
    await page.locator('[data-keys-on]').uncheck();
    await page.locator('h1').click();
    await page.keyboard.press('e');
    expect(await treated()).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('shows the points and the condition of a decision only where the outcome has any', async () => {
    const { page, context, faults } = await asSecretary();
    await page.locator('summary', { hasText: 'Annat beslut' }).click();
    const points = page.locator('#beslut fieldset[data-not-with]').first();
    const condition = page.locator('#beslut [name="condition.text"]');
    const first = points.locator('textarea').first();
    expect([await points.isVisible(), await condition.isVisible()]).toEqual([true, false]);
    await page.getByLabel('Utfall').selectOption('conditional');
    expect([await points.isVisible(), await condition.isVisible()]).toEqual([true, true]);
    await page.getByLabel('Utfall').selectOption('referredBack');
    expect([await points.isVisible(), await first.isDisabled()]).toEqual([false, true]);
    await page.getByLabel('Utfall').selectOption('approved');
    expect([await points.isVisible(), await first.isDisabled()]).toEqual([true, false]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('keeps acts over a lost network, says how many, and sends each once when contact is back', async () => {
    const { page, context } = await asSecretary();
    await page.locator('[data-keys-on]').check();
    await context.setOffline(true);
    await page.keyboard.press('e');
    await page.getByText('1 ej sparade').waitFor();
    await page.locator('summary', { hasText: 'Ajournering' }).click();
    await page.getByRole('button', { name: 'Ajournera' }).click();
    await page.getByText('2 ej sparade').waitFor();
    await takePicture(page, 'session-offline');
    expect(await treated()).toBe(1);
    await context.setOffline(false);
    await saved(page);
    expect(await treated()).toBe(2);
    expect(await office.rows('select minutes from adjournment')).toEqual([{ minutes: 10 }]);
    await context.close();
  });

  it.each<[string, Reader]>([
    ['wide', { width: 1280 }],
    ['dark', { width: 1280, theme: 'dark' }],
    ['narrow', { width: 320 }],
    ['without-scripts', { width: 1280, scripts: 'blocked' }],
  ])('breaks no accessibility rule and never scrolls sideways: %s', async (name, reader) => {
    const { page, context } = await asSecretary(reader);
    await takePicture(page, `session-${name}`);
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
    await context.close();
  });

  it.each<[string, string, Reader]>([
    ['Samuel Lindh', 'deltagande', { width: 320 }],
    ['Samuel Lindh', 'deltagande', { width: 1280, theme: 'dark' }],
    ['Annika Roos', 'narvaro', { width: 320 }],
    ['Annika Roos', 'narvaro', { width: 1280 }],
  ])('keeps the pages beside it within reach of everyone: %s, %s, %j', async (name, page, reader) => {
    const address = `${api.url}/sammantraden/${summoned.meetingId}/${page}`;
    const opened = await signedIn(name, address, reader);
    await takePicture(opened.page, `before-${page}-${String(reader.width)}`);
    await expectNoAxeViolations(opened.page);
    await expectNoSidewaysScroll(opened.page);
    await opened.context.close();
  });
});
