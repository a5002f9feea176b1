import { z } from 'zod';
import { hasReached } from '../../../../domain/meetings/phases';
import type { StatementKind } from '../../../../domain/meetings/session/reservations';
import type { RulesOfProcedure } from '../../../../domain/bodies/rules-of-procedure';
import { refuse, type Refusal } from '../../../../domain/refusals/refusal';
import { dayText } from '../../../../i18n/dates';
import { text } from '../../../../i18n/texts';
import { readMeetingHead, type MeetingHead } from '../../../../store/queries/meetings/plan/overview';
import { rulesOfMeeting } from '../../../../store/queries/meetings/plan/plan-rules';
import {
  attendanceAt,
  presidingSeat,
  readSession,
  type Session,
  type SessionItem,
} from '../../../../store/queries/meetings/session/session';
import { readItemRows } from '../../../../store/queries/meetings/session/session-item-rows';
import {
  readAttendees,
  readCalledTo,
  readUnrecorded,
  readExpected,
  readPossibleOwners,
  readVerificationPlan,
} from '../../../../store/queries/meetings/session/session-side-rows';
import type { ReadContext } from '../../../context';
import { paths } from '../../../paths';
import { page, type PageContent, type ReadRoute } from '../../../route';
import { meetingCrumbs, meetingHeading, ofMeeting } from '../overview/overview-head';
import { decisionView, statementsView } from './session-decision';
import { act } from './session-forms';
import { asksOrder, motionsView, propositionsView, votesView, type ItemPanel } from './session-motions';
import { roomView } from './session-room';
import { agendaView, sidesView, verificationView } from './session-sides';
import { presidingView } from './session-presiding';
import { awaitsDecision, sessionStep } from './session-steps';
import { replacementNow } from './session-substitutes';

/** The live meeting on one page, run from the keyboard; every act is a plain form (M-6, M-7, M-8). */
const sessionPage = page({
  path: paths.session,
  permission: ofMeeting('session.run'),
  auditEvent: 'readSession',
  template: 'meetings/session',
  query: z.object({ punkt: z.uuid().optional() }),
  view: async (context, { meetingId }, { punkt }): Promise<PageContent<object> | Refusal> => {
    const { em, lang } = context;
    const head = await readMeetingHead(em, meetingId);
    if (head === null) return refuse('not-found');
    const inForce = await rulesOfMeeting(em, head);
    if (inForce === null) return refuse('rules-of-procedure-missing', { day: head.day });
    const session = await readSession(em, head, inForce.rules);
    const plan = await readVerificationPlan(em, meetingId);
    const address = paths.session.to({ meetingId });
    const live = head.phase === 'inSession';
    const unrecorded = live && session.next === null ? await readUnrecorded(em, meetingId) : [];
    const room = live ? await liveView(context, head, session, plan, address, punkt) : null;
    const waits = {
      unrecorded,
      orderOfPropositions: room?.item?.asksOrder === true,
      replacement: live ? replacementNow(session) : null,
    };
    return {
      title: text(lang, 'session.title', { day: dayText(lang, head.day) }),
      heading: meetingHeading(lang, head),
      nextStep: sessionStep(context, head, session, plan, address, waits),
      breadcrumbs: meetingCrumbs(lang, head),
      view: live
        ? { live, address, ...room }
        : {
            live,
            summary: hasReached(head.phase, 'closed') ? agendaView(context, session, null, address) : [],
          },
    };
  },
});

async function liveView(
  context: ReadContext,
  head: MeetingHead,
  session: Session,
  plan: Awaited<ReturnType<typeof readVerificationPlan>>,
  address: string,
  wanted: string | undefined,
) {
  const { em } = context;
  const chosen = session.items.find(({ id }) => id === wanted);
  const shown = chosen ?? session.current;
  const expected = await readExpected(em, head.id);
  const item = shown ?? session.next;
  const others = {
    attendees: await readAttendees(em, head.id),
    called: item === null ? [] : await readCalledTo(em, item.id),
  };
  return {
    room: roomView(context, session, expected, address),
    agenda: agendaView(context, session, shown?.id ?? null, address),
    item: shown === null ? null : await itemView(context, head, session, shown, address),
    presiding: session.events.length === 0 ? null : presidingView(context, head, session, address),
    verification:
      session.events.length === 0 ? null : verificationView(context, head, session, plan, address),
    sides: sidesView(context, session, item, others, address),
  };
}

async function itemView(
  context: ReadContext,
  head: MeetingHead,
  session: Session,
  item: SessionItem,
  address: string,
) {
  const { em, lang } = context;
  const heading = text(lang, 'session.itemHeading', { item: item.label, title: item.title });
  const summary = {
    heading,
    registryNumber: item.registryNumber,
    summary: item.summary,
    points: item.points,
    presenters: item.presenters.map(({ name }) => name).join(', '),
  };
  const attendance = attendanceAt(session, item.id);
  if (attendance === null) return { ...summary, opened: false, asksOrder: false };
  const own = item.id === session.current?.id ? address : `${address}?punkt=${item.id}`;
  const panel: ItemPanel = {
    context,
    address: own,
    item,
    rows: await readItemRows(em, item.id),
    attendance,
    presidingSeatId: presidingSeat(session, attendance)?.id ?? null,
  };
  const owners = await readPossibleOwners(em, head.bodyId, head.day);
  const kinds = statementKinds(session.rules);
  const { serving, needed } = attendance.quorum;
  return {
    ...summary,
    opened: true,
    quorum: text(lang, 'session.quorum', { serving, needed }),
    notQuorate: !attendance.quorum.quorate,
    recused: attendance.recused
      .map((seat) => session.board.find(({ id }) => id === seat.id)?.name ?? '')
      .join(', '),
    motions: motionsView(panel),
    propositions: propositionsView(panel),
    asksOrder: item.id === session.current?.id && asksOrder(panel),
    votes: votesView(panel),
    decision: decisionView(panel, owners, head.day, session.rules.appealWeeks),
    statements: statementsView(panel, kinds),
    ...nextAct(context, session, item, address),
  };
}

/** The item after this one, at hand where the hands are. */
function nextAct({ lang }: ReadContext, session: Session, item: SessionItem, address: string) {
  const { next } = session;
  if (next === null || item.id !== session.current?.id || awaitsDecision(session)) return {};
  const words = text(lang, 'session.takeNext', { item: next.label });
  return {
    next: act(address, 'takeItem', words, { itemId: next.id }, { hotkey: 'n', variant: 'primary' }),
  };
}

function statementKinds(rules: RulesOfProcedure): StatementKind[] {
  return [
    ...(rules.reservations ? (['reservation'] as const) : []),
    ...(rules.separateStatements ? (['separateStatement'] as const) : []),
    ...(rules.minutesNotes ? (['minutesNote'] as const) : []),
  ];
}

export const sessionRoutes: readonly ReadRoute[] = [sessionPage];
