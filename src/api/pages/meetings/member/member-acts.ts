import { isDecidedAlone } from '../../../../domain/meetings/session/sub-items';
import { canRequestRemote } from '../../../../domain/meetings/agenda/in-time';
import { addDays } from '../../../../domain/time/day';
import { refuse, type Refusal } from '../../../../domain/refusals/refusal';
import { dayText } from '../../../../i18n/dates';
import { text } from '../../../../i18n/texts';
import {
  readOwnActs,
  type OwnActs,
  readRemoteRequests,
  type RemoteRequestView,
} from '../../../../store/queries/meetings/before/before-members';
import { readMeetingHead } from '../../../../store/queries/meetings/plan/overview';
import { rulesOfMeeting } from '../../../../store/queries/meetings/plan/plan-rules';
import {
  readSession,
  type Session,
  type SessionItem,
} from '../../../../store/queries/meetings/session/session';
import { paths } from '../../../paths';
import { refusalWords } from '../../../refusal-words';
import { page, type PageContent, type ReadRoute } from '../../../route';
import { blockedBy, itemOption, labelOf, type Part } from './member-part';
import { reservationView } from './member-reservation';
import { meetingCrumbs, meetingHeading, meetingTabs, ofMeeting, readerOf } from '../overview/overview-head';
import { act, choice, sessionForm, withOrigin } from '../session/session-forms';
import { motionKindOptions } from '../session/session-motions';
import { groundOptions, ownGroundKeys } from '../session/session-sides';

/** What a member or substitute does about a meeting: absence, remote participation, recusal, motions, reservations. */
const participationPage = page({
  path: paths.participation,
  permission: ofMeeting('meeting.read'),
  auditEvent: 'readParticipation',
  template: 'meetings/member-acts',
  view: async (context, { meetingId }): Promise<PageContent<object> | Refusal> => {
    const { em, lang, holder } = context;
    const head = await readMeetingHead(em, meetingId);
    if (head === null) return refuse('not-found');
    const inForce = await rulesOfMeeting(em, head);
    if (inForce === null) return refuse('rules-of-procedure-missing', { day: head.day });
    const session = await readSession(em, head, inForce.rules);
    const personId = holder?.personId ?? '';
    const seat = session.board.find((each) => each.holder?.personId === personId);
    const frame = {
      title: text(lang, 'before.title', { day: dayText(lang, head.day) }),
      heading: meetingHeading(lang, head, text(lang, 'before.lead')),
      breadcrumbs: meetingCrumbs(lang, head),
    };
    const tabs = meetingTabs(lang, head, readerOf(context, head), 'participation');
    if (seat === undefined) return { ...frame, view: { tabs, notSeated: true } };
    const own = await readOwnActs(em, meetingId, personId);
    const request = (await readRemoteRequests(em, meetingId)).find((each) => each.personId === personId);
    const part: Part = { context, head, session, seat, own, address: paths.participation.to({ meetingId }) };
    return {
      ...frame,
      view: {
        tabs,
        absence: absenceView(part),
        remote: remoteView(part, request),
        recusal: recusalView(part),
        motion: motionView(part),
        reservation: reservationView(part),
      },
    };
  },
});

function absenceView(part: Part) {
  const { context, head, seat, own, address } = part;
  const { lang } = context;
  const fields = { meetingId: head.id, seatId: seat.id };
  const blocked = blockedBy(part, 'reportAbsence');
  const words = own.absent
    ? text(lang, 'before.absenceReported')
    : text(lang, seat.kind === 'member' ? 'before.absenceText' : 'before.absenceSubstituteText');
  if (blocked.blocked !== undefined) return { text: words, ...blocked };
  return {
    text: words,
    act: own.absent
      ? act(address, 'withdrawAbsence', text(lang, 'before.absenceWithdrawAct'), fields, {
          variant: 'secondary',
        })
      : act(address, 'reportAbsence', text(lang, 'before.absenceAct'), fields, { variant: 'secondary' }),
  };
}

function remoteView(part: Part, request: RemoteRequestView | undefined) {
  const { context, head, session, seat, own, address } = part;
  const { lang, today } = context;
  // Who is absent does not take part from a distance either.
  if (!session.rules.remoteParticipation || own.absent) return null;
  if (request?.state === 'approved') return { text: text(lang, 'before.remoteApproved') };
  if (request?.state === 'refused')
    return { text: text(lang, 'before.remoteRefused', { reason: request.reason ?? '' }) };
  const blocked = blockedBy(part, 'requestRemote');
  const inTime = canRequestRemote(session.rules, head.day, today);
  const day = dayText(lang, addDays(head.day, -session.rules.remoteRequestDays));
  if (request?.state === 'asked')
    return { text: text(lang, 'before.remoteAsked'), ...askedBack(part, request) };
  const words = text(lang, 'before.remoteText', { day });
  if (blocked.blocked !== undefined) return { text: words, ...blocked };
  if (!inTime.ok) return { text: words, blocked: refusalWords(lang, inTime).detail };
  const fields = { meetingId: head.id, personId: seat.holder?.personId ?? '' };
  return {
    text: words,
    act: act(address, 'requestRemote', text(lang, 'before.remoteAct'), fields, { variant: 'secondary' }),
  };
}

