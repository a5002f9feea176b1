import { addItem } from '../../../../src/commands/meetings/agenda/add-item';
import { askToOpenMeeting } from '../../../../src/commands/meetings/plan/ask-to-open-meeting';
import { changeMeeting } from '../../../../src/commands/meetings/plan/change-meeting';
import { createMailComposer } from '../../../../src/documents/mail/compose';
import { endMeeting } from '../../../../src/commands/meetings/plan/end-meeting';
import { askToRing } from '../../../../src/commands/meetings/summons/ask-to-ring';
import { fileSummonsDocument } from '../../../../src/commands/meetings/summons/file-summons-document';
import { issueSummons } from '../../../../src/commands/meetings/summons/issue-summons';
import { mailSummons } from '../../../../src/commands/meetings/summons/mail-summons';
import { recordCalled } from '../../../../src/commands/meetings/summons/record-called';
import { recordSummonsOpened } from '../../../../src/commands/meetings/summons/record-summons-opened';
import { remindSummons } from '../../../../src/commands/meetings/summons/remind-summons';
import { sendSummonsAgain } from '../../../../src/commands/meetings/summons/send-summons-again';
import {
  approved,
  meetingOffice,
  meetingVersion,
  plannedMeeting,
  type MeetingOffice,
} from '../../../support/builders/meetings';
import { fromTheSamePoint } from '../../../support/builders/same-point';

