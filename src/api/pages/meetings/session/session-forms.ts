import type { CommandName } from '../../../../contracts/commands';
import { dateText } from '../../../../i18n/dates';
import { text, type TextKey } from '../../../../i18n/texts';
import type { RecusalOrigin } from '../../../../store/queries/meetings/before/recusal-origin';
import { grantsNothing, outcomes, type Outcome } from '../../../../domain/meetings/session/outcomes';
import type { NamedSeat } from '../../../../store/queries/bodies/composition';
import { formFields, type FieldWords, type FormFields } from '../../../forms';
import type { ReadContext } from '../../../context';
import type { HiddenField } from '../../../render/components';

/** With which outcomes a decision has no points and no condition: assets/js/outcome-fields.ts leaves their fields out. */
export const outcomesWithout = {
  withoutPoints: outcomes.filter(grantsNothing).join(' '),
  withoutCondition: outcomes.filter((value) => value !== 'conditional').join(' '),
};

/** A button that is a form of its own: `{{> meetings/session-act act}}`. */
export interface SessionAct {
  readonly text: string;
  readonly postTo: string;
  readonly fields: readonly HiddenField[];
  /** Says whom it is about, where the button's own text does not. */
  readonly label?: string;
  /** The key that presses it. */
  readonly hotkey?: string;
  readonly variant?: 'primary' | 'secondary' | 'tertiary';
}

interface ActOptions {
  readonly label?: string;
  readonly hotkey?: string;
  readonly variant?: NonNullable<SessionAct['variant']>;
  /** Where to go on; the same page where it is left out. */
  readonly next?: string;
}

/** A button that posts one command and leads back to the page. */
export function act(
  address: string,
  command: CommandName,
  words: string,
  fields: Readonly<Record<string, string | number>>,
  { next = address, ...options }: ActOptions = {},
): SessionAct {
  return {
    text: words,
    postTo: `/gor/${command}`,
    fields: [
      ...hiddenFields(address, next),
      ...Object.entries(fields).map(([name, value]) => ({ name, value })),
    ],
    ...options,
  };
}

/** What every form of the page carries: where it stands and where it leads. */
export function hiddenFields(address: string, next = address): HiddenField[] {
  return [
    { name: '_page', value: address },
    { name: '_next', value: next },
  ];
}

/** A form with fields: `{{> meetings/session-form-head form}}` begins it. */
export interface SessionForm {
  readonly id: string;
  readonly postTo: string;
  readonly refused: boolean;
  readonly fields: readonly HiddenField[];
}

/** The frame of a form of a command, and its fields. */
export function sessionForm(
  context: ReadContext,
  address: string,
  command: CommandName,
  fields: Readonly<Record<string, string | number>>,
): { readonly form: SessionForm; readonly of: FormFields } {
  const of = formFields(context.form, command);
  return {
    of,
    form: {
      id: of.id,
      postTo: of.postTo,
      refused: of.refused,
      fields: [...hiddenFields(address), ...Object.entries(fields).map(([name, value]) => ({ name, value }))],
    },
  };
}

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly selected: boolean;
}

/** A select's field with its options; the chosen one is what was typed, else what is stored. */
export function choice(
  field: FieldWords,
  options: readonly { readonly value: string; readonly text: string }[],
): FieldWords & { readonly options: readonly Option[] } {
  return {
    ...field,
    options: options.map((option) => ({ ...option, selected: option.value === field.value })),
  };
}

/** What is said of a recusal, with the former meeting that it came from with its item (KL 6:30). */
export function withOrigin(lang: ReadContext['lang'], line: string, from: RecusalOrigin | null): string {
  if (from === null) return line;
  const day = dateText(lang, from.day);
  return from.paragraph === null
    ? text(lang, 'before.recusalFromMeeting', { line, day })
    : text(lang, 'before.recusalFrom', { line, day, paragraph: from.paragraph });
}

/** "Karin Ask (L)" */
export function seatName(seat: NamedSeat): string {
  const party = seat.holder?.party ?? '';
  return party === '' ? (seat.name ?? '') : `${seat.name ?? ''} (${party})`;
}

/** What an item came to, in the words of the room and of the minutes. */
export const outcomeTexts: Readonly<Record<Outcome, TextKey>> = {
  approved: 'session.outcomeApproved',
  approvedWithChanges: 'session.outcomeApprovedWithChanges',
  rejected: 'session.outcomeRejected',
  referredBack: 'session.outcomeReferredBack',
  tabled: 'session.outcomeTabled',
  postponed: 'session.outcomePostponed',
  withdrawn: 'session.outcomeWithdrawn',
  noted: 'session.outcomeNoted',
  conditional: 'session.outcomeConditional',
};
