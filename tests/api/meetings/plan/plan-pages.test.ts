import { meetingOffice, type MeetingOffice } from '../../../support/builders/meetings';
import type { Browser } from '../../support/browser';
import { signedInAs, wordsIn } from '../../support/signed-in';
import { serveApi, type ServedApi } from '../../support/test-api';

describe('the year plan, by plain forms (M-1)', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let secretary: Browser;
  let plan: string;
  beforeAll(async () => {
    office = await meetingOffice();
    api = await serveApi(office.db, {}, new Date('2025-11-24T09:00:00Z'));
    secretary = await signedInAs(office, api, 'Annika Roos');
    plan = `/sammantradesplan/${office.body}`;
  }, 60_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  const form = 'form#planMeetings';
  const hours = { startTime: '09:00', endTime: '12:00', place: 'Sammanträdesrum Gripen' };

  it('case 10: proposes third Fridays with their chain of deadlines, and lets a hand correct them', async () => {
    const shown = await secretary.get(`${plan}?ar=2026&veckodag=5&vilken=3&manad=1&manad=2&manad=5`);
    expect(
      shown
        .$('input[type=date]')
        .toArray()
        .slice(0, 3)
        .map((field) => shown.$(field).val()),
    ).toEqual(['2026-01-16', '2026-02-20', '2026-05-15']);
    expect(wordsIn(shown, '.sam-plan__day:nth-child(2) .sam-chain')).toContain(
      'Kallelse utefredag 13 februari 2026',
    );
    const corrected = { ...hours, 'days[0]': '2026-01-15', 'days[2]': '2026-05-22' };
    const sent = await secretary.send(shown, form, corrected);
    expect([sent.status, sent.location]).toEqual([303, `${plan}?ar=2026`]);
    const planned = await secretary.get(`${plan}?ar=2026`);
    expect(planned.$('.sam-plan__meeting')).toHaveLength(3);
    expect(wordsIn(planned, '.sam-plan__meeting:first-child .sam-plan__title')).toContain(
      'torsdag 15 januari 2026',
    );
    expect(wordsIn(planned, '.sam-next')).toContain('Publicera planen');
  });

  it('keeps what was typed when the plan is refused', async () => {
    const shown = await secretary.get(`${plan}?ar=2026`);
    const refused = await secretary.send(shown, form, {
      ...hours,
      endTime: '08:00',
      'days[0]': '2026-11-13',
    });
    expect(refused.status).toBe(422);
    expect(refused.$('title').text()).toMatch(/^Fel: /);
    expect(wordsIn(refused, '.sam-errors')).toContain('Rätta tiderna');
    expect(refused.$('input[name="days[0]"]').val()).toBe('2026-11-13');
    expect(refused.$('input[name=endTime]').val()).toBe('08:00');
  });

  it('publishes a page and a calendar for everyone', async () => {
    const visitor = api.visitor();
    expect(wordsIn(await visitor.get('/kalender/hjalpmedelsnamnden'), 'main')).toContain(
      'Inga sammanträden är publicerade',
    );
    const shown = await secretary.get(`${plan}?ar=2026`);
    expect((await visitor.get('/anslagstavla')).$('main a[href^="/kalender/"]')).toHaveLength(0);
    expect((await secretary.send(shown, 'form[action="/gor/publishPlan"]')).status).toBe(303);
    // Everyone finds it from the notice board.
    const board = await visitor.get('/anslagstavla');
    const calendar = await visitor.get(board.$('main a[href^="/kalender/"]').attr('href') ?? '');
    expect(calendar.$('.sam-calendar li')).toHaveLength(3);
    const feed = await visitor.get('/kalender/hjalpmedelsnamnden.ics');
    expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(feed.html).toContain('DTSTART:20260220T080000Z');
    expect(feed.html.match(/BEGIN:VEVENT/g)).toHaveLength(3);
  });

  it('moves a meeting: the calendar follows with a higher sequence', async () => {
    const [may] = await office.rows<{ id: string }>(`select id from meeting where day = '2026-05-22'`);
    const address = `/sammantraden/${may!.id}/andra`;
    const sent = await secretary.send(await secretary.get(address), 'form#changeMeeting', {
      day: '2026-05-29',
    });
    expect([sent.status, sent.location]).toEqual([303, `/sammantraden/${may!.id}`]);
    const feed = await api.visitor().get('/kalender/hjalpmedelsnamnden.ics');
    const event = feed.html.split('BEGIN:VEVENT').find((part) => part.includes(may!.id));
    expect(event).toMatch(/SEQUENCE:1\r\n[\s\S]*DTSTART:20260529T070000Z/);
    const overview = await secretary.get(`/sammantraden/${may!.id}`);
    expect(wordsIn(overview, '.sam-timeline')).toContain('Dag, tid eller plats ändrades');
  });

  it('shows members the plan without its forms, and strangers nothing', async () => {
    const member = await signedInAs(office, api, 'Samuel Lindh');
    const shown = await member.get(`${plan}?ar=2026`);
    expect(shown.status).toBe(200);
    expect(shown.$(form)).toHaveLength(0);
    const stranger = await signedInAs(office, api, 'Björn Tallmo');
    expect((await stranger.get(plan)).status).toBe(403);
  });

  it('lists the meetings of each reader’s own bodies', async () => {
    const member = await signedInAs(office, api, 'Samuel Lindh');
    const list = await member.get('/sammantraden');
    expect(list.$('table').first().find('tbody tr')).toHaveLength(3);
    const stranger = await signedInAs(office, api, 'Björn Tallmo');
    expect(wordsIn(await stranger.get('/sammantraden'), 'main')).toContain('Inga sammanträden än');
  });
});

