import { recusedSeats } from '../../../../domain/meetings/session/recusal';
import type { ItemAttendance } from '../../../../domain/meetings/session/attendance';
import { clockTimeOf } from '../../../../domain/time/stockholm';
import { clockText } from '../../../../i18n/dates';
import { text, type TextKey } from '../../../../i18n/texts';
import type { NamedSeat } from '../../../../store/queries/bodies/composition';
import {
  attendanceNow,
  presenceItem,
  type Session,
  type SessionEvent,
} from '../../../../store/queries/meetings/session/session';
import type { Expected } from '../../../../store/queries/meetings/session/session-side-rows';
import type { ReadContext } from '../../../context';
import type { StatusTag } from '../../../render/components';
import { act, seatName, type SessionAct } from './session-forms';
import { rollView, type RollView } from './session-roll';
import { vacantFor } from './session-substitutes';

interface RoomRow {
  readonly seatId: string;
  readonly number: number;
  readonly name: string;
  readonly principal: string;
  readonly presence: StatusTag;
  readonly serves: string;
  readonly acts: readonly SessionAct[];
}

interface RoomGroup {
  readonly caption: string;
  readonly rows: readonly RoomRow[];
  /** Substitutes who are not here: closed until one comes. */
  readonly folded: boolean;
}

export interface RoomView {
  readonly quorum: { readonly text: string; readonly tag: StatusTag };
  /** The roll call, before anyone is noted as present. */
  readonly roll: RollView | null;
  readonly groups: readonly RoomGroup[];
  readonly notes: readonly { readonly text: string; readonly strike: SessionAct }[];
}

/** Who is here, who serves, and what can be noted about each (M-6). */
export function roomView(
  context: ReadContext,
  session: Session,
  expected: Expected,
  address: string,
): RoomView {
  const { lang } = context;
  const attendance = attendanceNow(session);
  const needed = attendance?.quorum ?? { serving: 0, needed: 0, quorate: false };
  const { serving } = needed;
  const started = session.events.length > 0;
  const groups = (['member', 'substitute'] as const).map((kind) => ({
    caption: text(lang, kind === 'member' ? 'session.membersCaption' : 'session.substitutesCaption'),
    seats: session.board.filter((seat) => seat.kind === kind && seat.holder !== null),
  }));
  const room: Room = { context, session, attendance, expected, address };
  return {
    quorum: {
      text: text(lang, 'session.quorum', { serving, needed: needed.needed }),
      tag: {
        text: text(lang, needed.quorate ? 'session.quorate' : 'session.notQuorate'),
        tone: needed.quorate ? 'success' : started ? 'danger' : 'neutral',
      },
    },
    roll: started ? null : rollView(context, session, expected, address, groups),
    groups: started ? groupsOf(room, groups) : [],
    notes: [...session.events]
      .reverse()
      .slice(0, 30)
      .map((event) => noteOf(room, event)),
  };
}

function groupsOf(
  room: Room,
  groups: readonly { readonly caption: string; readonly seats: readonly NamedSeat[] }[],
): RoomGroup[] {
  const here = new Set((room.attendance?.room ?? []).map(({ seat }) => seat.id));
  const isFolded = (seat: NamedSeat) => seat.kind === 'substitute' && !here.has(seat.id);
  const seats = groups.flatMap((group) => group.seats);
  const rest = seats.filter(isFolded);
  const shown = groups.map(({ caption, seats: all }) => ({
    caption,
    rows: all.filter((seat) => !isFolded(seat)).map((seat) => roomRow(room, seat)),
    folded: false,
  }));
  const caption = text(room.context.lang, 'session.otherSubstitutes');
  return [
    ...shown.filter(({ rows }) => rows.length > 0),
    ...(rest.length === 0 ? [] : [{ caption, rows: rest.map((seat) => roomRow(room, seat)), folded: true }]),
  ];
}

interface Room {
  readonly context: ReadContext;
  readonly session: Session;
  readonly attendance: ItemAttendance | null;
  readonly expected: Expected;
  readonly address: string;
}

