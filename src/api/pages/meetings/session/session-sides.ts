import { isDecidedAlone } from '../../../../domain/meetings/session/sub-items';
import {
  recusalDeciders,
  recusalGrounds,
  type RecusalDecider,
  type RecusalGround,
} from '../../../../domain/meetings/session/recusal';
import { moveForwardIfNonWorking } from '../../../../domain/time/holidays';
import { addDays } from '../../../../domain/time/day';
import { dayAndTimeText } from '../../../../i18n/dates';
import { listText } from '../../../../i18n/numbers';
import { text, type TextKey } from '../../../../i18n/texts';
import type { MeetingHead } from '../../../../store/queries/meetings/plan/overview';
import {
  attendanceNow,
  presidingSeat,
  type Session,
  type SessionItem,
} from '../../../../store/queries/meetings/session/session';
import type {
  AttendeeView,
  CalledPerson,
  VerificationPlanView,
} from '../../../../store/queries/meetings/session/session-side-rows';
import type { NamedSeat } from '../../../../store/queries/bodies/composition';
import type { ReadContext } from '../../../context';
import { act, choice, seatName, sessionForm, withOrigin } from './session-forms';

/** How long after the meeting a body commonly verifies, as the form's first proposal. */
const USUAL_DAYS = 10;

const groundKeys: Readonly<Record<(typeof recusalGrounds)[number], TextKey>> = {
  party: 'session.groundParty',
  representative: 'session.groundRepresentative',
  supervision: 'session.groundSupervision',
  other: 'before.groundOther',
};

/** The same grounds as the person concerned reads them. */
export const ownGroundKeys: typeof groundKeys = {
  party: 'before.groundParty',
  representative: 'before.groundRepresentative',
  supervision: 'before.groundSupervision',
  other: 'before.groundOther',
};

const howKeys: Readonly<Record<RecusalDecider, TextKey>> = {
  self: 'session.recusalHowSelf',
  body: 'session.recusalHowBody',
  bodyDismissed: 'session.recusalHowDismissed',
};

const lineKeys: Readonly<Record<RecusalDecider, TextKey>> = {
  self: 'session.recusalLineSelf',
  body: 'session.recusalLineBody',
  bodyDismissed: 'session.recusalLineDismissed',
};

/** What a ground of recusal is called by whoever reads of another. */
export function groundText(lang: ReadContext['lang'], ground: RecusalGround): string {
  return text(lang, groundKeys[ground]);
}

/** The grounds of recusal as a select offers them: to the person it is about, or to whoever records it of another. */
export function groundOptions(lang: ReadContext['lang'], keys = groundKeys) {
  return recusalGrounds.map((value) => ({ value, text: text(lang, keys[value]) }));
}

/** The agenda beside the room: how far each item has come, and which can be taken. */
export function agendaView({ lang }: ReadContext, session: Session, shown: string | null, address: string) {
  return session.items
    .filter((item) => item.parentId === null || isDecidedAlone(item, session.items))
    .map((item) => ({
      sub: item.parentId !== null,
      label: item.label,
      title: item.title,
      href: `${address}?punkt=${item.id}`,
      current: item.id === shown,
      state: text(lang, stateKey(session, item)),
      done: item.decided || (item.treated && item.kind !== 'decision'),
      ...(item.withdrawn ||
      item.decided ||
      item.voted ||
      item.id === session.current?.id ||
      session.events.length === 0 ||
      waitsForItsItem(session, item)
        ? {}
        : {
            take: act(
              address,
              'takeItem',
              text(lang, 'session.takeAct'),
              { itemId: item.id },
              {
                label: text(lang, 'session.takeNext', { item: item.label }),
                variant: 'tertiary' as const,
              },
            ),
          }),
    }));
}

/** A sub-item is taken up when its item has been. */
function waitsForItsItem({ items }: Session, { parentId }: SessionItem): boolean {
  return parentId !== null && items.find(({ id }) => id === parentId)?.treatedOrder === null;
}

function stateKey(session: Session, item: SessionItem): TextKey {
  if (item.withdrawn) return 'session.itemWithdrawn';
  if (item.treatedOrder === null) return 'session.itemWaiting';
  if (item.decided) return 'session.itemDone';
  if (item.id === session.current?.id) return 'session.itemOpen';
  return item.kind === 'decision' ? 'session.itemUndecided' : 'session.itemDone';
}