describe('a board with a working committee and a day to report back (M-1)', () => {
  let office: MeetingOffice;
  let api: ServedApi;
  let secretary: Browser;
  beforeAll(async () => {
    office = await meetingOffice({ rules: { workingCommitteeDays: 20, reportBackDays: 42 } });
    api = await serveApi(office.db, {}, new Date('2025-11-24T09:00:00Z'));
    secretary = await signedInAs(office, api, 'Annika Roos');
    const shown = await secretary.get(`/sammantradesplan/${office.body}?ar=2026`);
    const sent = await secretary.send(shown, 'form#planMeetings', {
      startTime: '09:00',
      endTime: '12:00',
      place: 'Sammanträdesrum Gripen',
      'days[0]': '2026-02-20',
    });
    expect(sent.status).toBe(303);
  }, 60_000);
  afterAll(async () => {
    await office.orm.close();
    await office.admin.end();
    await api.close();
  });

  it('finds both in the plan: the committee with the last office day before its Saturday, Good Friday as it is', async () => {
    const plan = await secretary.get(`/sammantradesplan/${office.body}?ar=2026`);
    const chain = wordsIn(plan, '.sam-plan__meeting .sam-chain');
    expect(chain).toMatch(/Arbetsutskott\s*lördag 31 januari 2026.*fredag 30 januari 2026/);
    expect(chain).toMatch(/Återrapportering senast\s*fredag 3 april 2026/);
    expect(chain.indexOf('Stopptid')).toBeLessThan(chain.indexOf('Arbetsutskott'));
    expect(chain.indexOf('Arbetsutskott')).toBeLessThan(chain.indexOf('Handlingar ute'));
  });

  it('gives everyone’s calendar the meeting alone: none of its deadlines is an event there', async () => {
    const plan = await secretary.get(`/sammantradesplan/${office.body}?ar=2026`);
    expect((await secretary.send(plan, 'form[action="/gor/publishPlan"]')).status).toBe(303);
    const feed = await api.visitor().get('/kalender/hjalpmedelsnamnden.ics');
    expect(feed.html.match(/SUMMARY:.*/g)).toHaveLength(1);
    expect(feed.html).toContain('DTSTART:20260220T080000Z');
    expect(feed.html).not.toMatch(/Arbetsutskott|Återrapportering|Stopptid/);
  });

  it('finds both among the deadlines of the meeting, and no word of passing when the committee has met', async () => {
    const [meeting] = await office.rows<{ id: string }>(`select id from meeting`);
    const rowOf = async (browser: Browser, name: string) => {
      const shown = await browser.get(`/sammantraden/${meeting!.id}`);
      const row = shown.$('tr').filter((_index, each) => shown.$(each).text().includes(name));
      return row.text().replace(/\s+/g, ' ').trim();
    };
    expect(await rowOf(secretary, 'Arbetsutskott')).toMatch(/lördag 31 januari 2026.*fredag 30 januari 2026/);
    expect(await rowOf(secretary, 'Återrapportering senast')).toMatch(/fredag 3 april 2026/);
    const kinds = await office.rows<{ kind: string }>(
      `select kind from deadline where kind in ('workingCommittee', 'reportBack')`,
    );
    expect(kinds).toEqual([]);
    api.setNow(new Date('2026-02-19T09:00:00Z'));
    const row = await rowOf(await signedInAs(office, api, 'Annika Roos'), 'Arbetsutskott');
    expect(row).toContain('lördag 31 januari 2026');
    expect(row).not.toContain('Passerad');
  });
});
