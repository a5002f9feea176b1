import { isClockTime } from '../time/stockholm';
import type { RulesOfProcedure } from './rules-of-procedure';

/** What values a setting takes; `says` is what a fault tells about them. */
interface FieldRule {
  readonly says: string;
  readonly accepts: (value: unknown) => boolean;
}

const yesNo: FieldRule = { says: 'true | false', accepts: (value) => typeof value === 'boolean' };

const wholeNumber = (from: number, to: number): FieldRule => ({
  says: `${from}-${to}`,
  accepts: (value) => Number.isInteger(value) && (value as number) >= from && (value as number) <= to,
});

const wholeNumberOrNone = (from: number, to: number): FieldRule => ({
  says: `${from}-${to} | null`,
  accepts: (value) => value === null || wholeNumber(from, to).accepts(value),
});

const oneOf = (...words: readonly string[]): FieldRule => ({
  says: words.join(' | '),
  accepts: (value) => typeof value === 'string' && words.includes(value),
});

const clock: FieldRule = {
  says: 'HH:MM',
  accepts: (value) => typeof value === 'string' && isClockTime(value),
};

const decision: FieldRule = {
  says: 'text | null',
  accepts: (value) => value === null || (typeof value === 'string' && value.trim() !== ''),
};

const order = oneOf('paired', 'partyFirst', 'list');
const period = oneOf('meeting', 'year', 'term');

const orderByPrincipal: FieldRule = {
  says: `{ principal: ${order.says} }`,
  accepts: (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(order.accepts),
};

const reminderDays: FieldRule = {
  says: '[days, ...]',
  accepts: (value) => Array.isArray(value) && value.length <= 5 && value.every(wholeNumber(0, 60).accepts),
};

const LONGEST_LINE = 120;
const addressLines: FieldRule = {
  says: `[text, ...]`,
  accepts: (value) =>
    Array.isArray(value) &&
    value.length <= 6 &&
    value.every((line) => typeof line === 'string' && line.trim() !== '' && line.length <= LONGEST_LINE),
};

/** The settings of B-1 with what each accepts. A setting added to the type does not compile before it is here. */
export const rulesFields: Readonly<Record<keyof RulesOfProcedure, FieldRule>> = {
  municipalLaw: yesNo,
  openMeetings: yesNo,
  submissionDeadlineDays: wholeNumber(0, 120),
  submissionDeadlineTime: clock,
  submissionReminderDays: wholeNumber(0, 60),
  workingCommitteeDays: wholeNumberOrNone(1, 120),
  paperDays: wholeNumber(0, 60),
  summonsDays: wholeNumber(0, 60),
  lateSummons: oneOf('warn', 'refuse'),
  summonsReminderDays: wholeNumber(0, 60),
  unopenedSummonsDays: wholeNumber(0, 60),
  remoteParticipation: yesNo,
  remoteParticipationDecision: decision,
  remoteRequestDays: wholeNumber(0, 60),
  substituteAnswerHours: wholeNumber(1, 336),
  substituteOrder: order,
  substituteOrderByPrincipal: orderByPrincipal,
  lateMemberTakesSeat: yesNo,
  leaverMayNotReturn: yesNo,
  quorum: oneOf('moreThanHalfOfSeats', 'anyPresent'),
  agendaNumbering: period,
  paragraphNumbering: period,
  withdrawnItemKeepsNumber: yesNo,
  verifiersCount: wholeNumber(0, 10),
  verificationDays: wholeNumber(1, 60),
  verificationReminderDays: reminderDays,
  digitalVerification: yesNo,
  digitalVerificationDecision: decision,
  noticeBoards: oneOf('everyPrincipal', 'hostPrincipal', 'none'),
  noticeWithinDays: wholeNumber(0, 60),
  appealWeeks: wholeNumber(0, 52),
  appealCourt: decision,
  appealCourtAddress: addressLines,
  publishedDays: wholeNumberOrNone(0, 36_500),
  reservations: yesNo,
  separateStatements: yesNo,
  minutesNotes: yesNo,
  reportBackDays: wholeNumberOrNone(1, 365),
  receiptReminderDays: wholeNumber(1, 90),
  assignmentReminderDays: wholeNumber(1, 90),
};