/** Who verifies the minutes, when and where: as decided, or as the form proposes it (M-10). */
export function verificationView(
  context: ReadContext,
  head: MeetingHead,
  session: Session,
  plan: VerificationPlanView | null,
  address: string,
) {
  const { lang } = context;
  const { form, of } = sessionForm(context, address, 'setVerification', { meetingId: head.id });
  const attendance = attendanceNow(session);
  const presiding = attendance === null ? null : presidingSeat(session, attendance);
  const serving = (attendance?.seats ?? []).flatMap(({ servedBy }) =>
    servedBy?.holder === null || servedBy === null || servedBy.id === presiding?.id
      ? []
      : [servedBy as NamedSeat],
  );
  const vice = serving.find(({ holder }) => holder?.office === 'viceChair') ?? serving[0];
  const count = session.rules.verifiersCount;
  const options = serving.map((seat) => ({ value: seat.holder?.personId ?? '', text: seatName(seat) }));
  return {
    form,
    line:
      plan === null
        ? text(lang, 'session.verificationMissing')
        : text(lang, 'session.verificationLine', {
            names: listText(lang, [...plan.names]),
            day: dayAndTimeText(lang, plan.day, plan.time),
            place: plan.place,
          }),
    open: plan === null && (session.current?.templateKey === 'verifier' || session.next === null),
    verifiers: Array.from({ length: count }, (_each, index) =>
      choice(
        of.field(
          `verifierIds[${index}]`,
          plan?.verifierIds[index] ?? (index === 0 ? vice?.holder?.personId : ''),
        ),
        options,
      ),
    ),
    day: of.field('day', plan?.day ?? moveForwardIfNonWorking(addDays(head.day, USUAL_DAYS))),
    time: of.field('time', plan?.time ?? '13:00'),
    place: of.field('place', plan?.place ?? head.place),
  };
}

/** Others in the room, adjournments and recusals decided by the body. */
export function sidesView(
  context: ReadContext,
  session: Session,
  item: SessionItem | null,
  { attendees, called }: { attendees: readonly AttendeeView[]; called: readonly CalledPerson[] },
  address: string,
) {
  const { meetingId } = session;
  const attendee = sessionForm(context, address, 'recordAttendee', { meetingId });
  const pause = sessionForm(context, address, 'adjourn', { meetingId });
  const here = attendees.filter(({ itemId }) => itemId === null || itemId === item?.id);
  return {
    attendees: here.map(({ name, capacity }) => `${name}, ${capacity}`),
    called: item === null ? [] : calledActs(context, session, item, called, address),
    attendee: {
      form: attendee.form,
      name: attendee.of.field('name', ''),
      capacity: attendee.of.field('capacity', ''),
      itemId: item?.id ?? null,
      here: attendee.of.ticked('itemId', false),
    },
    adjourn: { form: pause.form, minutes: pause.of.field('minutes', '10') },
    recusal: item === null || item.decided ? null : recusalView(context, session, item, address),
  };
}

/** One button for each who was called to the item: nobody types what the summons says. */
function calledActs(
  { lang }: ReadContext,
  session: Session,
  item: SessionItem,
  called: readonly CalledPerson[],
  address: string,
) {
  const seated = new Set(session.board.map(({ holder }) => holder?.personId));
  return called
    .filter(({ personId }) => !seated.has(personId))
    .map(({ personId, name, title }) => {
      // The minutes are in Swedish by law, whatever language their writer reads.
      const capacity = title ?? text('sv', 'session.presenterCapacity');
      return act(
        address,
        'recordAttendee',
        text(lang, 'session.calledAct', { name, capacity, item: item.label }),
        { meetingId: session.meetingId, itemId: item.id, personId, name, capacity },
        { variant: 'secondary' as const },
      );
    });
}

function recusalView(context: ReadContext, session: Session, item: SessionItem, address: string) {
  const { form, of } = sessionForm(context, address, 'declareRecusal', { itemId: item.id });
  const people = session.board.flatMap((seat) =>
    seat.holder === null ? [] : [{ value: seat.holder.personId, text: seatName(seat) }],
  );
  return {
    form,
    person: choice(of.field('personId', ''), people),
    ground: choice(of.field('ground', 'party'), groundOptions(context.lang)),
    note: of.field('note', ''),
    how: choice(of.field('decidedBy', 'self'), howOptions(context.lang)),
    standing: standingRecusals(context, session, item, address),
  };
}

function howOptions(lang: ReadContext['lang']) {
  return recusalDeciders.map((value) => ({ value, text: text(lang, howKeys[value]) }));
}

/** What is recorded of recusals in the item, each with its way back. */
function standingRecusals({ lang }: ReadContext, session: Session, item: SessionItem, address: string) {
  return session.recusals
    .filter(
      ({ itemId, withdrawn, decidedBy }) =>
        itemId === item.id && (!withdrawn || decidedBy === 'bodyDismissed'),
    )
    .map(({ id, version, seatId, decidedBy, from }) => {
      const name = session.board.find((seat) => seat.id === seatId)?.name ?? '';
      const line = withOrigin(lang, text(lang, lineKeys[decidedBy], { name }), from);
      const words = text(lang, 'session.recusalTakeBack');
      const label = text(lang, 'session.actOf', { act: words, name: line });
      const fields = { recusalId: id, version };
      return {
        line,
        takeBack: act(address, 'withdrawRecusal', words, fields, { label, variant: 'tertiary' }),
      };
    });
}
