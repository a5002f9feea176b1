import type { EntityManager } from '@mikro-orm/postgresql';
import type { RulesOfProcedure } from '../../../../domain/bodies/rules-of-procedure';
import {
  attendanceByItem,
  type ItemAttendance,
  type PresenceEvent,
  type SessionRecord,
} from '../../../../domain/meetings/session/attendance';
import { isDecidedAlone } from '../../../../domain/meetings/session/sub-items';
import type { SeatRecusal } from '../../../../domain/meetings/session/recusal';
import type { Day } from '../../../../domain/time/day';
import { readComposition, type NamedSeat } from '../../bodies/composition';
import { readAgenda, type AgendaItemView } from '../agenda/agenda-items';
import { recusalOrigin, type RecusalOrigin } from '../before/recusal-origin';

/** An item of the session's agenda: what was planned, and how far it has come. */
export interface SessionItem extends AgendaItemView {
  /** From 1 in the order treated; null while it has not been opened. */
  readonly treatedOrder: number | null;
  readonly decided: boolean;
  /** Its last vote is closed and counted: who took part in deciding it is settled (KL 4:27). */
  readonly voted: boolean;
  /** A vote on it is open. */
  readonly voting: boolean;
}

/** A note of the room that holds; what has been corrected is left out. */
export interface SessionEvent extends PresenceEvent {
  readonly id: string;
  readonly at: Date;
}

/** A recusal as it stands, with the circumstance where the ground is "other". */
export interface RecusalRow extends SeatRecusal {
  readonly id: string;
  readonly note: string | null;
  /** Where it came from with its item; null for one that was declared at this meeting. */
  readonly from: RecusalOrigin | null;
  readonly version: number;
}

/** A meeting as seen in the room, in words fit for the rules and for pages. */
export interface Session {
  readonly meetingId: string;
  readonly board: readonly NamedSeat[];
  readonly rules: RulesOfProcedure;
  readonly events: readonly SessionEvent[];
  readonly recusals: readonly RecusalRow[];
  /** In agenda order, sub-items below their items; withdrawn ones too. */
  readonly items: readonly SessionItem[];
  /** The item opened last; null before the first. */
  readonly current: SessionItem | null;
  /** The listed item that follows by the agenda and has not been opened. */
  readonly next: SessionItem | null;
  /** Who was said to preside where neither the chair nor the vice chair serves; null where nobody was. */
  readonly presidingSeatId: string | null;
}

interface SessionMeeting {
  readonly id: string;
  readonly bodyId: string;
  readonly day: Day;
  readonly year: number;
  readonly lastAgendaNumber: number;
}

interface StateRow {
  readonly id: string;
  readonly treatedOrder: number | null;
  readonly decided: boolean;
  /** All have answered in its last vote: it settles who took part, also before it is counted (KL 5:55). */
  readonly voted: boolean;
  readonly voting: boolean;
  readonly presidingSeatId: string | null;
}

/** What happened in the room so far. Items hidden by row level security are not in it. */
export async function readSession(
  em: EntityManager,
  meeting: SessionMeeting,
  rules: RulesOfProcedure,
): Promise<Session> {
  const states: StateRow[] = await em.execute(
    `select i.id, i.treated_order as "treatedOrder", exists (select from decision d where d.item_id = i.id) as decided,
       coalesce((select v.closed_at is not null or exists (select from ballot b where b.vote_id = v.id) from vote v where v.item_id = i.id
         and (v.closed_at is null or v.result is not null) order by v.number desc limit 1), false) as voted,
       exists (select from vote v where v.item_id = i.id and v.closed_at is null) as voting,
       (select presiding_seat_id from meeting m where m.id = i.meeting_id) as "presidingSeatId"
     from agenda_item i where i.meeting_id = ? limit 500`,
    [meeting.id],
  );
  const stateOf = new Map(states.map((state) => [state.id, state]));
  const agenda = await readAgenda(em, meeting, rules.agendaNumbering);
  const items = agenda.map((item) => ({
    ...item,
    treatedOrder: stateOf.get(item.id)?.treatedOrder ?? null,
    decided: stateOf.get(item.id)?.decided ?? false,
    voted: stateOf.get(item.id)?.voted ?? false,
    voting: stateOf.get(item.id)?.voting ?? false,
  }));
  return {
    meetingId: meeting.id,
    board: await readComposition(em, meeting.bodyId, meeting.day),
    rules,
    events: await readEvents(em, meeting.id),
    recusals: await readRecusals(em, meeting.id),
    items,
    current: treatedItems(items).at(-1) ?? null,
    next: items.find((item) => isWaiting(item, items)) ?? null,
    presidingSeatId: states[0]?.presidingSeatId ?? null,
  };
}

const isWaiting = (item: SessionItem, items: readonly SessionItem[]): boolean =>
  !item.withdrawn && item.treatedOrder === null && (item.parentId === null || isDecidedAlone(item, items));

/** Every item opened so far, in that order, also those withdrawn since: what was seen in the room then holds on. */
export function openedItems(items: readonly SessionItem[]): SessionItem[] {
  return items
    .filter((item) => item.treatedOrder !== null)
    .sort(
      (a, b) => (a.treatedOrder ?? 0) - (b.treatedOrder ?? 0) || Number(b.withdrawn) - Number(a.withdrawn),
    );
}

