import type { Day } from '../../../domain/time/day';
import { Matter, type Memo } from '../../../store/entities/register';
import { closeTasks, moveTasks, openTask } from '../../notifications/tasks';
import type { Transaction } from '../../runner/transaction';
import { settleAddMemoTasks } from './bring-memo';

/** Memos that are on their way to a meeting not yet held, with its submission deadline: by their matter, or attached. */
const onTheirWay = `select m.id as memo_id, m.body_id, mt.id as meeting_id, d.day as due_day
  from memo m join document doc on doc.id = m.document_id and doc.state <> 'cancelled'
  join agenda_item i on i.state = 'listed' and i.treated_at is null
    and (i.matter_id = m.matter_id or exists (select from item_document a where a.item_id = i.id and a.document_id = m.document_id))
  join meeting mt on mt.id = i.meeting_id and mt.phase in ('planned', 'agendaApproved', 'summoned')
  join deadline d on d.owner_id = mt.id and d.kind = 'submission' and d.closed_on is null
  where m.state = 'draft'`;

/** N-1: who writes a memo has it as a task, by the day when it must be in for the meeting it is on its way to. */
export async function askToWriteMemo(tx: Transaction, memo: Memo): Promise<void> {
  if (memo.state !== 'draft') return;
  await tx.em.flush();
  const days: { day: Day | null }[] = await tx.em.execute(
    `select min(due_day)::text as day from (${onTheirWay}) w where memo_id = ?`,
    [memo.id],
  );
  const matter = await tx.em.findOneOrFail(Matter, memo.matterId);
  for (const personId of writersOf(memo)) {
    await openTask(tx, {
      kind: 'writeMemo',
      subject: { kind: 'memo', id: memo.id, authorityId: memo.authorityId },
      for: { personId },
      bodyId: memo.bodyId,
      dueDay: days[0]?.day ?? null,
      rule: null,
      facts: { matter: matter.registryNumber ?? memo.title },
      link: `/tjansteskrivelser/${memo.id}`,
    });
  }
}

/** The writers of a memo are others than before: the task goes with them. */
export async function passOnMemo(tx: Transaction, memo: Memo): Promise<void> {
  const writers = writersOf(memo);
  await tx.em.execute(
    `update task set closed_at = ? where subject_id = ? and kind = 'writeMemo' and closed_at is null and person_id not in (?)`,
    [tx.now, memo.id, writers],
  );
  await tx.em.execute(
    `update task set closed_at = null where subject_id = ? and kind = 'writeMemo' and person_id in (?)`,
    [memo.id, writers],
  );
  await askToWriteMemo(tx, memo);
}

function writersOf({ authorPersonId, coAuthorPersonId }: Memo): string[] {
  return [authorPersonId, coAuthorPersonId ?? null].filter((id) => id !== null);
}

/**
 * N-1: brings the tasks about a body's memos in line with its agendas: the writers' days, and what a meeting still lacks
 * when its submission deadline has passed. Called by every act that makes a memo ready, puts it on an agenda or takes it
 * off, or moves a meeting.
 */
export async function settleMemoTasks(tx: Transaction, bodyId: string): Promise<void> {
  await tx.em.flush();
  await tx.em.execute(
    `update task t set due_day = w.due_day from (select m.id, min(o.due_day) as due_day from memo m
       left join (${onTheirWay}) o on o.memo_id = m.id where m.body_id = ? and m.state = 'draft' group by m.id) w
     where t.kind = 'writeMemo' and t.subject_id = w.id and t.closed_at is null and t.due_day is distinct from w.due_day`,
    [bodyId],
  );
  const meetings: LateMeeting[] = await tx.em.execute(
    `select mt.id, mt.authority_id as "authorityId", mt.day::text as day, p.day::text as "papersDay",
       (select count(distinct memo_id)::int from (${onTheirWay}) w where w.meeting_id = mt.id) as late,
       (select count(*)::int from task where subject_id = mt.id and kind = 'memosLate') as asked,
       exists (select from task where subject_id = mt.id and kind = 'memosLate' and closed_at is null) as open
     from meeting mt join deadline s on s.owner_id = mt.id and s.kind = 'submission' and s.closed_on is null and s.done_on is not null
     left join deadline p on p.owner_id = mt.id and p.kind = 'papers' and p.closed_on is null
     where mt.body_id = ? and mt.phase in ('planned', 'agendaApproved', 'summoned')`,
    [bodyId],
  );
  for (const meeting of meetings) await settleLateMemos(tx, bodyId, meeting);
  await settleAddMemoTasks(tx, bodyId);
}

interface LateMeeting {
  readonly id: string;
  readonly authorityId: string;
  readonly day: Day;
  readonly papersDay: Day | null;
  readonly late: number;
  readonly asked: number;
  readonly open: boolean;
}

async function settleLateMemos(tx: Transaction, bodyId: string, meeting: LateMeeting): Promise<void> {
  const { id, authorityId, day, late: count, papersDay: dueDay } = meeting;
  if (count === 0) {
    if (meeting.open) await closeTasks(tx, id, ['memosLate']);
    return;
  }
  if (meeting.open) {
    await moveTasks(tx, id, ['memosLate'], { dueDay, facts: { day, count } });
    return;
  }
  await openTask(tx, {
    kind: 'memosLate',
    subject: { kind: 'meeting', id, authorityId },
    for: { role: 'secretary', scopeId: bodyId },
    cycle: meeting.asked + 1,
    bodyId,
    dueDay,
    rule: null,
    facts: { day, count },
    link: '/tjansteskrivelser',
  });
}
