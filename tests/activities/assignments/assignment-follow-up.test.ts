import { createAssignmentFollowUp } from '../../../src/activities/assignments/assignment-follow-up';
import {
  closeAssignment,
  confirmDueDay,
  reportAssignment,
} from '../../../src/commands/assignments/assignment-acts';
import type { Actor } from '../../../src/contracts/actor';
import { byHand } from '../../support/builders/dispatch';
import { meetingOffice, type MeetingOffice } from '../../support/builders/meetings';
import { fromTheSamePoint } from '../../support/builders/same-point';
import { playedMeeting } from '../../support/builders/session';
import { beforeOfficeOpens } from '../../../src/domain/processes/office-morning';
import { asDay } from '../../../src/domain/time/day';

// M-13, M-20; acceptance case 15

interface AssignmentRow {
  id: string;
  version: number;
  kind: string;
  state: string;
  due_words: string | null;
  proposed_day: string | null;
  due_day: string | null;
  return_item_id: string | null;
}

describe('an assignment after the meeting', () => {
  let office: MeetingOffice;
  let owner: Actor;
  fromTheSamePoint(async () => {
    office = await meetingOffice();
    await playedMeeting(office);
    owner = { kind: 'person', personId: office.people.get('Staffan Ekblad')! };
    return office;
  });

  const rows = () =>
    office.rows<AssignmentRow>(
      `select id, version, kind, state, due_words, proposed_day::text, due_day::text, return_item_id from assignment order by kind`,
    );
  const assignment = async () => (await rows()).find(({ kind }) => kind === 'assignment')!;
  const condition = async () => (await rows()).find(({ kind }) => kind === 'condition')!;
  const follow = (id: string) => byHand(office, createAssignmentFollowUp(office.run), id);
  const tasks = async (kind: string) =>
    office.rows<{ closed_at: string | null; person_id: string | null; role: string | null }>(
      'select closed_at, person_id, role from task where kind = $1 order by created_at',
      [kind],
    );
  const items = () =>
    office.rows<{ id: string; title: string; day: string; continues_id: string; content: string }>(
      `select i.id, i.title, m.day::text, i.continues_id, t.content from agenda_item i join meeting m on m.id = i.meeting_id
       join text t on t.owner_id = i.id and t.owner_kind = 'agendaItem' where i.title like 'Återrapportering:%' order by m.day`,
    );

  it('is followed from the close of the meeting, which wakes its process', async () => {
    const woken = await office.rows<{ row_id: string }>(
      `select row_id from wake where kind = 'assignmentFollowUp'`,
    );
    expect(woken.map(({ row_id }) => row_id).sort()).toEqual((await rows()).map(({ id }) => id).sort());
  });

  it('case 15: vague words wait for the secretary, who sees both and sets a day', async () => {
    const first = await assignment();
    expect(first).toMatchObject({ due_words: 'hösten 2026', due_day: null });
    expect(await follow(first.id).settle()).toEqual(['takeUp']);
    const [asked] = await tasks('confirmDueDay');
    expect(asked).toMatchObject({ role: 'secretary', closed_at: null });
    expect((await follow(first.id).read()).nextAt).toBeNull();

    const input = { assignmentId: first.id, version: (await assignment()).version };
    expect(await office.refusedAs(confirmDueDay, office.secretary, { ...input, day: '2026-01-01' })).toBe(
      'due-day-passed',
    );
    expect(await office.refusedAs(confirmDueDay, office.member, { ...input, day: '2026-10-30' })).toBe(
      'not-allowed',
    );
    expect(
      await office.refusedAs(confirmDueDay, office.otherSecretary, { ...input, day: '2026-10-30' }),
    ).toBe('not-allowed');
    await office.done(confirmDueDay, office.secretary, { ...input, day: '2026-10-30' });
    expect(await office.refusedAs(confirmDueDay, office.secretary, { ...input, day: '2026-10-30' })).toBe(
      'stale-version',
    );
    expect(await assignment()).toMatchObject({ due_words: 'hösten 2026', due_day: '2026-10-30' });
    expect((await tasks('confirmDueDay'))[0]!.closed_at).not.toBeNull();
    expect((await follow(first.id).read()).nextAt).toEqual(beforeOfficeOpens(asDay('2026-10-16'), first.id));

    office.now = new Date('2026-10-16T06:00:00Z');
    expect(await follow(first.id).settle()).toEqual(['remindOwner']);
    expect(await tasks('reportAssignment')).toMatchObject([
      { person_id: office.people.get('Staffan Ekblad') },
    ]);
    expect(await office.rows(`select 1 from mail where template = 'assignmentReminder'`)).toHaveLength(1);
    expect((await follow(first.id).read()).nextAt).toEqual(new Date('2026-10-30T23:00:00Z'));
  });

  it('has its day at once where the body named one, and is late on the next planned agenda', async () => {
    const first = await condition();
    expect(await follow(first.id).settle()).toEqual(['takeUp', 'remindOwner']);
    expect(await tasks('confirmDueDay')).toEqual([]);
    office.now = new Date('2026-03-06T23:00:00Z');
    expect(await follow(first.id).settle()).toEqual(['markLate', 'putOnAgenda']);
    expect(await tasks('assignmentLate')).toMatchObject([{ role: 'secretary', closed_at: null }]);
    const [item] = await items();
    expect(item).toMatchObject({ title: 'Återrapportering: Årsberättelse 2025', day: '2026-05-22' });
    expect(item!.content).toContain('Någon återrapport har inte lämnats i tid.');
    const woken = await office.rows(`select 1 from wake where kind = 'meetingCycle'`);
    expect(woken.length).toBeGreaterThan(0);

    const { id, version } = await condition();
    await office.done(reportAssignment, owner, {
      assignmentId: id,
      version,
      report: 'Tabell 3 är rättad och rapporten överlämnad.',
    });
    expect((await tasks('assignmentLate'))[0]!.closed_at).not.toBeNull();
    expect(await follow(id).settle()).toEqual(['putOnAgenda']);
    const after = await items();
    expect(after).toHaveLength(1);
    expect(after[0]!.content).toContain('Återrapport: Tabell 3 är rättad');
    expect(await follow(id).read()).toMatchObject({ ended: true });
  });

  it('comes back with the recusals of its item: they are from the matter (KL 6:30)', async () => {
    const { id } = await condition();
    office.now = new Date('2026-03-06T23:00:00Z');
    await follow(id).settle();
    const [item] = await items();
    const recused = await office.rows(
      `select p.name, r.ground, f.item_id as "from" from recusal r join person p on p.id = r.person_id
       join recusal f on f.id = r.carried_from_id where r.item_id = $1 and r.withdrawn_at is null`,
      [item!.id],
    );
    expect(recused).toEqual([{ name: 'Lisbeth Frank', ground: 'supervision', from: item!.continues_id }]);
  });

  it('waits with its report until a meeting is planned', async () => {
    await office.admin.query(`update meeting set phase = 'ended' where day = '2026-05-22'`);
    const { id, version } = await condition();
    await office.done(reportAssignment, owner, { assignmentId: id, version, report: 'Klart.' });
    office.now = new Date('2026-03-02T09:00:00Z');
    expect(await follow(id).settle()).toEqual([]);
    expect((await follow(id).read()).nextAt).toEqual(beforeOfficeOpens(asDay('2026-03-03'), id));
    await office.admin.query(`update meeting set phase = 'planned' where day = '2026-05-22'`);
    expect(await follow(id).settle()).toEqual(['putOnAgenda']);
    expect((await items())[0]!.content).toContain('Återrapport: Klart.');
  });

  it('is reported once, by its owner or the secretary alone', async () => {
    const { id, version } = await condition();
    const input = { assignmentId: id, version, report: 'Klart.' };
    expect(await office.refusedAs(reportAssignment, office.official, input)).toBe('not-allowed');
    await office.done(reportAssignment, office.secretary, input);
    expect(
      await office.refusedAs(reportAssignment, owner, { ...input, version: (await condition()).version }),
    ).toBe('assignment-settled-already');
  });

  it('is closed by the secretary with the reason, and is followed no more', async () => {
    const { id } = await condition();
    await follow(id).settle();
    const { version } = await condition();
    const input = { assignmentId: id, version, reason: 'Ersatt av ett senare beslut.' };
    expect(await office.refusedAs(closeAssignment, owner, input)).toBe('not-allowed');
    await office.done(closeAssignment, office.secretary, input);
    expect(await follow(id).read()).toMatchObject({ ended: true });
    const open = await office.rows('select 1 from task where subject_id = $1 and closed_at is null', [id]);
    expect(open).toEqual([]);
  });
});
