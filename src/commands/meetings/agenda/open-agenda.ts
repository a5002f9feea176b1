import type { Loaded } from '@mikro-orm/core';
import { canMove, type MeetingAct } from '../../../domain/meetings/phases';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import { AgendaItem, Meeting } from '../../../store/entities/meetings';
import { readAgenda, type AgendaItemView } from '../../../store/queries/meetings/agenda-items';
import { rulesOfMeeting, type RulesInForce } from '../../../store/queries/meetings/plan-rules';
import { lockRow, type Transaction } from '../../runner/transaction';

/** A meeting whose agenda may be worked on: locked, with its rules. */
export interface OpenAgenda {
  readonly ok: true;
  readonly meeting: Loaded<Meeting>;
  readonly inForce: RulesInForce;
}

/** Locks the meeting, the parent of its items, and asks whether the act may be done in its phase. */
export async function openAgenda(
  tx: Transaction,
  meetingId: string,
  act: MeetingAct = 'editAgenda',
): Promise<OpenAgenda | Refusal> {
  const found = await lockRow(tx, Meeting, { id: meetingId });
  if (!found.ok) return found;
  const meeting = found.row;
  const verdict = canMove(meeting.phase, act);
  if (!verdict.ok) return verdict;
  const inForce = await rulesOfMeeting(tx.em, meeting);
  return inForce === null
    ? refuse('rules-of-procedure-missing', { day: meeting.day })
    : { ok: true, meeting, inForce };
}

export interface OpenItem extends OpenAgenda {
  readonly item: Loaded<AgendaItem>;
}

/** Locks the item after its meeting. One that is treated or withdrawn is not edited any more. */
export async function openItem(
  tx: Transaction,
  itemId: string,
  version?: number,
): Promise<OpenItem | Refusal> {
  const unlocked = await tx.em.findOne(AgendaItem, { id: itemId });
  if (unlocked === null) return refuse('not-found');
  const open = await openAgenda(tx, unlocked.meetingId);
  if (!open.ok) return open;
  const found = await lockRow(tx, AgendaItem, { id: itemId }, version);
  if (!found.ok) return found;
  const item = found.row;
  const label = { item: item.agendaNumber ?? item.ordinal };
  if ((item.treatedAt ?? null) !== null) return refuse('item-already-treated', label);
  if (item.state === 'withdrawn') return refuse('item-already-withdrawn', label);
  return { ...open, item };
}

/** The agenda as it stands in the transaction, with what was written in it just now. */
export async function agendaNow(tx: Transaction, open: OpenAgenda): Promise<AgendaItemView[]> {
  await tx.em.flush();
  return readAgenda(tx.em, open.meeting, open.inForce.rules.agendaNumbering);
}
