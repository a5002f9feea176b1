import { Meeting } from '../../../store/entities/meetings';
import type { Memo } from '../../../store/entities/register';
import { itemForMemo, memoWaits, type ItemOfMemo } from '../../../store/queries/register/waiting-memos';
import { closePapersWithItem } from '../../meetings/agenda/closed-papers';
import { openTaskAnew } from '../../notifications/tasks';
import { lockRow, type Transaction } from '../../runner/transaction';

/** Finds the item that a memo is meant for and locks its meeting: before the memo itself, parent before child. */
export async function lockAgendaOfMemo(tx: Transaction, memoId: string): Promise<ItemOfMemo | null> {
  const place = await itemForMemo(tx.em, memoId);
  if (place !== null) await lockRow(tx, Meeting, { id: place.meetingId });
  return place;
}

interface Place {
  readonly id: string;
  readonly closed: boolean;
  readonly phase: string;
}

/**
 * M-3: a memo that has become ready comes with the papers of its matter's item by itself while the agenda is not
 * approved. What the chair has approved is changed by the secretary alone, who then has it as a task (N-1).
 */
export async function bringMemo(tx: Transaction, memo: Memo, place: ItemOfMemo | null): Promise<void> {
  if (place === null) return;
  await tx.em.flush();
  const rows: Place[] = await tx.em.execute(
    `select i.id, i.closed, mt.phase from memo m join document d on d.id = m.document_id
     join agenda_item i on i.id = ? and i.state = 'listed' and i.treated_at is null join meeting mt on mt.id = i.meeting_id
     where m.id = ? and ${memoWaits}`,
    [place.itemId, memo.id],
  );
  const [item] = rows;
  if (item === undefined) return;
  if (item.phase === 'planned') await putFirst(tx, memo, item);
  else await askToAddMemo(tx, memo, place);
}

/** The memo goes before the appendices and after memos that lie there already (M-4). */
async function putFirst(tx: Transaction, memo: Memo, item: Place): Promise<void> {
  await tx.em.execute(
    `with moved_on as (update agenda_item set version = version + 1 where id = ?),
       place as (select coalesce(max(a.ordinal), 0) + 1 as at from item_document a join document d on d.id = a.document_id
         where a.item_id = ? and d.kind = 'memo'),
       pushed as (update item_document set ordinal = ordinal + 1 from place where item_id = ? and ordinal >= place.at)
     insert into item_document (item_id, document_id, ordinal, label) select ?, ?, place.at, ? from place`,
    [item.id, item.id, item.id, item.id, memo.documentId, `Tjänsteskrivelse ${memo.title}`],
  );
  await closePapersWithItem(tx, item);
}

async function askToAddMemo(tx: Transaction, memo: Memo, { itemId, meetingId }: ItemOfMemo): Promise<void> {
  const rows: { matter: string; item: string }[] = await tx.em.execute(
    `select coalesce(m.registry_number, ?) as matter,
       coalesce(p.agenda_number || '.', '') || coalesce(i.agenda_number, i.ordinal) as item
     from agenda_item i join matter m on m.id = i.matter_id left join agenda_item p on p.id = i.parent_id where i.id = ?`,
    [memo.title, itemId],
  );
  const [facts] = rows;
  if (facts === undefined) return;
  const meeting = await tx.em.findOneOrFail(Meeting, meetingId);
  await openTaskAnew(tx, {
    kind: 'addMemo',
    subject: { kind: 'agendaItem', id: itemId, authorityId: memo.authorityId },
    for: { role: 'secretary', scopeId: memo.bodyId },
    bodyId: memo.bodyId,
    dueDay: meeting.day,
    rule: null,
    facts: { day: meeting.day, ...facts },
    link: `/sammantraden/${meetingId}/punkter/${itemId}`,
  });
}

/**
 * Brings the tasks about ready memos in line with the agendas: each by the day of its meeting's summons until that is
 * out, then of the meeting itself; closed where nothing waits at the item. One about an item that the acting person
 * may not see is left alone.
 */
export async function settleAddMemoTasks(tx: Transaction, bodyId: string): Promise<void> {
  await tx.em.execute(
    `update task t set
       closed_at = case when i.state = 'listed' and i.treated_at is null and exists (select from memo m
         join document d on d.id = m.document_id where m.matter_id = i.matter_id and ${memoWaits}) then null else ?::timestamptz end,
       due_day = case when mt.phase = 'agendaApproved' then coalesce((select s.day from deadline s
         where s.owner_id = mt.id and s.kind = 'summons' and s.closed_on is null limit 1), mt.day) else mt.day end,
       facts = t.facts || jsonb_build_object('day', mt.day::text)
     from agenda_item i join meeting mt on mt.id = i.meeting_id
     where t.kind = 'addMemo' and t.body_id = ? and t.closed_at is null and t.subject_id = i.id`,
    [tx.now, bodyId],
  );
}
