import type { Browser as Chromium } from 'playwright-core';
import { linkToken } from '../../src/commands/notifications/one-time-links';
import { confirmPosting } from '../../src/commands/meetings/notice/confirm-posting';
import { commentParagraph } from '../../src/commands/meetings/verification/comments';
import { meetingOffice, type MeetingOffice } from '../support/builders/meetings';
import { playedMeeting, type PlayedMeeting } from '../support/builders/session';
import { presented, settleNoticePeriod, sign, verificationProcess } from '../support/builders/verification';
import { signedInAs } from '../api/support/signed-in';
import { serveApi, type ServedApi } from '../api/support/test-api';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/axe';
import { openPage, startBrowser, takePicture, type OpenPage, type Reader } from './support/browser';

const readers: readonly (readonly [string, Reader])[] = [
  ['wide', { width: 1280 }],
  ['dark', { width: 1280, theme: 'dark' }],
  ['narrow', { width: 320 }],
];

describe('minutes, verification, notices and the public side in a browser', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let played: PlayedMeeting;
  let chromium: Chromium;
  let minutes: string;
  beforeAll(async () => {
    office = await meetingOffice({
      rules: { digitalVerification: true, digitalVerificationDecision: 'Regionfullmäktige 2024-11-25 § 98' },
    });
    played = await playedMeeting(office);
    minutes = `/sammantraden/${played.meetingId}/protokoll`;
    office.now = new Date('2026-02-24T09:00:00Z');
    api = await serveApi(office.db, {}, office.now);
    chromium = await startBrowser();
  }, 120_000);
  afterAll(async () => {
    await chromium.close();
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  /** A window for each guise that stays open from page to page: a new one costs more than the page that is looked at. */
  const windows = new Map<string, OpenPage>();
  const windowOf = async (guise: string, reader: Reader): Promise<OpenPage> => {
    const opened =
      windows.get(guise) ?? (await openPage(chromium, `${api.url}/tillganglighetsredogorelse`, reader));
    windows.set(guise, opened);
    return opened;
  };

  /** Looks at a page in every guise: nothing breaks a rule, nothing scrolls sideways, nothing breaks the policy. */
  const look = async (picture: string, address: string, name: string | null): Promise<void> => {
    const cookies =
      name === null
        ? []
        : [...(await signedInAs(office, api, name)).cookies].map(([key, value]) => ({ key, value }));
    for (const [guise, reader] of readers) {
      const { page, context, faults } = await windowOf(guise, reader);
      await context.clearCookies();
      await context.addCookies(cookies.map(({ key, value }) => ({ name: key, value, url: api.url })));
      const answer = await page.goto(`${api.url}${address}`, { waitUntil: 'load' });
      expect([address, answer?.status()]).toEqual([address, 200]);
      await takePicture(page, `${picture}-${guise}`);
      await expectNoAxeViolations(page);
      await expectNoSidewaysScroll(page);
      expect(faults).toEqual([]);
    }
  };
  const paragraphOf = async (word: string): Promise<string> => {
    const rows = await office.rows<{ id: string }>(
      "select id from paragraph where record->>'title' like $1",
      [`%${word}%`],
    );
    return rows[0]!.id;
  };

  it('shows the minutes while they are written', async () => {
    await look('minutes', minutes, 'Annika Roos');
    const paragraph = `${minutes}/${await paragraphOf('ADL-fotpall')}`;
    await look('minutes-paragraph', paragraph, 'Annika Roos');
    await look('minutes-correct', `${paragraph}/ratta`, 'Annika Roos');
  }, 180_000);

  it('saves a paragraph while it is written, without conflict with itself when the server answers slowly', async () => {
    const { cookies } = await signedInAs(office, api, 'Annika Roos');
    const { page, context, faults } = await openPage(chromium, `${api.url}/tillganglighetsredogorelse`);
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: api.url })));
    const answers: number[] = [];
    let newest = '';
    await page.route('**/gor/editParagraph', async (route) => {
      const sent = new URLSearchParams(route.request().postData() ?? '').get('content') ?? '';
      const response = await route.fetch({ maxRedirects: 0 });
      newest = sent;
      answers.push(response.status());
      // Only the first answer is late: longer than the pause that a save waits for.
      if (answers.length === 1) await new Promise((resolve) => setTimeout(resolve, 4000));
      await route.fulfill({ response });
    });
    await page.goto(`${api.url}${minutes}/${await paragraphOf('ADL-fotpall')}`);
    const version = '#editParagraph-summary-version';
    const before = Number(await page.inputValue(version));
    await page.focus('#editParagraph-summary [contenteditable]');
    await page.keyboard.press('Control+End');
    for (const sentence of ['Ordföranden föredrar ärendet.', ' Frågor ställs.', ' Ingen yttrar sig.']) {
      await page.keyboard.type(sentence);
      await page.waitForTimeout(1900);
    }
    // However many saves it took: a busy machine types slowly.
    while (!newest.includes('Ingen yttrar sig.')) await page.waitForTimeout(100);
    // Each save builds on the one before it, so none was refused and none was lost.
    while ((await page.inputValue(version)) !== String(before + answers.length))
      await page.waitForTimeout(100);
    await page.reload();
    expect(await page.innerText('#editParagraph-summary [contenteditable]')).toContain(
      'Ordföranden föredrar ärendet. Frågor ställs. Ingen yttrar sig.',
    );
    expect(answers.length).toBeGreaterThan(1);
    expect(answers.filter((status) => status !== 200)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  }, 60_000);

  it('shows the verification to those who sign', async () => {
    await presented(office, played.minutesId);
    await office.done(commentParagraph, office.chair, {
      paragraphId: await paragraphOf('talflöde'),
      text: 'Skriv ut från vilken dag det gäller.',
    });
    await sign(office, played.minutesId, office.secretary);
    await verificationProcess(office, played.minutesId).settle();
    await look('verification', `${minutes}/justering`, 'Karin Ask');
    await look('verification-sign', `${minutes}/justering/underteckna`, 'Karin Ask');
    await look('minutes-take-back', `${minutes}/ta-tillbaka`, 'Annika Roos');
    await look('minutes-replace', `${minutes}/ersatt-justerare`, 'Annika Roos');
  }, 240_000);

  it('shows the notice to the secretary, a registrar and everyone', async () => {
    for (const signer of [office.chair, office.viceChair]) await sign(office, played.minutesId, signer);
    await verificationProcess(office, played.minutesId).settle();
    const [notice] = await office.rows<{ id: string }>('select id from notice');
    await settleNoticePeriod(office, notice!.id);
    await look('notice', `/anslag/${notice!.id}`, 'Annika Roos');
    const [posting] = await office.rows<{ id: string }>('select id from notice_posting order by id');
    await look('posting', `/anslag/uppsattning/${posting!.id}`, 'Annika Roos');
    await look(
      'posting-link',
      `/anslag/uppsattning/${posting!.id}/${linkToken('test', 'posting', posting!.id)}`,
      null,
    );
    await look('notice-board', '/anslagstavla', null);
    await look('public-minutes', `/protokoll/${played.minutesId}`, null);
    await look('how-to-appeal', '/overklaga', null);
  }, 300_000);

  it('shows the end of the appeal time, and where the court’s answer is recorded', async () => {
    const [notice] = await office.rows<{ id: string }>('select id from notice');
    const postings = await office.rows<{ id: string; version: number }>(
      'select id, version from notice_posting order by id',
    );
    for (const { id, version } of postings)
      await office.done(confirmPosting, office.secretary, {
        postingId: id,
        version,
        statedDay: '2026-02-24',
      });
    office.now = new Date('2026-03-23T09:00:00Z');
    api.setNow(office.now);
    await settleNoticePeriod(office, notice!.id);
    await look('notice-ended', `/anslag/${notice!.id}`, 'Annika Roos');
    await look('court', `/anslag/${notice!.id}/domstol`, 'Annika Roos');
    const { page } = await windowOf('narrow', { width: 320 });
    await page.click('details.sam-panel summary');
    await takePicture(page, 'court-appealed-narrow');
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
  }, 240_000);
});