/** The items opened so far and not withdrawn, in the order treated. */
export function treatedItems(items: readonly SessionItem[]): SessionItem[] {
  return openedItems(items).filter((item) => !item.withdrawn);
}

/** Whether the item was opened last: none has been opened after it, not even one that was withdrawn then. */
export function isOpenedLast({ items }: Session, item: SessionItem): boolean {
  return openedItems(items).at(-1)?.id === item.id;
}

/**
 * Whether something seen in the room may still hold for the item: it was opened last, is not done, and no closed vote has
 * settled who takes part in deciding it (KL 4:27).
 */
export function isOpenForNotes(session: Session, item: SessionItem): boolean {
  return !item.treated && !item.voted && isOpenedLast(session, item);
}

/**
 * The item that something seen in the room holds from (law.md A11, between items): the open one while it is not done,
 * else the one that comes next; the last one when every item is done.
 */
export function presenceItem(session: Session): SessionItem | null {
  const { current, next } = session;
  return current !== null && isOpenForNotes(session, current) ? current : (next ?? current);
}

/** The session with what was noted for items that are not open yet held from this one. */
export function withWaitingNotes(session: Session, { id }: SessionItem): Session {
  const opened = new Set(openedItems(session.items).map((item) => item.id));
  const events = session.events.map((event) =>
    event.itemId === null || opened.has(event.itemId) ? event : { ...event, itemId: id },
  );
  return { ...session, events };
}

/**
 * The meeting as the rules of attendance read it: the opened items, and the one that a new note would hold from. What was
 * noted for an item that was expected next, and is not, holds from that one too.
 */
export function sessionRecord(session: Session, upcoming?: SessionItem | null): SessionRecord {
  const { board, rules, events, recusals } = session;
  const opened = openedItems(session.items);
  const withdrawn = new Set(opened.filter((item) => item.withdrawn).map(({ id }) => id));
  const items = opened.map(({ id }) => id);
  const record = { board, rules, events, recusals, items, withdrawn };
  return upcoming === undefined || upcoming === null || items.includes(upcoming.id)
    ? record
    : { ...record, events: withWaitingNotes(session, upcoming).events, items: [...items, upcoming.id] };
}

/** Who serves and is in the room now: for the open item, or for the one that comes next. Null without any item. */
export function attendanceNow(session: Session): ItemAttendance | null {
  const item = presenceItem(session);
  if (item === null) return null;
  return attendanceByItem(sessionRecord(session, item)).find(({ itemId }) => itemId === item.id) ?? null;
}

/** Who served for one treated item; null for an item that was never opened. */
export function attendanceAt(session: Session, itemId: string): ItemAttendance | null {
  return attendanceByItem(sessionRecord(session)).find((item) => item.itemId === itemId) ?? null;
}

/**
 * The seat of whoever presides for an item: the chair, else the vice chair, where they serve in their own seat, else whoever
 * was said to preside, where they serve.
 */
export function presidingSeat(
  { board, presidingSeatId }: Pick<Session, 'board' | 'presidingSeatId'>,
  attendance: ItemAttendance,
): NamedSeat | null {
  const serving = attendance.seats.flatMap(({ seat, servedBy }) =>
    servedBy !== null && servedBy.id === seat.id ? [seat as NamedSeat] : [],
  );
  return (
    serving.find(({ holder }) => holder?.office === 'chair') ??
    serving.find(({ holder }) => holder?.office === 'viceChair') ??
    (attendance.seats.some(({ servedBy }) => servedBy?.id === presidingSeatId)
      ? (board.find(({ id }) => id === presidingSeatId) ?? null)
      : null)
  );
}

async function readEvents(em: EntityManager, meetingId: string): Promise<SessionEvent[]> {
  const rows: (Omit<SessionEvent, 'at'> & { at: string })[] = await em.execute(
    `select id, kind, seat_id as "seatId", for_seat_id as "forSeatId", item_id as "itemId", mode, reason, at
     from presence_event where meeting_id = ? and corrected_by_id is null order by seq limit 5000`,
    [meetingId],
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** The recusals of a meeting; one from an item holds for its sub-items too (KL 6:30, M-20). */
async function readRecusals(em: EntityManager, meetingId: string): Promise<Session['recusals'][number][]> {
  return em.execute(
    `select r.id, own.id as "itemId", r.seat_id as "seatId", r.ground, r.note, r.decided_by as "decidedBy",
       r.withdrawn_at is not null as withdrawn, ${recusalOrigin} as "from", r.version
     from recusal r cross join lateral (
       select r.item_id as id union all select id from agenda_item where parent_id = r.item_id) own
     where r.meeting_id = ? limit 1000`,
    [meetingId],
  );
}

/** Someone who presided, with the treated items that they presided over. */
export interface Presided {
  readonly personId: string;
  readonly itemIds: readonly string[];
}

/** Everyone who has presided over a treated item, the first to do so first. */
export function presided(session: Session): Presided[] {
  const itemsOf = new Map<string, string[]>();
  for (const { id } of treatedItems(session.items)) {
    const attendance = attendanceAt(session, id);
    const personId = attendance === null ? undefined : presidingSeat(session, attendance)?.holder?.personId;
    if (personId !== undefined) itemsOf.set(personId, [...(itemsOf.get(personId) ?? []), id]);
  }
  return [...itemsOf].map(([personId, itemIds]) => ({ personId, itemIds }));
}
