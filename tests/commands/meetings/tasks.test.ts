import { addItem } from '../../../src/commands/meetings/agenda/add-item';
import { askForApproval } from '../../../src/commands/meetings/agenda/ask-for-approval';
import { requestRemote } from '../../../src/commands/meetings/before/remote';
import { changeMeeting } from '../../../src/commands/meetings/plan/change-meeting';
import { passMeetingDeadlines } from '../../../src/commands/meetings/plan/pass-meeting-deadlines';
import { mailSummons } from '../../../src/commands/meetings/summons/mail-summons';
import { openMeeting } from '../../../src/commands/meetings/session/open-meeting';
import { handInReservationReason } from '../../../src/commands/meetings/session/reservations';
import { issueSummons } from '../../../src/commands/meetings/summons/issue-summons';
import { chooseRecipients } from '../../../src/commands/register/memos/choose-recipients';
import { openMemo } from '../../../src/commands/register/memos/open-memo';
import { changeMemo } from '../../../src/commands/register/memos/change-memo';
import { readyMemo } from '../../../src/commands/register/memos/ready-memo';
import { saveMemoSection } from '../../../src/commands/register/memos/save-memo-section';
import { memoSections } from '../../../src/domain/register/memo-sections';
import {
  approved,
  meetingOffice,
  meetingVersion,
  openMatterRow,
  plannedMeeting,
  type MeetingOffice,
} from '../../support/builders/meetings';
import { fromTheSamePoint } from '../../support/builders/same-point';
import { playedMeeting, seatOfPerson } from '../../support/builders/session';
import {
  settleNoticePeriod,
  verificationProcess,
  verifiedMinutes,
} from '../../support/builders/verification';

interface OpenTask {
  readonly who: string;
  readonly kind: string;
  readonly due: string | null;
}