function roomRow(room: Room, seat: NamedSeat): RoomRow {
  const { context, session, attendance } = room;
  const { lang } = context;
  const here = attendance?.room.find((each) => each.seat.id === seat.id);
  const item = presenceItem(session);
  const recused = item !== null && recusedSeats(session.recusals, item.id).has(seat.id);
  const presence: StatusTag = recused
    ? { text: text(lang, 'session.recused'), tone: 'warning' }
    : here === undefined
      ? { text: text(lang, hasLeft(session, seat.id) ? 'session.left' : 'session.absent'), tone: 'neutral' }
      : { text: text(lang, here.mode === 'remote' ? 'session.remote' : 'session.inRoom'), tone: 'success' };
  return {
    seatId: seat.id,
    number: seat.ordinal,
    name: seatName(seat),
    principal: seat.principal,
    presence,
    serves: serviceText(room, seat),
    acts: actsOf(room, seat, here !== undefined || recused),
  };
}

function hasLeft(session: Session, seatId: string): boolean {
  return session.events.some((event) => event.seatId === seatId && event.kind === 'leaves');
}

function serviceText({ context: { lang }, attendance }: Room, seat: NamedSeat): string {
  const services = attendance?.seats ?? [];
  if (seat.kind === 'substitute') {
    const service = services.find(({ servedBy }) => servedBy?.id === seat.id);
    return service === undefined ? '' : text(lang, 'session.servesFor', { name: nameOf(service.seat) });
  }
  const servedBy = services.find((service) => service.seat.id === seat.id)?.servedBy ?? null;
  if (servedBy === null) return text(lang, 'session.servedByNobody');
  return servedBy.id === seat.id
    ? text(lang, 'session.servesSelf')
    : text(lang, 'session.servedBy', { name: nameOf(servedBy) });
}

const nameOf = (seat: { readonly id: string }): string => (seat as NamedSeat).name ?? '';

function actsOf(room: Room, seat: NamedSeat, here: boolean): SessionAct[] {
  const { context, session, attendance, address } = room;
  const { lang } = context;
  const { meetingId } = session;
  const event = (kind: string, words: string, extra: Readonly<Record<string, string>> = {}) =>
    act(
      address,
      'recordPresence',
      words,
      { meetingId, 'events[0].kind': kind, 'events[0].seatId': seat.id, ...prefixed(extra) },
      { label: text(lang, 'session.actOf', { act: words, name: seat.name ?? '' }), variant: 'tertiary' },
    );
  if (!here) {
    const remote = session.rules.remoteParticipation
      ? [event('arrives', text(lang, 'session.actArrivesRemote'), { mode: 'remote' })]
      : [];
    return [event('arrives', text(lang, 'session.actArrives')), ...remote];
  }
  const serving = attendance?.seats.find(({ servedBy }) => servedBy?.id === seat.id);
  const seating =
    seat.kind === 'substitute' && serving === undefined
      ? vacantFor(session, seat).map((member) =>
          event('seated', text(lang, 'session.actSeat', { name: member.name ?? '' }), {
            forSeatId: member.id,
          }),
        )
      : [];
  const out =
    seat.kind === 'substitute' && serving !== undefined
      ? [event('unseated', text(lang, 'session.actUnseat'), { forSeatId: serving.seat.id })]
      : [];
  return [...seating, ...out, event('leaves', text(lang, 'session.actLeaves'))];
}

const prefixed = (extra: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(extra).map(([name, value]) => [`events[0].${name}`, value]));

const noteWords: Readonly<Record<SessionEvent['kind'], TextKey>> = {
  present: 'session.notePresent',
  arrives: 'session.noteArrives',
  leaves: 'session.noteLeaves',
  seated: 'session.noteSeated',
  unseated: 'session.noteUnseated',
};

function noteOf({ context: { lang }, session, address }: Room, event: SessionEvent) {
  const seat = session.board.find(({ id }) => id === event.seatId);
  const served = session.board.find(({ id }) => id === event.forSeatId);
  const line = text(lang, 'session.noteLine', {
    time: clockText(lang, clockTimeOf(event.at)),
    name: seat?.name ?? '',
    what: text(lang, noteWords[event.kind], event.kind === 'seated' ? { name: served?.name ?? '' } : {}),
  });
  const words = text(lang, 'session.actStrike');
  return {
    text: line,
    strike: act(
      address,
      'correctPresence',
      words,
      { eventId: event.id },
      {
        label: text(lang, 'session.actOf', { act: words, name: line }),
        variant: 'tertiary',
      },
    ),
  };
}
