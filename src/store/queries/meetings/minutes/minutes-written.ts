import type { EntityManager } from '@mikro-orm/postgresql';
import { attendanceByItem } from '../../../../domain/meetings/session/attendance';
import type {
  OtherPresent,
  PresentPerson,
  WrittenMinutes,
  WrittenSigner,
} from '../../../../domain/meetings/minutes/written-minutes';
import type { ClockTime } from '../../../../domain/time/stockholm';
import type { NamedSeat } from '../../bodies/composition';
import { readParagraphs } from './minutes-paragraphs';
import { readSigning } from './minutes-signing';
import { readMeetingHead, type MeetingHead } from '../plan/overview';
import { rulesOfMeeting } from '../plan/plan-rules';
import { readSession, sessionRecord, type Session } from '../session/session';

interface Row {
  meetingId: string;
  host: string;
  hostMailbox: string;
  openedAt: string;
  closedAt: string;
  writer: string;
  day: WrittenMinutes['verification']['day'];
  time: ClockTime;
  place: string;
}

/** Everything the minutes are set from; null when there are no such minutes. Read as one who sees closed paragraphs. */
export async function readWrittenMinutes(
  em: EntityManager,
  minutesId: string,
): Promise<WrittenMinutes | null> {
  const rows: Row[] = await em.execute(
    `select m.id as "meetingId", p.name as host, p.mailbox as "hostMailbox", m.opened_at as "openedAt", m.closed_at as "closedAt",
       w.name as writer, x.verification_day::text as day, x.verification_time as time, x.verification_place as place
     from minutes x join meeting m on m.id = x.meeting_id join body b on b.id = x.body_id
     join principal p on p.id = b.host_principal_id join person w on w.id = x.writer_person_id where x.id = ?`,
    [minutesId],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const head = await readMeetingHead(em, row.meetingId);
  const signing = await readSigning(em, minutesId);
  const inForce = head === null ? null : await rulesOfMeeting(em, head);
  if (head === null || signing === null || inForce === null) throw new Error('Minutes without their meeting');
  const paragraphs = await readParagraphs(em, minutesId);
  const session = await readSession(em, head, inForce.rules);
  const partyOf = new Map(
    paragraphs.flatMap(({ record }) =>
      record.serving.map(({ personId, party }) => [personId, party] as const),
    ),
  );
  const numberOf = new Map(paragraphs.map(({ itemId, number }) => [itemId, number]));
  return {
    body: head.body,
    host: row.host,
    hostMailbox: row.hostMailbox,
    meetingDay: head.day,
    place: head.place,
    openedAt: new Date(row.openedAt),
    closedAt: new Date(row.closedAt),
    adjournments: await readAdjournments(em, head),
    paragraphs,
    notServing: notServing(session, numberOf),
    others: [
      { name: row.writer, capacity: 'Sekreterare', paragraph: null },
      ...(await readOthers(em, head, numberOf)),
    ],
    signers: signing.signers.map((signer): WrittenSigner => {
      const signature = signing.signatures.find(
        (each) => each.personId === signer.personId && each.role === signer.role && !each.voided,
      );
      return {
        role: signer.role,
        name: signer.name,
        party: partyOf.get(signer.personId) ?? '',
        presided: signer.presided,
        replacedReason: signer.replaced ? (signer.replacedReason ?? '') : null,
        signedAt: signature?.at ?? null,
        dissent: signature?.dissent ?? null,
      };
    }),
    verification: { day: row.day, time: row.time, place: row.place },
    announcing: inForce.rules,
  };
}

async function readAdjournments(
  em: EntityManager,
  { id }: MeetingHead,
): Promise<WrittenMinutes['adjournments']> {
  const rows: { from: string; minutes: number }[] = await em.execute(
    'select from_at as "from", minutes from adjournment where meeting_id = ? order by from_at limit 100',
    [id],
  );
  return rows.map(({ from, minutes }) => ({ from: new Date(from), minutes }));
}

async function readOthers(
  em: EntityManager,
  { id }: MeetingHead,
  numberOf: ReadonlyMap<string, number>,
): Promise<OtherPresent[]> {
  const rows: { name: string; capacity: string; item_id: string | null }[] = await em.execute(
    // Whoever came for a sub-item was there for its item's paragraph.
    `select a.name, a.capacity, coalesce(i.parent_id, a.item_id) as item_id from attendee a
     left join agenda_item i on i.id = a.item_id where a.meeting_id = ? order by a.name, a.id limit 500`,
    [id],
  );
  return rows.map(({ name, capacity, item_id: itemId }) => ({
    name,
    capacity,
    paragraph: itemId === null ? null : (numberOf.get(itemId) ?? null),
  }));
}

/** Substitutes in the room who never served (KL 6:17). */
function notServing(session: Session, numberOf: ReadonlyMap<string, number>): PresentPerson[] {
  const items = attendanceByItem(sessionRecord(session));
  const served = new Set(
    items.flatMap(({ room }) => room.filter((each) => each.serving).map((each) => each.seat.id)),
  );
  const found = new Map<string, { seat: NamedSeat; numbers: number[]; remote: boolean }>();
  for (const { itemId, room } of items) {
    for (const { seat, mode } of room) {
      if (served.has(seat.id) || seat.kind === 'member') continue;
      const known = found.get(seat.id) ?? { seat: seat as NamedSeat, numbers: [], remote: mode === 'remote' };
      const number = numberOf.get(itemId);
      if (number !== undefined) known.numbers.push(number);
      found.set(seat.id, known);
    }
  }
  return [...found.values()].map(({ seat, numbers, remote }) => ({
    name: seat.name ?? '',
    party: seat.holder?.party ?? '',
    principal: seat.principal,
    paragraphs: numbers,
    remote,
  }));
}