describe('the task list follows a meeting from the plan to the notice (N-1)', () => {
  let office: MeetingOffice;
  fromTheSamePoint(async () => {
    office = await meetingOffice({
      rules: {
        remoteParticipation: true,
        remoteParticipationDecision: 'RF § 118',
        digitalVerification: true,
        digitalVerificationDecision: 'RF § 118',
      },
    });
    return office;
  });

  /** What is open about the meeting of 2026-02-20, told as "who: kind day". */
  const open = async (meetingId: string): Promise<string[]> => {
    const rows = await office.rows<OpenTask>(
      `select coalesce(p.name, t.role) as who, t.kind, t.due_day::text as due from task t left join person p on p.id = t.person_id
       where t.closed_at is null and (t.subject_id = $1 or t.kind not in ('buildAgenda', 'confirmDueDay', 'readPapers'))
       order by t.due_day nulls first, t.kind, who`,
      [meetingId],
    );
    return rows.map(({ who, kind, due }) => `${who}: ${kind} ${due ?? ''}`.trim());
  };
  const step = async (meetingId: string) => ({ meetingId, version: await meetingVersion(office, meetingId) });

  it('begins with the agenda, from the day the meeting is planned, by the day when matters are in', async () => {
    const meetingId = await plannedMeeting(office);
    expect(await open(meetingId)).toEqual(['secretary: buildAgenda 2026-01-30']);
    const [task] = await office.rows<{ rule: string; link: string; facts: object }>(
      `select rule, link, facts from task where subject_id = $1`,
      [meetingId],
    );
    expect(task).toEqual({
      rule: 'Regionfullmäktige 2022-11-29 § 117',
      link: `/sammantraden/${meetingId}/foredragningslista`,
      facts: { day: '2026-02-20' },
    });
  });

  it('moves with the meeting, and says its new day', async () => {
    const meetingId = await plannedMeeting(office);
    const moved = { startTime: '09:00', endTime: '12:00', place: 'Gripen' };
    await office.done(changeMeeting, office.secretary, {
      ...(await step(meetingId)),
      day: '2026-02-27',
      ...moved,
    });
    expect(await open(meetingId)).toEqual(['secretary: buildAgenda 2026-02-06']);
    await approved(office, meetingId);
    await office.done(changeMeeting, office.secretary, {
      ...(await step(meetingId)),
      day: '2026-02-26',
      ...moved,
    });
    expect(await open(meetingId)).toEqual(['secretary: issueSummons 2026-02-19']);
    const facts = await office.rows(`select facts from task where kind = 'issueSummons'`);
    expect(facts).toEqual([{ facts: { day: '2026-02-26' } }]);
  });

  it('tells that the chair has the agenda, and closes when the chair has approved it', async () => {
    const meetingId = await plannedMeeting(office);
    await office.done(askForApproval, office.secretary, { meetingId });
    expect(await open(meetingId)).toEqual([
      'secretary: approvalWaiting 2026-02-13',
      'chair: approveAgenda 2026-02-13',
    ]);
    await approved(office, meetingId);
    expect(await open(meetingId)).toEqual(['secretary: issueSummons 2026-02-13']);
  });

  describe('about memos', () => {
    const memoIn = async (matterId: string) =>
      (
        await office.done(openMemo, office.official, {
          matterId,
          title: 'Borttagande av talflödeshjälpmedel',
        })
      ).memoId;
    const memoVersion = async (memoId: string) =>
      (await office.rows<{ version: number }>('select version from memo where id = $1', [memoId]))[0]!
        .version;
    const makeReady = async (memoId: string) => {
      for (const key of Object.keys(memoSections))
        await office.done(saveMemoSection, office.official, {
          memoId,
          section: key,
          content: 'Text.',
          version: 0,
        });
      await office.done(chooseRecipients, office.official, {
        memoId,
        version: await memoVersion(memoId),
        recipientIds: office.recipients.slice(0, 1),
      });
      await office.done(readyMemo, office.official, { memoId, version: await memoVersion(memoId) });
    };
    const onAgenda = (meetingId: string, matterId: string) =>
      office.done(addItem, office.secretary, {
        meetingId,
        kind: 'decision',
        title: 'Talflödeshjälpmedel',
        points: ['Tas bort.'],
        matterId,
        recipientIds: [],
      });

    it('asks the writer by the day of the meeting that the matter is on its way to', async () => {
      const meetingId = await plannedMeeting(office);
      const matterId = await openMatterRow(office, 4, 'Talflödeshjälpmedel');
      const memoId = await memoIn(matterId);
      expect(await open(meetingId)).toContain('Helena Mårtens: writeMemo');
      await onAgenda(meetingId, matterId);
      expect(await open(meetingId)).toEqual([
        'secretary: buildAgenda 2026-01-30',
        'Helena Mårtens: writeMemo 2026-01-30',
      ]);
      expect(await office.rows(`select facts from task where kind = 'writeMemo'`)).toEqual([
        { facts: { matter: 'HMC260004' } },
      ]);
      await makeReady(memoId);
      expect(await open(meetingId)).toEqual(['secretary: buildAgenda 2026-01-30']);
    });

    it('goes with a new co-author, and leaves one who is that no more', async () => {
      const meetingId = await plannedMeeting(office);
      const memoId = await memoIn(await openMatterRow(office, 4, 'Talflödeshjälpmedel'));
      const change = async (coAuthorPersonId: string | null) =>
        office.done(changeMemo, office.official, {
          memoId,
          version: await memoVersion(memoId),
          title: 'Borttagande',
          day: '2026-01-20',
          coAuthorPersonId,
        });
      const secretary = office.people.get('Annika Roos') ?? '';
      await change(secretary);
      expect(await open(meetingId)).toContain('Annika Roos: writeMemo');
      await change(null);
      expect(await open(meetingId)).not.toContain('Annika Roos: writeMemo');
      await change(secretary);
      expect(await open(meetingId)).toContain('Annika Roos: writeMemo');
    });

    it('tells the secretary how many are late when the deadline has passed, until none is', async () => {
      const meetingId = await plannedMeeting(office);
      const matterId = await openMatterRow(office, 4, 'Talflödeshjälpmedel');
      const memoId = await memoIn(matterId);
      await onAgenda(meetingId, matterId);
      office.now = new Date('2026-01-31T08:00:00Z');
      await office.done(passMeetingDeadlines, office.process, await step(meetingId));
      expect(await open(meetingId)).toEqual([
        'secretary: buildAgenda 2026-01-30',
        'Helena Mårtens: writeMemo 2026-01-30',
        'secretary: memosLate 2026-02-13',
      ]);
      const second = await memoIn(matterId);
      expect(await office.rows(`select facts from task where kind = 'memosLate'`)).toEqual([
        { facts: { day: '2026-02-20', count: 2 } },
      ]);
      await makeReady(memoId);
      await makeReady(second);
      expect(await open(meetingId)).toEqual(['secretary: buildAgenda 2026-01-30']);
    });
  });

  it('leaves nothing of what came before when the meeting is opened, and waits for it to be closed', async () => {
    const meetingId = await plannedMeeting(office);
    await approved(office, meetingId);
    office.now = new Date('2026-02-10T09:00:00Z');
    await office.done(issueSummons, office.secretary, await step(meetingId));
    await office.done(mailSummons, office.process, await step(meetingId));
    await office.done(requestRemote, office.member, {
      meetingId,
      personId: office.people.get('Samuel Lindh'),
    });
    expect(await open(meetingId)).toContain('chair: decideRemote 2026-02-20');
    office.now = new Date('2026-02-20T08:00:00Z');
    await office.done(openMeeting, office.secretary, { meetingId });
    expect(await open(meetingId)).toEqual(['secretary: closeMeeting 2026-02-20']);
  });

  it('after the meeting asks for minutes and reasons, then for signatures, then for the notice', async () => {
    const played = await playedMeeting(office);
    expect(await open(played.meetingId)).toEqual([
      'Patrik Öberg: writeReservationReason 2026-03-04',
      'secretary: writeMinutes 2026-03-06',
    ]);
    const [reservation] = await office.rows<{ id: string; version: number }>(
      'select id, version from reservation',
    );
    const reason = { reservationId: reservation!.id, version: reservation!.version, reason: 'För dyrt.' };
    const mover = { kind: 'person' as const, personId: office.people.get('Patrik Öberg') ?? '' };
    expect(await seatOfPerson(office, 'Patrik Öberg')).toBeTruthy();
    await office.done(handInReservationReason, mover, reason);
    expect(await open(played.meetingId)).toEqual(['secretary: writeMinutes 2026-03-06']);
    office.now = new Date('2026-03-04T12:00:00Z');
    await verifiedMinutes(office, played.minutesId);
    await verificationProcess(office, played.minutesId).settle();
    const [notice] = await office.rows<{ id: string }>('select id from notice');
    await settleNoticePeriod(office, notice!.id);
    expect(new Set(await open(played.meetingId))).toEqual(
      new Set([
        'secretary: certifyExtracts',
        'secretary: boardsToPost 2026-03-06',
        'registrar: postNotice 2026-03-06',
      ]),
    );
  });
});
