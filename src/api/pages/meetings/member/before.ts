import { hasReached } from '../../../../domain/meetings/phases';
import { refuse, type Refusal } from '../../../../domain/refusals/refusal';
import type { AccessObject } from '../../../../domain/access/capacities';
import { clockText, dayText, momentText } from '../../../../i18n/dates';
import { text, type TextKey } from '../../../../i18n/texts';
import { readComposition, type NamedSeat } from '../../../../store/queries/bodies/composition';
import {
  readAsk,
  readCalls,
  readRemoteRequest,
  type CallView,
} from '../../../../store/queries/meetings/before/before-members';
import { readMeetingHead, type MeetingHead } from '../../../../store/queries/meetings/plan/overview';
import { readExpected, type Expected } from '../../../../store/queries/meetings/session/session-side-rows';
import type { ReadContext } from '../../../context';
import { paths } from '../../../paths';
import type { StatusTag } from '../../../render/components';
import { page, type PageContent, type ReadRoute } from '../../../route';
import { meetingCrumbs, meetingHeading, meetingTabs, ofMeeting, readerOf } from '../overview/overview-head';
import { act, seatName, sessionForm, type SessionAct } from '../session/session-forms';

/** What the substitute answered, said back. */
const answerWords = {
  accepted: 'before.askAccepted',
  declined: 'before.askDeclined',
  expired: 'before.askExpired',
} as const satisfies Record<string, TextKey>;

/** A substitute answers whether they can serve, from the letter's link or the task (M-5). */
const askPage = page({
  path: paths.substituteAsk,
  permission: {
    act: 'substitute.answer',
    object: async ({ em }, { askId }): Promise<AccessObject | Refusal> => {
      const ask = await readAsk(em, askId);
      return ask === null ? refuse('not-found') : { bodyId: ask.bodyId, ownerIds: [ask.personId] };
    },
  },
  auditEvent: 'readSubstituteAsk',
  template: 'meetings/before-ask',
  view: async (context, { askId }): Promise<PageContent<object> | Refusal> => {
    const { em, lang } = context;
    const ask = await readAsk(em, askId);
    if (ask === null) return refuse('not-found');
    const address = paths.substituteAsk.to({ askId });
    const open = ask.answer === null && ask.callState === 'asking' && !ask.opened;
    const unanswered = ask.opened ? 'before.askTooLate' : 'before.askNotNeeded';
    const answer = (words: string, value: string, variant: 'primary' | 'secondary') =>
      act(address, 'answerSubstituteAsk', words, { askId, answer: value }, { variant });
    return {
      title: text(lang, ask.answer === null ? 'before.askTitle' : 'before.askAnswered'),
      view: {
        lines: [
          text(lang, 'before.askText', {
            body: ask.body,
            day: dayText(lang, ask.day),
            time: clockText(lang, ask.startTime),
          }),
          text(lang, 'before.askFor', { name: ask.member }),
          open
            ? text(lang, 'before.askBy', { moment: momentText(lang, ask.answerBy) })
            : text(lang, ask.answer === null ? unanswered : answerWords[ask.answer]),
          ...(open || ask.answer === null ? [] : [text(lang, 'before.askAnsweredText')]),
        ],
        acts: open
          ? [
              answer(text(lang, 'before.askAccept'), 'accepted', 'primary'),
              answer(text(lang, 'before.askDecline'), 'declined', 'secondary'),
            ]
          : [],
      },
    };
  },
});