describe('issuing the summons (M-4)', () => {
  let office: MeetingOffice;
  let meetingId: string;
  fromTheSamePoint(async () => {
    office = await meetingOffice();
    meetingId = await plannedMeeting(office);
    office.now = new Date('2026-02-10T09:00:00Z');
    return office;
  });

  const presented = (title = 'Muntlig information om inkontinens') => ({
    meetingId,
    kind: 'information',
    title,
    presenters: [{ personId: office.people.get('Helena Mårtens'), name: 'Helena Mårtens' }],
  });
  const issue = async (extra: object = {}) => ({
    meetingId,
    version: await meetingVersion(office, meetingId),
    ...extra,
  });
  const issued = async (extra: object = {}) =>
    office.done(issueSummons, office.secretary, await issue(extra));
  const refusedAs = async (extra: object = {}) =>
    office.refusedAs(issueSummons, office.secretary, await issue(extra));
  const mailed = async () => office.done(mailSummons, office.process, await issue());
  const letters = async () => {
    const rows = await office.rows<{ template: string; n: number }>(
      `select template, count(*)::int as n from mail where subject_kind = 'summons' group by template`,
    );
    return Object.fromEntries(rows.map(({ template, n }) => [template, n]));
  };

  it('case 7: goes alike to 15 members and 15 substitutes, and to a presenter for the item', async () => {
    const { itemId } = await office.done(addItem, office.secretary, presented());
    await approved(office, meetingId);
    expect(await issued()).toMatchObject({ number: 1, recipients: 31, late: false });
    const rows = await office.rows<{ capacity: string; n: number }>(
      'select capacity, count(*)::int as n from summons_recipient group by capacity order by 1',
    );
    expect(rows).toEqual([
      { capacity: 'member', n: 15 },
      { capacity: 'other', n: 1 },
      { capacity: 'substitute', n: 15 },
    ]);
    expect(await office.rows(`select item_ids from summons_recipient where capacity = 'other'`)).toEqual([
      { item_ids: [itemId] },
    ]);
    const [meeting] = await office.rows<{ phase: string; bound: boolean }>(
      'select phase, rules_id is not null as bound from meeting where id = $1',
      [meetingId],
    );
    expect(meeting).toEqual({ phase: 'summoned', bound: true });
    const met = await office.rows<{ kind: string }>(
      `select kind from deadline where owner_id = $1 and done_on is not null order by kind`,
      [meetingId],
    );
    expect(met.map(({ kind }) => kind)).toEqual(['papers', 'summons']);
  });

  it('is refused while the chair has not approved, or the agenda has changed since', async () => {
    expect(await refusedAs()).toBe('agenda-not-approved');
    await approved(office, meetingId);
    await office.done(addItem, office.secretary, presented());
    expect(await refusedAs()).toBe('agenda-changed-since-approval');
    await approved(office, meetingId);
    expect(await refusedAs({ version: 99 })).toBe('stale-version');
    expect(await refusedAs()).toBe('ok');
    expect(await refusedAs()).toBe('summons-issued-already');
    const change = { day: '2026-02-27', startTime: '09:00', endTime: '12:00', place: 'Rådhuset' };
    expect(await office.refusedAs(changeMeeting, office.secretary, await issue(change))).toBe(
      'meeting-summoned',
    );
  });

  it('asks for a reason after the summons day, and keeps it', async () => {
    await approved(office, meetingId);
    office.now = new Date('2026-02-14T09:00:00Z');
    expect(await refusedAs()).toBe('late-summons-needs-reason');
    expect((await issued({ lateReason: 'Underlaget kom sent.' })).late).toBe(true);
    expect(await office.rows('select late_reason from summons')).toEqual([
      { late_reason: 'Underlaget kom sent.' },
    ]);
  });

  it('is the secretary’s act alone', async () => {
    await approved(office, meetingId);
    for (const actor of [office.chair, office.member, office.otherSecretary])
      expect(await office.refusedAs(issueSummons, actor, await issue())).toBe('not-allowed');
  });

  it('is sent once to each recipient and version; members get it on their task lists', async () => {
    await approved(office, meetingId);
    await issued();
    await mailed();
    await mailed();
    expect(await letters()).toEqual({ summons: 15, summonsToSubstitute: 15 });
    expect(
      await office.rows(`select 1 from task where kind = 'readPapers' and closed_at is null`),
    ).toHaveLength(15);
    const [mail] = await office.rows<{ data: object; language: string }>(
      `select data from mail where template = 'summons' limit 1`,
    );
    expect(mail?.data).toEqual({
      body: 'Gemensam hjälpmedelsnämnd',
      day: '2026-02-20',
      dayAndTime: '2026-02-20 09:00',
      place: 'Sammanträdesrum Gripen, Hjälpmedelscentrum',
      link: `/sammantraden/${meetingId}/handlingar`,
    });
  });

  it('calls an official to the items by their numbers on the agenda, and nobody else to any (KL 6:17)', async () => {
    await office.done(addItem, office.secretary, presented());
    await approved(office, meetingId);
    await issued();
    await mailed();
    expect(await letters()).toEqual({ summons: 15, summonsToSubstitute: 15, summonsToItems: 1 });
    const rows = await office.rows<{ name: string; template: string; items: string | null }>(
      `select p.name, m.template, m.data->>'items' as items from mail m join person p on p.id = m.to_person_id
       where m.template <> 'summonsToSubstitute' and p.name in ('Helena Mårtens', 'Samuel Lindh') order by p.name`,
    );
    expect(rows).toEqual([
      { name: 'Helena Mårtens', template: 'summonsToItems', items: '7' },
      { name: 'Samuel Lindh', template: 'summons', items: null },
    ]);
  });

  it('tells those called to items the planned time of each, also when the summons changes (M-3)', async () => {
    const helena = async () =>
      (
        await office.rows<{ template: string; language: 'sv'; data: Record<string, string> }>(
          `select m.template, m.language, m.data from mail m join person p on p.id = m.to_person_id
           where p.name = 'Helena Mårtens' and m.state <> 'withdrawn'`,
        )
      )[0]!;
    await office.done(addItem, office.secretary, { ...presented(), plannedTime: '10:15' });
    await office.done(addItem, office.secretary, presented('Utan planerad tid'));
    await approved(office, meetingId);
    await issued();
    await mailed();
    expect(await helena()).toMatchObject({
      template: 'summonsToItems',
      data: { items: '7, 8', plannedTimes: '7 10:15' },
    });
    await office.done(addItem, office.secretary, { ...presented('Sent ärende'), plannedTime: '13:00' });
    await approved(office, meetingId);
    await issued({ changeNote: 'En punkt har tillkommit.' });
    await mailed();
    const changed = await helena();
    expect(changed).toMatchObject({
      template: 'summonsChanged',
      data: { plannedTimes: '7 10:15, 12 13:00' },
    });
    const compose = createMailComposer('https://samrad.test', '');
    expect(compose({ ...changed, template: 'summonsChanged', language: 'sv' }).text).toContain(
      'Planerad tid: punkt 7 kl. 10.15 och punkt 12 kl. 13.00.',
    );
    expect(compose({ ...changed, template: 'summonsToItems', language: 'en' }).text).toContain(
      'Planned time: item 7 at 10:15 and item 12 at 13:00.',
    );
  });

  it('makes a new version to everyone when a changed agenda is approved', async () => {
    await approved(office, meetingId);
    await issued();
    await mailed();
    await office.done(addItem, office.secretary, presented());
    await approved(office, meetingId);
    office.now = new Date('2026-02-16T09:00:00Z');
    expect(await issued({ changeNote: 'En punkt har tillkommit.' })).toMatchObject({
      number: 2,
      recipients: 31,
    });
    await mailed();
    expect(await office.rows(`select 1 from mail where template = 'summonsChanged'`)).toHaveLength(31);
    const states = await office.rows<{ state: string }>(
      `select distinct state from mail where template in ('summons', 'summonsToSubstitute', 'summonsToItems')`,
    );
    expect(states).toEqual([{ state: 'withdrawn' }]);
    expect(
      await office.rows(`select 1 from task where kind = 'readPapers' and closed_at is null`),
    ).toHaveLength(15);
  });

  it('notes who has opened, once, and sends again when the secretary asks', async () => {
    await approved(office, meetingId);
    await issued();
    const [row] = await office.rows<{ id: string }>('select id from summons_recipient where person_id = $1', [
      office.people.get('Samuel Lindh'),
    ]);
    const again = { recipientId: row!.id };
    expect(await office.refusedAs(sendSummonsAgain, office.secretary, again)).toBe('summons-not-sent-yet');
    await mailed();
    expect(await office.done(sendSummonsAgain, office.secretary, again)).toEqual({
      recipientId: row!.id,
      round: 2,
    });
    expect(await office.refusedAs(sendSummonsAgain, office.member, again)).toBe('not-allowed');
    const ids = await office.rows<{ message_id: string }>(
      'select message_id from mail where to_person_id = $1',
      [office.people.get('Samuel Lindh')],
    );
    expect(new Set(ids.map(({ message_id }) => message_id)).size).toBe(2);
    expect((await office.done(recordSummonsOpened, office.member, { meetingId })).first).toBe(true);
    expect((await office.done(recordSummonsOpened, office.member, { meetingId })).first).toBe(false);
    expect(await office.refusedAs(recordSummonsOpened, office.otherSecretary, { meetingId })).toBe(
      'not-allowed',
    );
    expect(await office.rows('select 1 from summons_recipient where opened_at is not null')).toHaveLength(1);
    expect(
      await office.rows(`select 1 from task where kind = 'readPapers' and closed_at is null`),
    ).toHaveLength(14);
  });

  it('reminds the secretary before the day, and tells when it has passed', async () => {
    office.now = new Date('2026-02-10T07:00:00Z');
    await office.done(remindSummons, office.process, await issue());
    office.now = new Date('2026-02-13T23:00:00Z');
    await office.done(remindSummons, office.process, await issue());
    expect(await office.refusedAs(remindSummons, office.process, await issue())).toBe('stale-version');
    expect(await office.rows(`select 1 from mail where template = 'summonsReminder'`)).toHaveLength(2);
    const tasks = await office.rows<{ due: string }>(
      `select due_day::text as due from task where kind = 'issueSummons' and closed_at is null`,
    );
    expect(tasks).toEqual([{ due: '2026-02-13' }]);
    await approved(office, meetingId);
    expect(
      await office.rows(`select 1 from task where kind = 'issueSummons' and closed_at is null`),
    ).toHaveLength(1);
  });

  it('lets the secretary ring those who have not opened, and open the meeting on its day', async () => {
    await approved(office, meetingId);
    await issued();
    await mailed();
    office.now = new Date('2026-02-18T07:00:00Z');
    await office.done(recordSummonsOpened, office.member, { meetingId });
    await office.done(askToRing, office.process, await issue());
    expect(
      await office.rows(`select facts, due_day::text as due from task where kind = 'ringUnopened'`),
    ).toEqual([{ facts: { day: '2026-02-20', count: 14 }, due: '2026-02-19' }]);
    office.now = new Date('2026-02-20T05:00:00Z');
    await office.done(askToOpenMeeting, office.process, await issue());
    expect(
      await office.rows(`select role from task where kind = 'openMeeting' and closed_at is null`),
    ).toEqual([{ role: 'secretary' }]);
    expect(await office.refusedAs(endMeeting, office.process, await issue())).toBe('minutes-not-verified');
  });

  it('is done with ringing when every member has opened it or been rung, whatever substitutes do (M-4)', async () => {
    await office.done(addItem, office.secretary, presented());
    await approved(office, meetingId);
    await issued();
    await mailed();
    office.now = new Date('2026-02-18T07:00:00Z');
    await office.done(askToRing, office.process, await issue());
    const open = () => office.rows(`select 1 from task where kind = 'ringUnopened' and closed_at is null`);
    const recipient = async (where: string) =>
      (await office.rows<{ id: string }>(`select id from summons_recipient where ${where}`)).map(
        ({ id }) => id,
      );
    const [own] = await recipient(`person_id = '${office.people.get('Samuel Lindh')}'`);
    const others = (await recipient(`capacity = 'member'`)).filter((id) => id !== own);
    expect(await office.refusedAs(recordCalled, office.member, { recipientId: others[0] })).toBe(
      'not-allowed',
    );
    for (const recipientId of others) await office.done(recordCalled, office.secretary, { recipientId });
    expect(await open()).toHaveLength(1);
    await office.done(recordSummonsOpened, office.member, { meetingId });
    expect(await open()).toHaveLength(0);
    expect(await office.refusedAs(recordCalled, office.secretary, { recipientId: own })).toBe(
      'summons-opened-already',
    );
    const calls = await office.rows<{ name: string; n: number }>(
      `select p.name, count(*)::int as n from summons_recipient r join person p on p.id = r.called_by group by p.name`,
    );
    expect(calls).toEqual([{ name: expect.any(String) as string, n: 14 }]);
  });

  it('keeps the made letter and package once, in the register and with their bytes', async () => {
    await approved(office, meetingId);
    const { summonsId } = await issued();
    const part = {
      summonsId,
      part: 'letter',
      bytes: Buffer.from('%PDF-1.7 kallelse'),
      pages: 3,
      template: 'summons@1',
      renderer: 'samrad-pdf@1',
      snapshot: {},
      claims: ['PDF/A-3a'],
      closedItemIds: [],
    };
    const first = await office.done(fileSummonsDocument, office.process, part);
    expect(await office.done(fileSummonsDocument, office.process, part)).toEqual(first);
    await office.done(fileSummonsDocument, office.process, { ...part, part: 'package' });
    const documents = await office.rows<{ kind: string; made_key: string }>(
      `select d.kind, v.made_key from document d join document_version v on v.document_id = d.id order by d.kind`,
    );
    expect(documents).toEqual([
      { kind: 'package', made_key: `${meetingId}/summons/1/package` },
      { kind: 'summons', made_key: `${meetingId}/summons/1/letter` },
    ]);
    expect(await office.refusedAs(fileSummonsDocument, office.secretary, part)).toBe('not-allowed');
  });
});

describe('rules of procedure that refuse a late summons (B-1)', () => {
  it('let nobody send one, whatever the reason', async () => {
    const office = await meetingOffice({ rules: { lateSummons: 'refuse' } });
    try {
      const meetingId = await plannedMeeting(office);
      office.now = new Date('2026-02-14T09:00:00Z');
      await approved(office, meetingId);
      const version = await meetingVersion(office, meetingId);
      const late = { meetingId, version, lateReason: 'Vi glömde.' };
      expect(await office.refusedAs(issueSummons, office.secretary, late)).toBe('summons-too-late');
    } finally {
      await office.close();
    }
  });
});
