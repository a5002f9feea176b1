import { canMove, hasReached } from '../../../../domain/meetings/phases';
import { dayText } from '../../../../i18n/dates';
import type { Language } from '../../../../i18n/languages';
import { listText } from '../../../../i18n/numbers';
import { text } from '../../../../i18n/texts';
import type { MeetingHead } from '../../../../store/queries/meetings/plan/overview';
import type { Session, SessionItem } from '../../../../store/queries/meetings/session/session';
import type { VerificationPlanView } from '../../../../store/queries/meetings/session/session-side-rows';
import type { ReadContext } from '../../../context';
import { paths } from '../../../paths';
import { refusalWords } from '../../../refusal-words';
import type { HiddenField, NextStep } from '../../../render/components';
import { hiddenFields } from './session-forms';
import type { Replacement } from './session-substitutes';

/** Whether the body is to decide the item: a matter for decision, or a formal item with a proposal. */
const asksDecision = ({ kind, points }: SessionItem): boolean => kind === 'decision' || points.length > 0;

/** Whether the item that is open still waits for the body to decide it. */
export function awaitsDecision(session: Session): boolean {
  const { current } = session;
  return current !== null && asksDecision(current) && !current.decided;
}

/** What the minutes would lack, and the room. */
export interface SessionWaits {
  /** Who was called to an item that was taken up and is not recorded as there. */
  readonly unrecorded: readonly { readonly name: string; readonly itemId: string }[];
  /** The item that is open has more than one thing to choose between, and no order of propositions (KL 5:66). */
  readonly orderOfPropositions: boolean;
  /** Who is to go in for a recused member at the item that is open. */
  readonly replacement: Replacement | null;
}

/** Which act comes next in the session, for the secretary who runs it (M-6). */
export function sessionStep(
  { lang, today }: ReadContext,
  head: MeetingHead,
  session: Session,
  plan: VerificationPlanView | null,
  address: string,
  waits: SessionWaits,
): NextStep {
  const who = text(lang, 'sessionSteps.whoSecretary');
  const fields = [...hiddenFields(address), { name: 'meetingId', value: head.id }];
  if (!hasReached(head.phase, 'inSession')) {
    const verdict = canMove(head.phase, 'openMeeting');
    if (!verdict.ok)
      return { title: text(lang, 'sessionSteps.notYetTitle'), blocked: refusalWords(lang, verdict).detail };
    const days = { today: dayText(lang, today), day: dayText(lang, head.day) };
    return {
      title: text(lang, 'sessionSteps.openTitle'),
      text:
        today === head.day
          ? text(lang, 'sessionSteps.openText')
          : text(lang, 'sessionSteps.openOtherDay', days),
      who,
      rule: 'KL 6:23',
      action: { text: text(lang, 'sessionSteps.openAct'), postTo: '/gor/openMeeting', fields },
    };
  }
  if (hasReached(head.phase, 'closed')) {
    return {
      title: text(lang, 'sessionSteps.closedTitle'),
      text: text(
        lang,
        hasReached(head.phase, 'verified') ? 'sessionSteps.sessionVerified' : 'sessionSteps.closedText',
      ),
      action: {
        text: text(lang, 'sessionSteps.closedAct'),
        href: `${paths.meeting.to({ meetingId: head.id })}/protokoll`,
      },
    };
  }
  if (session.events.length === 0)
    return {
      title: text(lang, 'sessionSteps.rollTitle'),
      text: text(lang, 'sessionSteps.rollText'),
      who,
      action: { text: text(lang, 'session.rollHeading'), href: '#upprop' },
    };
  const { current, next } = session;
  if (current?.voting === true)
    return {
      title: text(lang, 'sessionSteps.votingTitle', { item: current.label }),
      text: text(lang, current.voted ? 'sessionSteps.votingClose' : 'sessionSteps.votingCast'),
      who,
      action: { text: text(lang, 'sessionSteps.votingAct'), href: '#votering' },
    };
  if (current !== null && waits.replacement !== null && awaitsDecision(session))
    return replacementStep(lang, current, waits.replacement, fields);
  if (current !== null && waits.orderOfPropositions)
    return {
      title: text(lang, 'sessionSteps.orderTitle', { item: current.label }),
      text: text(lang, 'sessionSteps.orderText'),
      who,
      rule: 'KL 5:66',
      action: { text: text(lang, 'sessionSteps.orderAct'), href: '#setPropositions' },
    };
  if (current !== null && awaitsDecision(session))
    return {
      title: text(lang, 'sessionSteps.decideTitle', { item: current.label }),
      text: current.title,
      who,
      action: { text: text(lang, 'session.decisionHeading'), href: '#beslut' },
    };
  const undecided = session.items.find(
    (item) => asksDecision(item) && item.treatedOrder !== null && !item.decided && !item.withdrawn,
  );
  const upcoming = next ?? undecided;
  if (upcoming !== undefined)
    return {
      title: text(lang, 'sessionSteps.nextItemTitle', { item: upcoming.label }),
      text: upcoming.title,
      who,
      action: {
        text: text(lang, 'session.takeNext', { item: upcoming.label }),
        postTo: '/gor/takeItem',
        fields: [...hiddenFields(address), { name: 'itemId', value: upcoming.id }],
        // With an item up its own panel has the key, where the hands are.
        ...(current === null ? { hotkey: 'n' } : {}),
      },
    };
  if (plan === null)
    return {
      title: text(lang, 'sessionSteps.verificationTitle'),
      text: text(lang, 'session.verificationMissing'),
      who,
      rule: 'KL 5:69',
      action: { text: text(lang, 'sessionSteps.verificationSet'), href: '#justering' },
    };
  return {
    title: text(lang, 'sessionSteps.closeTitle'),
    text: [text(lang, 'sessionSteps.closeText'), ...unrecordedText(lang, session, waits)].join(' '),
    who,
    action: { text: text(lang, 'sessionSteps.closeAct'), postTo: '/gor/closeMeeting', fields },
  };
}

/** Without the substitute the seat is empty when the item is decided. */
function replacementStep(
  lang: Language,
  item: SessionItem,
  { member, substitute }: Replacement,
  fields: readonly HiddenField[],
): NextStep {
  const name = substitute.name ?? '';
  return {
    title: text(lang, 'sessionSteps.substituteTitle', { name, item: item.label }),
    text: text(lang, 'sessionSteps.substituteText', { name, member: member.name ?? '' }),
    who: text(lang, 'sessionSteps.whoSecretary'),
    rule: 'KL 6:16',
    action: {
      text: text(lang, 'session.actSeat', { name: member.name ?? '' }),
      postTo: '/gor/recordPresence',
      fields: [
        ...fields,
        { name: 'events[0].kind', value: 'seated' },
        { name: 'events[0].seatId', value: substitute.id },
        { name: 'events[0].forSeatId', value: member.id },
      ],
    },
  };
}

/** The minutes would say that somebody informed the body who was not there (M-6, M-9). */
function unrecordedText(lang: Language, { items }: Session, { unrecorded }: SessionWaits): string[] {
  if (unrecorded.length === 0) return [];
  const people = [...new Set(unrecorded.map(({ name }) => name))].map((name) => {
    const labels = items
      .filter(({ id }) => unrecorded.some((each) => each.name === name && each.itemId === id))
      .map(({ label }) => label);
    return text(lang, 'sessionSteps.unrecordedPerson', { name, items: listText(lang, labels) });
  });
  return [text(lang, 'sessionSteps.unrecorded', { people: listText(lang, people) })];
}
