import type { Loaded } from '@mikro-orm/core';
import type { ItemAttendance } from '../../../domain/meetings/session/attendance';
import { canMove, type MeetingAct } from '../../../domain/meetings/phases';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import { AgendaItem, Meeting } from '../../../store/entities/meetings';
import { rulesOfMeeting, type RulesInForce } from '../../../store/queries/meetings/plan/plan-rules';
import {
  attendanceAt,
  readSession,
  type Session,
  type SessionItem,
} from '../../../store/queries/meetings/session/session';
import { lockRow, type Transaction } from '../../runner/transaction';

/** A meeting whose session is being recorded: locked, with its rules and what was seen so far. */
export interface OpenSession {
  readonly ok: true;
  readonly meeting: Loaded<Meeting>;
  readonly inForce: RulesInForce;
  readonly session: Session;
}

/** Locks the meeting, the parent of all that is recorded, and asks whether the act may be done in its phase. */
export async function openSession(
  tx: Transaction,
  meetingId: string,
  act: MeetingAct,
): Promise<OpenSession | Refusal> {
  const found = await lockRow(tx, Meeting, { id: meetingId });
  if (!found.ok) return found;
  const meeting = found.row;
  const verdict = canMove(meeting.phase, act);
  if (!verdict.ok) return verdict;
  const inForce = await rulesOfMeeting(tx.em, meeting);
  if (inForce === null) return refuse('rules-of-procedure-missing', { day: meeting.day });
  const session = await readSession(tx.em, meeting, inForce.rules);
  return { ok: true, meeting, inForce, session };
}

export interface OpenSessionItem extends OpenSession {
  readonly item: Loaded<AgendaItem>;
  readonly planned: SessionItem;
  readonly label: string;
}

/** The session and one of its items, locked after the meeting. A withdrawn item is not worked on. */
export async function openSessionItem(
  tx: Transaction,
  itemId: string,
  act: MeetingAct,
): Promise<OpenSessionItem | Refusal> {
  const unlocked = await tx.em.findOne(AgendaItem, { id: itemId });
  if (unlocked === null) return refuse('not-found');
  const open = await openSession(tx, unlocked.meetingId, act);
  if (!open.ok) return open;
  const found = await lockRow(tx, AgendaItem, { id: itemId });
  if (!found.ok) return found;
  const planned = open.session.items.find(({ id }) => id === itemId);
  if (planned === undefined) return refuse('not-found');
  if (planned.withdrawn) return refuse('item-already-withdrawn', { item: planned.label });
  return { ...open, item: found.row, planned, label: planned.label };
}

export interface TreatedItem extends OpenSessionItem {
  /** Who serves for the item, who is recused, and its quorum. */
  readonly attendance: ItemAttendance;
}

/** The session and an item that has been opened in it. */
export async function openTreatedItem(
  tx: Transaction,
  itemId: string,
  act: MeetingAct,
): Promise<TreatedItem | Refusal> {
  const open = await openSessionItem(tx, itemId, act);
  if (!open.ok) return open;
  const attendance = attendanceAt(open.session, itemId);
  return attendance === null ? refuse('item-not-open') : { ...open, attendance };
}
