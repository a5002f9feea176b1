import { text, type TextKey } from '../../../../i18n/texts';
import type { NamedSeat } from '../../../../store/queries/bodies/composition';
import type { Session } from '../../../../store/queries/meetings/session/session';
import type { Expected } from '../../../../store/queries/meetings/session/session-side-rows';
import type { ReadContext } from '../../../context';
import { seatName, sessionForm, type SessionForm } from './session-forms';

interface RollRow {
  readonly name: string;
  readonly principal: string;
  readonly note: string;
  readonly seatField: string;
  readonly seatId: string;
  readonly options: readonly {
    readonly id: string;
    readonly name: string;
    readonly value: string;
    readonly text: string;
    readonly checked: boolean;
  }[];
}

export interface RollView {
  readonly form: SessionForm;
  readonly groups: readonly { readonly caption: string; readonly rows: readonly RollRow[] }[];
}

/** The roll call: everyone with what is presumed of them, in one form. */
export function rollView(
  context: ReadContext,
  session: Session,
  expected: Expected,
  address: string,
  groups: readonly { readonly caption: string; readonly seats: readonly NamedSeat[] }[],
): RollView {
  const { lang } = context;
  const { form, of } = sessionForm(context, address, 'recordRollCall', { meetingId: session.meetingId });
  let index = -1;
  const rowOf = (seat: NamedSeat): RollRow => {
    index += 1;
    const field = of.field(`seats[${index}].mode`, presumed(seat, expected));
    const absent = expected.absent.has(seat.id);
    const called = expected.called.has(seat.id);
    return {
      name: seatName(seat),
      principal: seat.principal,
      note: absent ? text(lang, 'session.reportedAbsent') : called ? text(lang, 'session.calledIn') : '',
      seatField: `seats[${index}].seatId`,
      seatId: seat.id,
      options: rollModes.map(({ value, key }) => ({
        id: `${field.id}-${value}`,
        name: field.name,
        value,
        text: text(lang, key),
        checked: field.value === value,
      })),
    };
  };
  return { form, groups: groups.map(({ caption, seats }) => ({ caption, rows: seats.map(rowOf) })) };
}

const rollModes: readonly { readonly value: string; readonly key: TextKey }[] = [
  { value: 'room', key: 'session.inRoom' },
  { value: 'remote', key: 'session.remote' },
  { value: 'absent', key: 'session.absent' },
];

/** What the roll call begins from: members are expected, substitutes where they were called in. */
function presumed(seat: NamedSeat, { absent, called, remote }: Expected): string {
  if (absent.has(seat.id)) return 'absent';
  if (seat.kind === 'substitute' && !called.has(seat.id)) return 'absent';
  return remote.has(seat.holder?.personId ?? '') ? 'remote' : 'room';
}
