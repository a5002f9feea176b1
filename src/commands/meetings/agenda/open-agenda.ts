import type { Loaded } from '@mikro-orm/core';
import { canMove, type MeetingAct } from '../../../domain/meetings/phases';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import { AgendaItem, Meeting } from '../../../store/entities/meetings';
import { readAgenda, type AgendaItemView } from '../../../store/queries/meetings/agenda/agenda-items';
import { rulesOfMeeting, type RulesInForce } from '../../../store/queries/meetings/plan/plan-rules';
import { lockRow, type Transaction } from '../../runner/transaction';

/** A meeting in whose phase the act may be done: locked. */
interface OpenMeeting {
  readonly ok: true;
  readonly meeting: Loaded<Meeting>;
}

/** A meeting whose agenda may be worked on, with its rules. */
export interface OpenAgenda extends OpenMeeting {
  readonly inForce: RulesInForce;
}

/** Locks the meeting, the parent of its items, and asks whether the act may be done in its phase. */
async function openMeeting(
  tx: Transaction,
  meetingId: string,
  act: MeetingAct,
): Promise<OpenMeeting | Refusal> {
  const found = await lockRow(tx, Meeting, { id: meetingId });
  if (!found.ok) return found;
  const verdict = canMove(found.row.phase, act);
  return verdict.ok ? { ok: true, meeting: found.row } : verdict;
}

/** Locks the meeting for an act on its agenda, and finds the rules it is counted by. */
export async function openAgenda(
  tx: Transaction,
  meetingId: string,
  act: MeetingAct = 'editAgenda',
): Promise<OpenAgenda | Refusal> {
  const open = await openMeeting(tx, meetingId, act);
  return open.ok ? withRules(tx, open) : open;
}

/** The same with the rules that the meeting is counted by. */
export async function withRules<Open extends OpenMeeting>(
  tx: Transaction,
  open: Open,
): Promise<(Open & OpenAgenda) | Refusal> {
  const inForce = await rulesOfMeeting(tx.em, open.meeting);
  return inForce === null
    ? refuse('rules-of-procedure-missing', { day: open.meeting.day })
    : { ...open, inForce };
}

export interface OpenItem extends OpenMeeting {
  readonly item: Loaded<AgendaItem>;
}

/** Locks the item after its meeting. One that is treated or withdrawn is not edited any more. */
export async function openItem(
  tx: Transaction,
  itemId: string,
  version?: number,
): Promise<OpenItem | Refusal> {
  const unlocked = await tx.em.findOne(AgendaItem, { id: itemId });
  if (unlocked === null || unlocked.state === 'removed') return refuse('not-found');
  const open = await openMeeting(tx, unlocked.meetingId, 'editAgenda');
  if (!open.ok) return open;
  const found = await lockRow(tx, AgendaItem, { id: itemId }, version);
  if (!found.ok) return found;
  const item = found.row;
  if (item.state === 'removed') return refuse('not-found');
  const label = { item: item.agendaNumber ?? item.ordinal };
  if ((item.treatedAt ?? null) !== null) return refuse('item-already-treated', label);
  if (item.state === 'withdrawn') return refuse('item-already-withdrawn', label);
  return { ...open, item };
}

/**
 * Whether the item has sub-items that were taken up in the session, or is one: what was recorded of them stands in the item's
 * paragraph (M-20).
 */
export async function subItemsTaken(tx: Transaction, itemId: string): Promise<boolean> {
  const rows: unknown[] = await tx.em.execute(
    `select 1 from agenda_item where parent_id is not null and (parent_id = ? or id = ?) and treated_order is not null limit 1`,
    [itemId, itemId],
  );
  return rows.length > 0;
}

/** The agenda as it stands in the transaction, with what was written in it just now. */
export async function agendaNow(tx: Transaction, open: OpenAgenda): Promise<AgendaItemView[]> {
  await tx.em.flush();
  return readAgenda(tx.em, open.meeting, open.inForce.rules.agendaNumbering);
}
