import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { attendanceByItem, type ItemAttendance } from '../../../../domain/meetings/session/attendance';
import { OTHER_QUESTIONS } from '../../../../domain/meetings/session/other-questions';
import { quorum } from '../../../../domain/meetings/session/quorum';
import { takenSubItems } from '../../../../domain/meetings/session/sub-items';
import type { RecordedParagraph, RecordedPerson } from '../../../../domain/meetings/recorded-paragraph';
import type { NamedSeat } from '../../bodies/composition';
import { sessionRecord, type Session, type SessionItem } from './session';
import { readRecordRows, type ByItem, type RecordRows } from './session-record-rows';

/**
 * What was recorded of each item of a session: the record blocks of its paragraph, by item id. Top-level items only,
 * withdrawn ones too.
 */
export async function recordParagraphs(
  em: EntityManager,
  session: Session,
): Promise<Map<string, RecordedParagraph>> {
  const rows = await readRecordRows(em, session.meetingId);
  const attendance = new Map(attendanceByItem(sessionRecord(session)).map((item) => [item.itemId, item]));
  const one = (item: SessionItem) => recorded(session, item, attendance.get(item.id) ?? null, rows);
  const whole = (item: SessionItem): RecordedParagraph => {
    const subItems = takenSubItems(session.items, item).map((sub) => ({
      ...one(sub),
      itemId: sub.id,
      label: sub.label,
    }));
    return subItems.length === 0 ? one(item) : { ...one(item), subItems };
  };
  const items = session.items.filter(({ parentId }) => parentId === null);
  return new Map(items.map((item) => [item.id, whole(item)]));
}

/** What `paragraph.record_hash` holds: it tells whether a record has changed. */
export function recordHash(record: RecordedParagraph): string {
  return createHash('sha256').update(JSON.stringify(record)).digest('hex');
}

function recorded(
  session: Session,
  item: SessionItem,
  attendance: ItemAttendance | null,
  rows: RecordRows,
): RecordedParagraph {
  const mine = <Row>(all: ByItem<Row>): readonly Row[] => all.get(item.id) ?? [];
  const decision = mine(rows.decisions)[0];
  const members = session.board.filter(({ kind }) => kind === 'member').length;
  const presenters = [
    ...item.presenters.map(({ name }) => name),
    ...mine(rows.attendees).map(({ name }) => name),
  ];
  return {
    format: 1,
    agendaNumber: item.agendaNumber,
    title: item.title,
    kind: item.kind,
    registryNumber: item.registryNumber,
    withdrawn: item.withdrawn,
    serving: attendance === null ? [] : serving(attendance),
    recused: recused(session, item, attendance),
    ...notRecused(session, item),
    ...(item.templateKey === OTHER_QUESTIONS ? { otherQuestions: true as const } : {}),
    quorum: attendance?.quorum ?? quorum(session.rules.quorum, members, 0),
    presenters: [...new Set(presenters)],
    proposal: item.points,
    motions: mine(rows.motions),
    propositions: mine(rows.propositions),
    votes: mine(rows.votes),
    outcome: decision?.outcome ?? null,
    points: decision?.points ?? [],
    reason: item.withdrawn ? item.withdrawnReason : (decision?.reason ?? null),
    effectiveOn: decision?.effectiveOn ?? null,
    condition: decision?.condition ?? null,
    assignments: mine(rows.assignments),
    statements: mine(rows.statements),
    dispatchTo: item.recipients,
  };
}

function recused(
  { recusals }: Session,
  item: SessionItem,
  attendance: ItemAttendance | null,
): RecordedParagraph['recused'] {
  return (attendance?.recusedAtMeeting ?? []).flatMap((seat) => {
    const found = recusals.find(
      ({ itemId, seatId, withdrawn }) => itemId === item.id && seatId === seat.id && !withdrawn,
    );
    if (found === undefined) return [];
    const { ground, note, from } = found;
    const origin = from === null ? {} : { from };
    const decidedBy = found.decidedBy === 'body' ? ('body' as const) : ('self' as const);
    return named(seat as NamedSeat).map((person) => ({ ...person, decidedBy, ground, note, ...origin }));
  });
}

/** KL 6:30: whom the body found not to be recused; what was decided for the whole item stands there alone. */
function notRecused({ board, recusals }: Session, item: SessionItem): Pick<RecordedParagraph, 'notRecused'> {
  const ofParent = new Set(recusals.filter(({ itemId }) => itemId === item.parentId).map(({ id }) => id));
  const seats = recusals
    .filter(
      ({ id, itemId, decidedBy }) => decidedBy === 'bodyDismissed' && itemId === item.id && !ofParent.has(id),
    )
    .map(({ seatId }) => seatId);
  const people = board.filter(({ id }) => seats.includes(id)).flatMap(named);
  return people.length === 0 ? {} : { notRecused: people };
}

function serving(attendance: ItemAttendance): RecordedParagraph['serving'] {
  return attendance.seats.flatMap(({ seat, servedBy, mode }) => {
    if (servedBy === null) return [];
    const [person] = named(servedBy as NamedSeat);
    if (person === undefined) return [];
    const servesFor = servedBy.id === seat.id ? null : ((seat as NamedSeat).name ?? '');
    return [{ ...person, mode: mode ?? 'room', servesFor }];
  });
}

function named(seat: NamedSeat): RecordedPerson[] {
  if (seat.holder === null) return [];
  const { personId, party, office } = seat.holder;
  return [{ personId, seatId: seat.id, name: seat.name ?? '', party, principal: seat.principal, office }];
}
