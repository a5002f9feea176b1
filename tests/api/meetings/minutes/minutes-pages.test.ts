import { linkToken } from '../../../../src/commands/notifications/one-time-links';
import { appendixRow, meetingOffice, type MeetingOffice } from '../../../support/builders/meetings';
import { playedMeeting, type PlayedMeeting } from '../../../support/builders/session';
import { frozenHash, settleNoticePeriod, verificationProcess } from '../../../support/builders/verification';
import type { Browser, Shown } from '../../support/browser';
import { signedInAs } from '../../support/signed-in';
import { serveApi, type ServedApi } from '../../support/test-api';

describe('minutes, verification, notice and the public side, by plain forms', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let played: PlayedMeeting;
  let secretary: Browser;
  let minutes: string;
  let noticeId: string;
  const person = new Map<string, Browser>();

  beforeAll(async () => {
    office = await meetingOffice({
      rules: { digitalVerification: true, digitalVerificationDecision: 'Regionfullmäktige 2024-11-25 § 98' },
    });
    played = await playedMeeting(office);
    minutes = `/sammantraden/${played.meetingId}/protokoll`;
    api = await serveApi(office.db, {}, new Date('2026-02-24T09:00:00Z'));
    at('2026-02-24T09:00:00Z');
    secretary = await signedIn('Annika Roos');
  }, 120_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  const at = (moment: string): void => {
    office.now = new Date(moment);
    api.setNow(office.now);
  };
  const signedIn = async (name: string): Promise<Browser> => {
    const known = person.get(name);
    if (known !== undefined) return known;
    const visitor = await signedInAs(office, api, name);
    person.set(name, visitor);
    return visitor;
  };
  const words = (shown: Shown, of = 'main') => shown.$(of).text().replace(/\s+/g, ' ').trim();
  const sent = async (browser: Browser, page: Shown, form: string, typed: Record<string, string> = {}) => {
    const answer = await browser.send(page, form, typed);
    expect([form, answer.status, answer.$('.sam-errors').text()]).toEqual([form, 303, '']);
    return answer;
  };
  const settle = () => verificationProcess(office, played.minutesId).settle();

  it('shows the secretary the minutes with everything recorded, and nobody else before they are presented', async () => {
    const page = await secretary.get(minutes);
    expect(page.status).toBe(200);
    expect(words(page, '.sam-next')).toContain('Lämna protokollet för justering');
    expect(words(page)).toContain('Patrik Öberg');
    expect(words(page)).toContain('Med 9 ja-röster mot 6 nej-röster');
    const next = words(await secretary.get(`/sammantraden/${played.meetingId}`), '.sam-next');
    expect(next).toContain('senast fredag 6 mars 2026. Tiden är 14 dagar från sammanträdet.');
    expect(next).toContain('kommunallagen 5 kap. 69 § och 6 kap. 35 §');
    const member = await (await signedIn('Samuel Lindh')).get(minutes);
    expect(words(member)).toContain('Protokollet skrivs');
    expect(words(member)).not.toContain('ja-röster');
  });

  it('shows both texts where two have written the same paragraph, and lets the writer choose', async () => {
    const page = await secretary.get(minutes);
    const href = page.$('article:contains("talflöde") a.ds-button').attr('href') ?? '';
    const editor = await secretary.get(href);
    await sent(secretary, editor, '#editParagraph-summary', { content: 'Den första texten.' });
    const conflict = await secretary.send(editor, '#editParagraph-summary', { content: 'Den andra texten.' });
    expect(conflict.status).toBe(409);
    expect(words(conflict, '.sam-conflict')).toContain('Den första texten.');
    expect(words(conflict, '.sam-conflict')).toContain('Den andra texten.');
    await sent(secretary, conflict, '.sam-conflict form');
    expect((await secretary.get(href)).$('#editParagraph-summary textarea').text().trim()).toBe(
      'Den andra texten.',
    );
  });

  it('shows what was only reported once, under the heading that the minutes have for it', async () => {
    const paragraph = async (title: string) =>
      (await secretary.get(minutes)).$(`article:contains("${title}")`);
    const editor = await secretary.get(
      (await paragraph('Redovisning av delegeringsbeslut')).find('a.ds-button').attr('href') ?? '',
    );
    await sent(secretary, editor, '#editParagraph-summary', { content: '- RV250028-1 Biträdesavtal' });
    await office.admin.query(
      'insert into item_document (item_id, document_id, ordinal, label) values ($1, $2, 1, $3)',
      [played.item('Anmälningar'), await appendixRow(office, 'Kundråd'), 'Minnesanteckningar kundråd'],
    );
    const reported = (await paragraph('Redovisning av delegeringsbeslut')).find('h4').text();
    expect([reported.includes('Delegeringsbeslut'), reported.includes('Sammanfattning')]).toEqual([
      true,
      false,
    ]);
    const notices = await paragraph('Anmälningar för kännedom');
    expect(notices.find('h4').text()).toContain('Anmälningar');
    expect(notices.find('h4').text()).not.toContain('Beslutsunderlag');
    expect(notices.find('li').text()).toContain('Minnesanteckningar kundråd');
  });

  it('corrects the record by a form, and keeps what was typed when it is refused', async () => {
    const page = await secretary.get(minutes);
    const href = `${page.$('article:contains("talflöde") a.ds-button').attr('href') ?? ''}/ratta`;
    const form = await secretary.get(href);
    const refused = await secretary.send(form, '#correctRecord', { outcome: 'referredBack', reason: '' });
    expect(refused.status).toBe(422);
    expect(refused.$('#correctRecord select').val()).toBe('referredBack');
    await sent(secretary, form, '#correctRecord', {
      'points[2]': 'Beslutet gäller från och med 2026-04-01.',
    });
    expect(words(await secretary.get(minutes))).toContain('Beslutet gäller från och med 2026-04-01.');
  });

  it('states the outcome and its reason when they are corrected, never the proposal as decided (KL 5:66)', async () => {
    const page = await secretary.get(minutes);
    const href = page.$('article:contains("upphandla") a.ds-button').attr('href') ?? '';
    const reason = 'Underlaget ska kompletteras.';
    const form = await secretary.get(`${href}/ratta`);
    expect(form.$('#correctRecord textarea').first().text()).toContain('Ny upphandling påbörjas');
    await sent(secretary, form, '#correctRecord', { outcome: 'referredBack', reason });
    const decision = (shown: Shown) =>
      words(shown, 'article:contains("upphandla") .sam-decision:not([data-proposed])');
    expect(decision(await secretary.get(minutes))).toBe(`Beslut Ärendet återremitteras. ${reason}`);
    const back = await secretary.get(`${href}/ratta`);
    await sent(secretary, back, '#correctRecord', { outcome: 'approved', reason: '' });
    expect(decision(await secretary.get(minutes))).toContain('Ny upphandling påbörjas under 2026.');
  });

  it('puts the meeting’s times right by a form, keeps what was typed, and lets nobody overwrite another’s', async () => {
    const page = await secretary.get(minutes);
    const backwards = { startTime: '11:20', endTime: '09:03' };
    const refused = await secretary.send(page, '#correctTimes', backwards);
    expect([refused.status, words(refused, '.sam-errors')]).toEqual([
      422,
      expect.stringContaining('kan inte sluta innan det har börjat'),
    ]);
    expect(refused.$('#correctTimes input[name=endTime]').val()).toBe('09:03');
    await sent(secretary, refused, '#correctTimes', { startTime: '09:03', endTime: '11:20' });
    expect(words(await secretary.get(minutes))).toContain('Sammanträdets tid: kl. 09.03–11.20');
    expect((await secretary.send(page, '#correctTimes', { startTime: '09:30' })).status).toBe(409);
  });

  it('is presented with one button, and says that the text is being frozen', async () => {
    await sent(secretary, await secretary.get(minutes), 'form[action="/gor/sendToVerification"]');
    expect(words(await secretary.get(minutes), '.sam-next')).toContain('Texten låses');
    await settle();
    const frozen = await secretary.get(minutes);
    expect(words(frozen, '.sam-next')).toContain('Läs och underteckna');
    expect(frozen.$('#correctTimes')).toHaveLength(0);
    const pdf = await secretary.raw(`${minutes}/fil`);
    expect(pdf.headers.get('content-type')).toContain('application/pdf');
  });

  it('lets a verifier comment on a paragraph, and the secretary see it', async () => {
    const chair = await signedIn('Karin Ask');
    const page = await chair.get(`${minutes}/justering`);
    expect(page.status).toBe(200);
    await sent(chair, page, 'form[action="/gor/commentParagraph"]', { text: 'Skriv ut namnet.' });
    expect(words(await secretary.get(minutes))).toContain('Skriv ut namnet.');
    const stranger = await (await signedIn('Samuel Lindh')).get(`${minutes}/justering`);
    expect(stranger.status).toBe(403);
  });

  /** Between the last signature and the copy for the public there is no page to lead to. */
  const announcedWithoutCopy = async () => {
    const rss = await (await api.visitor().raw('/anslagstavla.rss')).text();
    expect([rss.match(/<item>/gu)?.length, rss.includes('/protokoll/')]).toEqual([1, false]);
  };

  it('says what comes back void before the minutes are taken back', async () => {
    const page = await secretary.get(`${minutes}/ta-tillbaka`);
    expect(page.$('#takeBackMinutes')).toHaveLength(1);
    const replace = await secretary.get(`${minutes}/ersatt-justerare`);
    expect(replace.$('#replaceVerifier option').length).toBeGreaterThan(10);
  });

  it('is signed on a page that says what signing means, in order', async () => {
    const sign = `${minutes}/justering/underteckna`;
    const viceName = [...office.people].find(
      ([, id]) => office.viceChair.kind === 'person' && id === office.viceChair.personId,
    )![0];
    const early = await (await signedIn('Karin Ask')).get(sign);
    expect(words(early)).toMatch(/sekreteraren/iu);
    expect(early.$('#signMinutes')).toHaveLength(0);
    for (const name of ['Annika Roos', 'Karin Ask', viceName]) {
      const browser = await signedIn(name);
      const page = await browser.get(sign);
      expect(words(page).replaceAll(' ', '')).toContain(await frozenHash(office, played.minutesId));
      await sent(browser, page, '#signMinutes');
      if (name === viceName) await announcedWithoutCopy();
      await settle();
    }
    expect(words(await secretary.get(minutes), '.sam-next')).toContain('Protokollet är justerat');
    const [notice] = await office.rows<{ id: string }>('select id from notice');
    noticeId = notice!.id;
    await settleNoticePeriod(office, noticeId);
  });

  it('shows the secretary every board, and a registrar one thing to do', async () => {
    const page = await secretary.get(`/anslag/${noticeId}`);
    expect(page.status).toBe(200);
    expect(words(page, '.sam-next')).toContain('0 av 11 tavlor');
    expect(page.$('tbody tr')).toHaveLength(11);
    const href = page.$('tbody a').first().attr('href') ?? '';
    const posting = await secretary.get(href);
    expect(words(posting, '.sam-next')).toContain('Sätt upp anslaget och bekräfta');
    expect(posting.$('.sam-next button')).toHaveLength(1);
    const pdf = await secretary.get(posting.$('.sam-file a').attr('href') ?? '');
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(words(posting, '.sam-next')).toContain('Sätt upp det den dagen och bekräfta då');
    const statedDay = '.sam-next [name=statedDay]';
    expect(posting.$(statedDay).attr('value') ?? '').toBe('');
    const early = await secretary.send(posting, '.sam-next form', { statedDay: '2026-02-26' });
    expect(early.status).toBe(422);
    expect(words(early)).toContain('har inte kommit ännu');
    at('2026-02-26T09:00:00Z');
    expect((await secretary.get(href)).$(statedDay).attr('value')).toBe('2026-02-26');
    await sent(secretary, await secretary.get(href), '.sam-next form', { statedDay: '2026-02-26' });
    expect(words(await secretary.get(href), '.sam-next')).toContain('Anslaget sitter uppe');
  });

  it('leads from the meeting to the notice, and tells what is done of what the law asks after it', async () => {
    const page = await secretary.get(`/sammantraden/${played.meetingId}`);
    expect(words(page, '.sam-next')).toContain('Bestyrk protokollsutdragen');
    expect(page.$(`.sam-tabs a[href="/anslag/${noticeId}"]`)).toHaveLength(1);
    const rows = page
      .$('tbody tr')
      .toArray()
      .map((row) => page.$(row).text().replace(/\s+/g, ' ').trim());
    expect(rows.find((row) => row.startsWith('Protokoll justerat'))).toContain('Klart');
    expect(rows.find((row) => row.startsWith('Anslag uppsatt'))).not.toContain('om varje steg');
    const done = words(page, '.sam-timeline');
    expect(done).toContain('Protokollet undertecknades');
    expect(done).toContain('Anslaget skickades till registratorerna');
  });

  it('takes a confirmation from the one-time link without an account, and from no other', async () => {
    const postings = await office.rows<{ id: string }>(
      'select id from notice_posting where stated_day is null order by id',
    );
    const visitor = api.visitor();
    for (const [index, { id }] of postings.entries()) {
      const page = await visitor.get(`/anslag/uppsattning/${id}/${linkToken('test', 'posting', id)}`);
      if (index === 0) {
        const wrong = await visitor.get(`/anslag/uppsattning/${id}/${'0'.repeat(40)}`);
        expect([wrong.status, wrong.$('.sam-next form')]).toMatchObject([404, { length: 0 }]);
      }
      await sent(visitor, page, '.sam-next form', { statedDay: '2026-02-26' });
    }
    expect(words(await secretary.get(`/anslag/${noticeId}`), '.sam-next')).toContain(
      'Överklagandetiden löper',
    );
    expect(words(await secretary.get(`/anslag/${noticeId}`))).not.toMatch(/laga kraft/iu);
  });

  it('announces it to everyone, with the minutes without signature data and how to appeal', async () => {
    const visitor = api.visitor();
    const board = await visitor.get('/anslagstavla');
    expect(words(board)).toContain('Uppe på alla tavlor sedan torsdag 26 februari 2026');
    expect(words(board)).toContain('Sista dag att överklaga: torsdag 19 mars 2026');
    expect(words(board)).not.toMatch(/laga kraft/iu);
    const published = await visitor.get(`/protokoll/${played.minutesId}`);
    expect(published.status).toBe(200);
    expect(words(published)).toContain('Med 9 ja-röster mot 6 nej-röster');
    expect(words(published)).not.toContain(await frozenHash(office, played.minutesId));
    expect(words(published)).not.toContain('Undertecknat i Samråd');
    const said = words(published);
    expect(said).toContain('Närvarande ersättare som inte tjänstgör');
    expect(said).toMatch(
      /Justerare ?Karin Ask \(L\), ordförande, och .+Justering.+ Protokollet justerades digitalt\./u,
    );
    expect(said).toMatch(/Anslås ?Senast .+Tas ned tidigast.+Anslagstavlor.+Protokollet förvaras/u);
    expect((await visitor.raw(`/protokoll/${played.minutesId}/fil`)).headers.get('content-type')).toContain(
      'pdf',
    );
    expect(words(await visitor.get('/overklaga'))).toContain('inom tre veckor');
    const rss = await (await visitor.raw('/anslagstavla.rss')).text();
    expect(rss).toContain(`/protokoll/${played.minutesId}`);
    const json = (await (await visitor.raw('/anslagstavla.json')).json()) as {
      notices: { appealTimeEnds: string }[];
    };
    expect(json.notices[0]!.appealTimeEnds).toBe('2026-03-19');
  });

  it('tells in the meeting’s history who was absent, and when each board had the notice up', async () => {
    const overview = await secretary.get(`/sammantraden/${played.meetingId}`);
    expect(words(overview, '.sam-stepper')).toMatch(/Kan överklagas till 19 mars/u);
    const history = words(overview);
    expect(history).toContain('Förhinder anmäldes');
    expect(history.match(/Anslaget sattes upp: /gu)).toHaveLength(11);
    expect(history).toContain('Anslaget sattes upp: Almby');
  });

  it('says laga kraft only when the court has answered', async () => {
    at('2026-03-23T09:00:00Z');
    await settleNoticePeriod(office, noticeId);
    const page = await secretary.get(`/anslag/${noticeId}`);
    expect(words(page, '.sam-next')).toContain('Fråga förvaltningsrätten');
    expect(words(page, '.sam-page-head, .ds-tag')).not.toContain('Laga kraft');
    const court = await secretary.get(`/anslag/${noticeId}/domstol`);
    const second = '[name="appeals[1].paragraphId"]';
    expect(court.$('[name$=".paragraphId"]').length).toBeGreaterThan(3);
    expect(words(court, 'details.sam-panel')).toMatch(/§ 2 .+Målnummer/u);
    const appeal = {
      reference: 'Aktbilaga 2',
      appealed: 'true',
      'appeals[1].paragraphId': court.$(second).attr('value') ?? '',
    };
    const refused = await secretary.send(court, '#recordCourtAnswer', { ...appeal, day: '2026-03-23' });
    expect(refused.status).toBe(400);
    expect(refused.$('details.sam-panel').attr('open')).toBeDefined();
    expect(refused.$(second).attr('checked')).toBeDefined();
    expect(refused.$('[name="appeals[1].caseNumber"]').attr('aria-invalid')).toBe('true');
    const unsaid = await secretary.send(court, '#recordCourtAnswer', {
      ...appeal,
      day: '2026-03-23',
      'appeals[1].caseNumber': '1234-26',
      appealed: '',
    });
    expect(words(unsaid)).toContain('Kryssa i att någon har överklagat');
    const tomorrow = await secretary.send(refused, '#recordCourtAnswer', {
      ...appeal,
      day: '2026-03-24',
      'appeals[1].caseNumber': '1234-26',
    });
    expect(tomorrow.status).toBe(422);
    expect(words(tomorrow)).toContain('24 mars');
    expect(tomorrow.$('[name="appeals[1].caseNumber"]').attr('value')).toBe('1234-26');
    await sent(secretary, court, '#recordCourtAnswer', { day: '2026-03-23', reference: 'Aktbilaga 2' });
    expect(words(await secretary.get(`/anslag/${noticeId}`))).toContain('Besluten har vunnit laga kraft');
  });

  it('lets the day of taking down be confirmed, and corrected with a reason (M-11)', async () => {
    const [posting] = await office.rows<{ id: string }>('select id from notice_posting order by id limit 1');
    const address = `/anslag/uppsattning/${posting!.id}`;
    await sent(secretary, await secretary.get(address), '.sam-next form', { downDay: '2026-03-23' });
    const down = await secretary.get(address);
    expect(words(down)).toContain('Rätta nedtagningsdagen');
    const early = await secretary.send(down, '#correctTakeDown', {
      downDay: '2026-03-19',
      reason: 'Fel dag',
    });
    expect([early.status, words(early, '.sam-errors')]).toEqual([
      422,
      expect.stringContaining('fredag 20 mars 2026') as string,
    ]);
    await sent(secretary, down, '#correctTakeDown', { downDay: '2026-03-20', reason: 'Togs ned i fredags' });
    expect(words(await secretary.get(address))).toContain('20 mars 2026');
  });

  it('is published for as long as the rules of procedure of today say, then it is asked for (M-16)', async () => {
    const visitor = api.visitor();
    const shown = async () => {
      const found = [
        (await visitor.get('/anslagstavla')).$(`a[href="/protokoll/${played.minutesId}"]`).length > 0,
        (await (await visitor.raw('/anslagstavla.rss')).text()).includes(played.minutesId),
        (await (await visitor.raw('/anslagstavla.json')).text()).includes(played.minutesId),
        (await visitor.get(`/protokoll/${played.minutesId}`)).status === 200,
        (await visitor.raw(`/protokoll/${played.minutesId}/fil`)).status === 200,
      ];
      return new Set(found);
    };
    await office.rows(`update notice set taken_down_on = '2026-03-23'`);
    await office.rows(`update rules_of_procedure set settings = settings || '{"publishedDays": 60}'`);
    at('2026-05-22T09:00:00Z');
    expect(await shown()).toEqual(new Set([true]));
    at('2026-05-23T09:00:00Z');
    expect(await shown()).toEqual(new Set([false]));
    const over = await visitor.get(`/protokoll/${played.minutesId}`);
    expect([over.status, words(over)]).toEqual([404, expect.stringContaining('Originalet finns kvar')]);
    expect((await visitor.json(`/api/protokoll/${played.minutesId}`)).body).toMatchObject({
      code: 'minutes-no-longer-published',
    });
    await office.rows(`update rules_of_procedure set settings = settings || '{"publishedDays": null}'`);
    expect(await shown()).toEqual(new Set([true]));
  });
});
