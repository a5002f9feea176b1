import { openSealed } from '../../../src/infrastructure/mail/sealed-data';
import { testSealer } from '../../support/sealer';
import { createDispatch } from '../../../src/activities/dispatch/dispatch';
import { byHand, standingAuditors, verifiedMeeting } from '../../support/builders/dispatch';
import { meetingOffice, type MeetingOffice } from '../../support/builders/meetings';
import type { PlayedMeeting } from '../../support/builders/session';
import type { Browser } from '../support/browser';
import { signedInAs, wordsIn } from '../support/signed-in';
import { serveApi, type ServedApi } from '../support/test-api';

// M-12, M-18

describe('the pages of the dispatch', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let played: PlayedMeeting;
  let secretary: Browser;
  let address: string;
  beforeAll(async () => {
    office = await meetingOffice();
    played = await verifiedMeeting(office);
    await standingAuditors(office);
    api = await serveApi(office.db, {}, office.now);
    address = `/sammantraden/${played.meetingId}/expediering`;
    secretary = await signedInAs(office, api, 'Annika Roos');
  }, 60_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  const extracts = () =>
    office.rows<{ id: string }>('select id from minutes_extract where meeting_id = $1 order by id', [
      played.meetingId,
    ]);
  const dispatchOf = async (name: string) => {
    const [found] = await office.rows<{ id: string; link: string }>(
      `select d.id, m.data ->> 'link' as link from dispatch d join mail m on m.subject_id = d.id and m.template = 'extract'
         where d.recipient_name like $1 and d.received_at is null order by d.id limit 1`,
      [`${name}%`],
    );
    return { id: found!.id, link: String(openSealed(testSealer, { link: found!.link })['link']) };
  };

  it('knows the principals of a meeting that was held before its day', async () => {
    api.setNow(new Date('2026-02-10T09:00:00Z'));
    const early = await secretary.get(address);
    expect(wordsIn(early, '.sam-next')).toContain('7 utdrag går till sammanlagt 83 mottagare.');
    api.setNow(office.now);
  });

  it.each(['Annika Roos', 'Gunnar Malm', 'Helena Mårtens', 'Mats Engdahl'])(
    'leads %s from the overview to nothing that they may not open',
    async (name) => {
      const browser = await signedInAs(office, api, name);
      const page = await browser.get(`/sammantraden/${played.meetingId}`);
      expect(page.status).toBe(200);
      const links = page
        .$('main a[href^="/"]')
        .map((_at, link) => page.$(link).attr('href'))
        .get();
      expect(links.length).toBeGreaterThan(1);
      const refused: string[] = [];
      for (const link of new Set(links)) if ((await browser.get(link)).status !== 200) refused.push(link);
      expect(refused).toEqual([]);
    },
  );

  it('shows the secretary what is sent to whom, and sends it with one act', async () => {
    const before = await secretary.get(address);
    expect(before.status).toBe(200);
    expect(wordsIn(before, '.sam-next')).toContain('7 utdrag går till sammanlagt 83 mottagare.');
    expect(before.$('tbody tr')).toHaveLength(7);
    const sent = await secretary.send(before, '#certifyExtracts');
    expect(sent.status).toBe(303);
    const after = await secretary.get(address);
    expect(after.$('#certifyExtracts')).toHaveLength(0);
    expect(wordsIn(after, 'tbody')).toContain('Görs');
    const process = createDispatch({
      em: office.orm.em,
      run: office.run,
      clock: { now: () => Promise.resolve(office.now), toServerTime: (at) => at.getTime() },
    });
    for (const { id } of await extracts()) await byHand(office, process, id).settle();
    const list = await secretary.get(address);
    expect(wordsIn(list, '.sam-next')).toContain('83 utsända utdrag är inte bekräftade');
    expect(list.$('tbody tr').length).toBeGreaterThan(20);
  });

  it('lets a recipient read and confirm by the link of the letter, without an account', async () => {
    const { link } = await dispatchOf('Staffan');
    const nobody = api.visitor();
    const shown = await nobody.get(link);
    expect(shown.status).toBe(200);
    const file = shown.$('.sam-file a').attr('href')!;
    expect((await nobody.get(file)).status).toBe(200);
    const confirmed = await nobody.send(shown, '#confirmReceiptByLink');
    expect(confirmed.status).toBe(303);
    const after = await nobody.get(link);
    expect(wordsIn(after, '.sam-next')).toContain('Mottagandet är bekräftat');
    expect(after.$('form#confirmReceiptByLink')).toHaveLength(0);
    expect((await nobody.get(link.slice(0, -1) + (link.endsWith('0') ? '1' : '0'))).status).toBe(404);
  });

  it('gives a recipient with an account the list, the receipt and the reply', async () => {
    const recipient = await signedInAs(office, api, 'Staffan Ekblad');
    const list = await recipient.get('/utdrag');
    expect(list.$('tbody tr')).toHaveLength(6);
    const href = list.$('tbody tr').first().find('td a').first().attr('href')!;
    const shown = await recipient.get(href);
    await recipient.send(shown, '#confirmReceipt');
    const replied = await recipient.send(await recipient.get(href), '#recordReply', {
      reply: 'Beslutet är verkställt.',
    });
    expect(replied.status).toBe(303);
    const after = await recipient.get(href);
    expect(wordsIn(after, 'main')).toContain('Beslutet är verkställt.');
    expect(after.$('#closeDispatch')).toHaveLength(0);
  });

  it('lets the secretary send again to another address, or close with a reason', async () => {
    const { id } = await dispatchOf('Region');
    const page = await secretary.get(`/utdrag/${id}`);
    const again = await secretary.send(page, '#sendExtractAgain', { address: 'ny@region.example' });
    expect(again.status).toBe(303);
    const moved = await secretary.get(`/utdrag/${id}`);
    expect(wordsIn(moved, 'main')).toContain('ny@region.example');
    const refused = await secretary.send(moved, '#closeDispatch', { reason: '' });
    expect(refused.status).toBe(400);
    const closed = await secretary.send(await secretary.get(`/utdrag/${id}`), '#closeDispatch', {
      reason: 'Lämnat över disk.',
    });
    expect(closed.status).toBe(303);
    expect(wordsIn(await secretary.get(`/utdrag/${id}`), '.sam-next')).toContain('Lämnat över disk.');
  });

  it('is closed to members and to the secretary of another board', async () => {
    const { id } = await dispatchOf('');
    for (const name of ['Samuel Lindh', 'Björn Tallmo']) {
      const other = await signedInAs(office, api, name);
      expect((await other.get(address)).status).toBe(403);
      expect((await other.get(`/utdrag/${id}`)).status).toBe(403);
      expect((await other.get(`/utdrag/${id}/fil`)).status).toBe(403);
    }
  });
});
