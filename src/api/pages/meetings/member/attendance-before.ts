import { hasReached } from '../../../../domain/meetings/phases';
import { refuse, type Refusal } from '../../../../domain/refusals/refusal';
import { dayText } from '../../../../i18n/dates';
import type { Language } from '../../../../i18n/languages';
import { text, type TextKey } from '../../../../i18n/texts';
import { readComposition, type NamedSeat } from '../../../../store/queries/bodies/composition';
import {
  readCalls,
  readRecusedBefore,
  readRemoteAsked,
  type CallView,
  type RecusedBefore,
} from '../../../../store/queries/meetings/before/before-attendance';
import { readMeetingHead, type MeetingHead } from '../../../../store/queries/meetings/plan/overview';
import { readExpected, type Expected } from '../../../../store/queries/meetings/session/session-side-rows';
import { paths } from '../../../paths';
import type { StatusTag } from '../../../render/components';
import { page, type PageContent, type ReadRoute } from '../../../route';
import { meetingCrumbs, meetingHeading, meetingTabs, ofMeeting, readerOf } from '../overview/overview-head';
import { act, seatName, type SessionAct } from '../session/session-forms';
import { groundText } from '../session/session-sides';

/** Who is expected, for the secretary: absences, calls for substitutes, remote participation, recusals (M-5). */
const attendancePage = page({
  path: paths.attendanceBefore,
  permission: ofMeeting('agenda.write'),
  auditEvent: 'readAttendanceBefore',
  template: 'meetings/before-attendance',
  view: async (context, { meetingId }): Promise<PageContent<object> | Refusal> => {
    const { em, lang } = context;
    const head = await readMeetingHead(em, meetingId);
    if (head === null) return refuse('not-found');
    const seats = (await readComposition(em, head.bodyId, head.day)).filter(({ holder }) => holder !== null);
    const told: Told = {
      lang,
      head,
      seats,
      expected: await readExpected(em, meetingId),
      calls: await readCalls(em, meetingId),
      remoteAsked: await readRemoteAsked(em, meetingId),
    };
    const recused = await readRecusedBefore(em, meetingId);
    const group = (kind: NamedSeat['kind'], words: TextKey) => ({
      caption: text(lang, words),
      rows: seats.filter((seat) => seat.kind === kind).map((seat) => rowOf(told, seat)),
    });
    return {
      title: text(lang, 'before.attendanceTitle', { day: dayText(lang, head.day) }),
      heading: meetingHeading(lang, head, text(lang, 'before.attendanceLead')),
      breadcrumbs: meetingCrumbs(lang, head),
      view: {
        tabs: meetingTabs(lang, head, readerOf(context, head), 'attendance'),
        summary: summaryOf(told),
        groups: [group('member', 'before.membersHeading'), group('substitute', 'before.substitutesHeading')],
        recused: recused.map((row) => recusedLine(lang, row)),
      },
    };
  },
});

function recusedLine(lang: Language, { name, agendaNumber, title, ground, note }: RecusedBefore): string {
  const item = agendaNumber === null ? title : `${String(agendaNumber)} ${title}`;
  const line = text(lang, 'before.recusedLine', { name, item, ground: groundText(lang, ground) });
  return note === null ? line : `${line} ${note}`;
}

interface Told {
  readonly lang: Language;
  readonly head: MeetingHead;
  readonly seats: readonly NamedSeat[];
  readonly expected: Expected;
  readonly calls: readonly CallView[];
  readonly remoteAsked: ReadonlySet<string>;
}

/** How many will be there, in one sentence. */
function summaryOf({ lang, seats, expected, calls }: Told): string {
  const members = seats.filter(({ kind }) => kind === 'member');
  return text(lang, 'before.attendanceSummary', {
    coming: members.filter(({ id }) => !expected.absent.has(id)).length,
    members: members.length,
    substitutes: calls.filter(({ state }) => state === 'filled').length,
  });
}

interface AttendanceRow {
  readonly name: string;
  readonly principal: string;
  readonly state: StatusTag;
  readonly call: string;
  readonly act?: SessionAct;
}

function rowOf(told: Told, seat: NamedSeat): AttendanceRow {
  const { lang, head, expected, calls } = told;
  const call = calls.find(({ seatId }) => seatId === seat.id);
  const address = paths.attendanceBefore.to({ meetingId: head.id });
  const fields = { meetingId: head.id, seatId: seat.id };
  const [command, words, label] = expected.absent.has(seat.id)
    ? (['withdrawAbsence', 'before.takeBackAbsence', 'before.withdrawFor'] as const)
    : (['reportAbsence', 'before.absenceAct', 'before.reportFor'] as const);
  return {
    name: seatName(seat),
    principal: seat.principal,
    state: stateOf(told, seat),
    call: call === undefined ? '' : callText(lang, call),
    ...(hasReached(head.phase, 'inSession')
      ? {}
      : {
          act: act(address, command, text(lang, words), fields, {
            label: text(lang, label, { name: seat.name ?? '' }),
            variant: 'tertiary',
          }),
        }),
  };
}

function stateOf({ lang, seats, expected, calls, remoteAsked }: Told, seat: NamedSeat): StatusTag {
  const personId = seat.holder?.personId ?? '';
  if (expected.absent.has(seat.id)) return { text: text(lang, 'before.stateAbsent'), tone: 'warning' };
  const call = calls.find((one) => one.personId === personId);
  if (call !== undefined && seat.kind === 'substitute') {
    const name = seats.find(({ id }) => id === call.seatId)?.name ?? '';
    return call.state === 'filled'
      ? { text: text(lang, 'before.stateServes', { name }), tone: 'success' }
      : { text: text(lang, 'before.stateAsked', { name }), tone: 'info' };
  }
  if (expected.remote.has(personId)) return { text: text(lang, 'before.stateRemote'), tone: 'info' };
  if (remoteAsked.has(personId)) return { text: text(lang, 'before.stateRemoteAsked'), tone: 'info' };
  return {
    text: text(lang, seat.kind === 'member' ? 'before.stateComing' : 'before.stateNotCalled'),
    tone: 'neutral',
  };
}

function callText(lang: Language, { state, name }: CallView): string {
  if (state === 'exhausted') return text(lang, 'before.callExhausted');
  if (name === null) return text(lang, 'before.callWaiting');
  return text(lang, state === 'filled' ? 'before.callFilled' : 'before.callAsking', { name });
}

export const attendanceBeforeRoutes: readonly ReadRoute[] = [attendancePage];