/** The chair answers a member who wants to take part remotely (KL 6:24). */
const remotePage = page({
  path: paths.remoteRequest,
  permission: {
    act: 'remote.decide',
    object: async ({ em }, { requestId }): Promise<AccessObject | Refusal> => {
      const request = await readRemoteRequest(em, requestId);
      return request === null ? refuse('not-found') : { bodyId: request.bodyId };
    },
  },
  auditEvent: 'readRemoteRequest',
  template: 'meetings/before-remote',
  view: async (context, { requestId }): Promise<PageContent<object> | Refusal> => {
    const { em, lang } = context;
    const request = await readRemoteRequest(em, requestId);
    const head = request === null ? null : await readMeetingHead(em, request.meetingId);
    if (request === null || head === null) return refuse('not-found');
    const address = paths.remoteRequest.to({ requestId });
    const open = request.state === 'asked';
    const { form, of } = sessionForm(context, address, 'decideRemote', {
      requestId,
      version: request.version,
    });
    return {
      title: text(lang, 'before.remoteTitle', { name: request.name }),
      heading: meetingHeading(lang, head, text(lang, open ? 'before.remoteDecideText' : 'before.remoteDone')),
      breadcrumbs: meetingCrumbs(lang, head),
      view: open ? { form, reason: of.field('reason', '') } : {},
    };
  },
});

/** Who is expected, for the secretary: absences, calls for substitutes, remote participation. */
const attendancePage = page({
  path: paths.attendanceBefore,
  permission: ofMeeting('agenda.write'),
  auditEvent: 'readAttendanceBefore',
  template: 'meetings/before-attendance',
  view: async (context, { meetingId }): Promise<PageContent<object> | Refusal> => {
    const { em, lang } = context;
    const head = await readMeetingHead(em, meetingId);
    if (head === null) return refuse('not-found');
    const board = await readComposition(em, head.bodyId, head.day);
    const expected = await readExpected(em, meetingId);
    const calls = await readCalls(em, meetingId);
    return {
      title: text(lang, 'before.attendanceTitle', { day: dayText(lang, head.day) }),
      heading: meetingHeading(lang, head, text(lang, 'before.attendanceLead')),
      breadcrumbs: meetingCrumbs(lang, head),
      view: {
        tabs: meetingTabs(lang, head, readerOf(context, head), 'attendance'),
        rows: board
          .filter(({ holder }) => holder !== null)
          .map((seat) => rowOf(context, head, seat, expected, calls)),
      },
    };
  },
});

interface AttendanceRow {
  readonly name: string;
  readonly principal: string;
  readonly state: StatusTag;
  readonly call: string;
  readonly act?: SessionAct;
}

function rowOf(
  { lang }: ReadContext,
  head: MeetingHead,
  seat: NamedSeat,
  expected: Expected,
  calls: readonly CallView[],
): AttendanceRow {
  const absent = expected.absent.has(seat.id);
  const remote = expected.remote.has(seat.holder?.personId ?? '');
  const call = calls.find(({ seatId }) => seatId === seat.id);
  const address = paths.attendanceBefore.to({ meetingId: head.id });
  const fields = { meetingId: head.id, seatId: seat.id };
  const name = seat.name ?? '';
  return {
    name: seatName(seat),
    principal: seat.principal,
    state: {
      text: text(lang, absent ? 'before.stateAbsent' : remote ? 'before.stateRemote' : 'before.stateComing'),
      tone: absent ? 'warning' : 'neutral',
    },
    call: call === undefined ? '' : callText(lang, call),
    ...(hasReached(head.phase, 'inSession')
      ? {}
      : {
          act: absent
            ? act(address, 'withdrawAbsence', text(lang, 'before.absenceWithdrawAct'), fields, {
                label: text(lang, 'before.withdrawFor', { name }),
                variant: 'tertiary',
              })
            : act(address, 'reportAbsence', text(lang, 'before.absenceAct'), fields, {
                label: text(lang, 'before.reportFor', { name }),
                variant: 'tertiary',
              }),
        }),
  };
}

function callText(lang: ReadContext['lang'], { state, name }: CallView): string {
  if (state === 'exhausted') return text(lang, 'before.callExhausted');
  if (name === null) return text(lang, 'before.callWaiting');
  return text(lang, state === 'filled' ? 'before.callFilled' : 'before.callAsking', { name });
}

export const beforeRoutes: readonly ReadRoute[] = [askPage, remotePage, attendancePage];
