import { changeMeeting } from '../../../../src/commands/meetings/plan/change-meeting';
import { passMeetingDeadlines } from '../../../../src/commands/meetings/plan/pass-meeting-deadlines';
import { planMeetings } from '../../../../src/commands/meetings/plan/plan-meetings';
import { publishPlan } from '../../../../src/commands/meetings/plan/publish-plan';
import { remindSubmission } from '../../../../src/commands/meetings/plan/remind-submission';
import { setAgendaTemplate } from '../../../../src/commands/meetings/plan/set-agenda-template';
import { defaultAgendaTemplates } from '../../../../src/domain/meetings/agenda/agenda-template-defaults';
import { beforeOfficeOpens } from '../../../../src/domain/processes/office-morning';
import { asDay } from '../../../../src/domain/time/day';
import { meetingOffice, type MeetingOffice } from '../../../support/builders/meetings';
import { fromTheSamePoint } from '../../../support/builders/same-point';

describe('planning the meetings of a year (M-1)', () => {
  let office: MeetingOffice;
  fromTheSamePoint(async () => {
    office = await meetingOffice({
      rules: { remoteParticipation: true, remoteParticipationDecision: 'RF § 118' },
    });
    return office;
  });

  const year = (extra: object = {}) => ({
    bodyId: office.body,
    year: 2026,
    days: ['2026-01-15', '2026-02-20', '2026-05-22'],
    startTime: '09:00',
    endTime: '12:00',
    place: 'Sammanträdesrum Gripen',
    ...extra,
  });

  const deadlines = (meetingId: string) =>
    office.rows<{ kind: string; day: string; open: boolean; rule: string }>(
      `select kind, day::text, closed_on is null and done_on is null as open, rule from deadline
       where owner_id = $1 order by at, round`,
      [meetingId],
    );

  it('case 10: lays out the year by rule, and corrects it by hand', async () => {
    const rule = { weekday: 5, occurrence: 3, months: [1, 2, 5] };
    const byRule = await office.done(planMeetings, office.secretary, year({ rule, days: null }));
    expect(byRule.meetings.map(({ day }) => day)).toEqual(['2026-01-16', '2026-02-20', '2026-05-15']);

    const byHand = await office.done(
      planMeetings,
      office.secretary,
      year({ bodyId: office.body, days: ['2026-02-20', '2026-11-13'] }),
    );
    expect(byHand.meetings).toEqual([expect.objectContaining({ day: '2026-11-13', number: 4 })]);
    const plans = await office.rows('select rule from meeting_plan');
    expect(plans).toEqual([{ rule }]);
  });

  it('case 11: counts each chain of deadlines backwards, with its rule, and wakes every meeting', async () => {
    const { meetings } = await office.done(planMeetings, office.secretary, year());
    const february = meetings[1]!.meetingId;
    expect((await deadlines(february)).map(({ kind, day }) => [kind, day])).toEqual([
      ['submission', '2026-01-30'],
      ['papers', '2026-02-13'],
      ['summons', '2026-02-13'],
      ['remoteRequest', '2026-02-15'],
      ['session', '2026-02-20'],
    ]);
    expect((await deadlines(february))[0]?.rule).toBe('Regionfullmäktige 2022-11-29 § 117');
    const wakes = await office.rows<{ row_id: string }>(
      `select row_id from wake where kind = 'meetingCycle'`,
    );
    expect(wakes.map(({ row_id }) => row_id).sort()).toEqual(
      meetings.map(({ meetingId }) => meetingId).sort(),
    );
    const reminders = await office.rows<{ kind: string; due: Date }>(
      `select r.kind, r.due_at as due from reminder r
       join deadline d on d.id = r.deadline_id where d.owner_id = $1 order by r.due_at`,
      [february],
    );
    expect(reminders).toEqual([
      { kind: 'submissionSoon', due: beforeOfficeOpens(asDay('2026-01-25'), february) },
      { kind: 'summonsSoon', due: beforeOfficeOpens(asDay('2026-02-10'), february) },
      // the day has ended: the law's hour, which is not spread
      { kind: 'summonsLate', due: new Date('2026-02-13T23:00:00Z') },
      { kind: 'ringUnopened', due: beforeOfficeOpens(asDay('2026-02-18'), february) },
    ]);
  });

  it('fills each agenda with formal items that name the meetings before and after', async () => {
    const { meetings } = await office.done(planMeetings, office.secretary, year());
    const items = await office.rows<{ title: string; points: string[]; note: string | null }>(
      `select i.title, array(select p.text from proposed_point p where p.item_id = i.id order by number) as points,
         (select content from text t where t.owner_id = i.id) as note
       from agenda_item i where i.meeting_id = $1 order by ordinal`,
      [meetings[1]!.meetingId],
    );
    expect(items.map(({ title }) => title)).toEqual([
      'Fastställande av föredragningslista',
      'Föregående protokoll',
      'Justering',
      'Nästa sammanträde',
      'Muntlig information',
      'Årsredovisning',
      'Redovisning av delegeringsbeslut',
      'Anmälningar för kännedom',
      'Övriga frågor',
    ]);
    expect(items[1]?.note).toBe(
      'Anmäls att protokoll från sammanträdet 2026-01-15 justerats i föreskriven ordning.',
    );
    expect(items[2]?.points[0]).toMatch(/ utses att jämte ordföranden justera dagens protokoll\.$/);
    expect(items[3]?.points).toEqual(['Nästa sammanträde ska äga rum fredagen den 22 maj 2026 kl 09.00.']);
  });

  it('uses the template that the body has decided', async () => {
    const template = { ...defaultAgendaTemplates.council, yearly: [] };
    await office.done(setAgendaTemplate, office.secretary, { bodyId: office.body, template });
    const { meetings } = await office.done(planMeetings, office.secretary, year());
    const titles = await office.rows<{ title: string }>(
      'select title from agenda_item where meeting_id = $1 order by ordinal',
      [meetings[0]!.meetingId],
    );
    expect(titles[0]?.title).toBe('Godkännande av dagordning');
  });

  it('lets the sentences of neighbours follow a moved meeting, and counts its deadlines anew', async () => {
    const { meetings } = await office.done(planMeetings, office.secretary, year());
    const may = meetings[2]!.meetingId;
    const version = (
      await office.rows<{ version: number }>('select version from meeting where id = $1', [may])
    )[0]!.version;
    const input = {
      meetingId: may,
      version,
      day: '2026-05-29',
      startTime: '13:00',
      endTime: '16:00',
      place: 'Rådhuset',
    };
    expect(await office.done(changeMeeting, office.secretary, input)).toEqual({
      meetingId: may,
      dayMoved: true,
    });
    const next = await office.rows<{ text: string }>(
      `select p.text from proposed_point p join agenda_item i on i.id = p.item_id where i.meeting_id = $1 and i.template_key = 'nextMeeting'`,
      [meetings[1]!.meetingId],
    );
    expect(next).toEqual([{ text: 'Nästa sammanträde ska äga rum fredagen den 29 maj 2026 kl 13.00.' }]);
    const summons = (await deadlines(may)).filter(({ kind }) => kind === 'summons');
    expect(summons.map(({ day, open }) => [day, open])).toEqual([
      ['2026-05-15', false],
      ['2026-05-22', true],
    ]);
    expect(await office.refusedAs(changeMeeting, office.secretary, input)).toBe('stale-version');
    const taken = { ...input, version: version + 1, day: '2026-02-20' };
    expect(await office.refusedAs(changeMeeting, office.secretary, taken)).toBe('meeting-day-taken');
  });

  it.each([
    ['rules-of-procedure-missing', { year: 2022, days: ['2022-05-06'] }],
    ['plan-day-other-year', { days: ['2027-01-15'] }],
    ['plan-without-days', { days: [] }],
    ['meeting-times-reversed', { endTime: '08:00' }],
    ['plan-day-passed', { year: 2025, days: ['2025-11-20'] }],
    ['plan-without-months', { days: null, rule: { weekday: 5, occurrence: 3, months: [] } }],
    ['input-invalid', { days: ['2026-02-30'] }],
  ])('refuses a plan: %s', async (code, extra) => {
    if (code === 'rules-of-procedure-missing') office.now = new Date('2021-11-24T09:00:00Z');
    const system = code === 'rules-of-procedure-missing' ? ({ kind: 'system' } as const) : office.secretary;
    expect(await office.refusedAs(planMeetings, system, year(extra))).toBe(code);
  });

  it('is the secretary of the body alone who plans, and every refusal leaves an audit row', async () => {
    for (const actor of [office.otherSecretary, office.member, office.official, { kind: 'public' } as const])
      expect(await office.refusedAs(planMeetings, actor, year())).toMatch(/not-allowed|sign-in-needed/);
    const audit = await office.rows(
      `select 1 from audit_event where act = 'planMeetings' and result = 'refused'`,
    );
    expect(audit).toHaveLength(4);
  });

  it('gives a repeated request its first result', async () => {
    const first = await office.run(planMeetings, office.secretary, year(), { key: 'plan-1' });
    const second = await office.run(planMeetings, office.secretary, year(), { key: 'plan-1' });
    expect(second).toEqual(first);
    expect(await office.rows('select 1 from meeting')).toHaveLength(3);
    expect(await office.refusedAs(planMeetings, office.secretary, year())).toBe('plan-adds-nothing');
  });

  it('publishes the plan once', async () => {
    expect(await office.refusedAs(publishPlan, office.secretary, { bodyId: office.body, year: 2026 })).toBe(
      'plan-empty',
    );
    await office.done(planMeetings, office.secretary, year());
    await office.done(publishPlan, office.secretary, { bodyId: office.body, year: 2026 });
    expect(await office.refusedAs(publishPlan, office.secretary, { bodyId: office.body, year: 2026 })).toBe(
      'plan-published-already',
    );
  });

  it('reminds those who write before the submission deadline, and marks it as passed', async () => {
    const { meetings } = await office.done(planMeetings, office.secretary, year());
    const meetingId = meetings[1]!.meetingId;
    office.now = new Date('2026-01-25T08:00:00Z');
    await office.done(remindSubmission, office.process, { meetingId, version: 1 });
    const mails = await office.rows<{ data: { due: string } }>(
      `select data from mail where template = 'submissionReminder'`,
    );
    expect(mails).toHaveLength(11);
    expect(mails[0]?.data.due).toBe('2026-01-30 12:00');
    expect(await office.refusedAs(remindSubmission, office.process, { meetingId, version: 1 })).toBe(
      'stale-version',
    );
    // Seen the Monday after: it passed on the Friday all the same.
    office.now = new Date('2026-02-02T08:00:00Z');
    await office.done(passMeetingDeadlines, office.process, { meetingId, version: 1 });
    const submission = (await deadlines(meetingId)).find(({ kind }) => kind === 'submission');
    expect(submission?.open).toBe(false);
    const passed = await office.rows(
      `select kind, done_on::text as on from deadline where owner_id = $1 and done_on is not null`,
      [meetingId],
    );
    expect(passed).toEqual([{ kind: 'submission', on: '2026-01-30' }]);
    expect(await office.refusedAs(passMeetingDeadlines, office.secretary, { meetingId, version: 1 })).toBe(
      'not-allowed',
    );
  });
});