/** M-5: the way back from a request that the chair has not answered. */
function askedBack(part: Part, { id, version }: RemoteRequestView) {
  const { context, address } = part;
  const { lang } = context;
  if (blockedBy(part, 'requestRemote').blocked !== undefined) return {};
  const words = text(lang, 'before.remoteBackConfirm');
  return {
    back: {
      summary: text(lang, 'before.remoteBackAct'),
      text: text(lang, 'before.remoteBackText'),
      act: act(address, 'withdrawRemote', words, { requestId: id, version }, { variant: 'secondary' }),
    },
  };
}

/** Items that are still to be decided. */
const undecided = (session: Session): SessionItem[] =>
  session.items.filter(
    (item) =>
      (item.parentId === null || isDecidedAlone(item, session.items)) &&
      !item.withdrawn &&
      !item.decided &&
      !item.treated,
  );

function recusalView(part: Part) {
  const { context, session, own, seat, address } = part;
  const { lang } = context;
  const grounds = groundOptions(lang, ownGroundKeys);
  const declared = own.recusals.map((recusal) => declaredRecusal(part, recusal, grounds));
  const blocked = blockedBy(part, 'declareRecusal');
  if (blocked.blocked !== undefined) return { declared, ...blocked };
  const { form, of } = sessionForm(context, address, 'declareRecusal', {
    personId: seat.holder?.personId ?? '',
  });
  const items = undecided(session).filter(({ id }) => !own.recusals.some(({ itemId }) => itemId === id));
  return {
    declared,
    form,
    item: choice(of.field('itemId', ''), items.map(itemOption)),
    ground: choice(of.field('ground', 'party'), grounds),
    note: of.field('note', ''),
  };
}

/** One recusal with its way back while it is the reader's own word and the item has not been taken up (KL 6:30). */
function declaredRecusal(
  part: Part,
  { id, itemId, label, ground, decidedBy, from, version }: OwnActs['recusals'][number],
  grounds: ReturnType<typeof groundOptions>,
) {
  const { context, session, address } = part;
  const { lang } = context;
  // Row level security hides a closed item from whoever is recused from it: the approved agenda knows its number.
  const item = labelOf(session, itemId) || label || '–';
  const opened = session.items.some((each) => each.id === itemId && each.treatedOrder !== null);
  const why = grounds.find(({ value }) => value === ground)?.text ?? '';
  const line = withOrigin(lang, text(lang, 'before.recusalLine', { item, ground: why }), from);
  if (opened || blockedBy(part, 'declareRecusal').blocked !== undefined) return { line };
  if (decidedBy !== 'self') return { line, note: text(lang, 'before.recusalByBody') };
  const words = text(lang, 'before.recusalBackConfirm', { item });
  return {
    line,
    back: {
      summary: text(lang, 'before.recusalBackAct', { item }),
      text: text(lang, 'before.recusalBackText'),
      act: act(address, 'withdrawRecusal', words, { recusalId: id, version }, { variant: 'secondary' }),
    },
  };
}

function motionView(part: Part) {
  const { context, session, own, seat, address } = part;
  const { lang } = context;
  const words = text(lang, 'session.motionWithdrawAct');
  const motions = own.motions.map((motion) => ({
    text: `${labelOf(session, motion.itemId)}: ${motion.text}`,
    withdraw: act(
      address,
      'withdrawMotion',
      words,
      { motionId: motion.id, version: motion.version },
      {
        label: text(lang, 'session.actOf', { act: words, name: motion.text }),
        variant: 'tertiary',
      },
    ),
  }));
  const blocked = blockedBy(part, 'handInMotion');
  if (blocked.blocked !== undefined) return { motions, ...blocked };
  const { form, of } = sessionForm(context, address, 'recordMotion', { seatId: seat.id });
  const items = undecided(session).filter(({ id }) => !own.recusals.some(({ itemId }) => itemId === id));
  return {
    motions,
    form,
    item: choice(of.field('itemId', ''), items.map(itemOption)),
    kind: choice(of.field('kind', 'approve'), motionKindOptions(lang)),
    words: of.field('text', ''),
  };
}

export const participationRoutes: readonly ReadRoute[] = [participationPage];
