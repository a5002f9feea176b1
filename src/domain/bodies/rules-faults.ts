import { refuse, type Refusal } from '../refusals/refusal';
import { rulesFields } from './rules-fields';
import type { RulesOfProcedure } from './rules-of-procedure';

/** One thing wrong with rules of procedure, at the setting it concerns. */
export interface RulesFault {
  readonly field: string;
  readonly refusal: Refusal;
}

export type RulesReading =
  | { readonly ok: true; readonly rules: RulesOfProcedure }
  | { readonly ok: false; readonly faults: readonly RulesFault[] };

function shapeFaults(input: Readonly<Record<string, unknown>>): RulesFault[] {
  const faults: RulesFault[] = [];
  for (const [field, rule] of Object.entries(rulesFields)) {
    if (!(field in input)) {
      faults.push({ field, refusal: refuse('rules-setting-missing', { field, accepts: rule.says }) });
    } else if (!rule.accepts(input[field])) {
      faults.push({ field, refusal: refuse('rules-setting-wrong', { field, accepts: rule.says }) });
    }
  }
  for (const field of Object.keys(input)) {
    if (!(field in rulesFields)) faults.push({ field, refusal: refuse('rules-setting-unknown', { field }) });
  }
  return faults;
}

/** What municipal law does not leave to the body (KL 5:69, 6:24, 6:27, 8:12, 9:32, 13:5). */
function lawFaults(rules: RulesOfProcedure): RulesFault[] {
  const faults: RulesFault[] = [];
  const fault = (field: keyof RulesOfProcedure, refusal: Refusal) => faults.push({ field, refusal });
  if (rules.verificationDays > 14) {
    fault('verificationDays', refuse('rules-verification-beyond-law', { days: rules.verificationDays }));
  }
  if (rules.noticeWithinDays > 2) {
    fault('noticeWithinDays', refuse('rules-notice-beyond-law', { days: rules.noticeWithinDays }));
  }
  if (rules.appealWeeks !== 3)
    fault('appealWeeks', refuse('rules-appeal-weeks', { weeks: rules.appealWeeks }));
  if (rules.quorum !== 'moreThanHalfOfSeats') fault('quorum', refuse('rules-quorum-below-law'));
  if (rules.noticeBoards === 'none') fault('noticeBoards', refuse('rules-no-notice-board'));
  if (!rules.reservations) fault('reservations', refuse('rules-reservations-by-law'));
  if (rules.remoteParticipation && rules.remoteParticipationDecision === null) {
    fault('remoteParticipationDecision', refuse('rules-remote-without-decision'));
  }
  if (rules.digitalVerification && rules.digitalVerificationDecision === null) {
    fault('digitalVerificationDecision', refuse('rules-digital-verification-without-decision'));
  }
  return faults;
}

function orderFaults(rules: RulesOfProcedure): RulesFault[] {
  const faults: RulesFault[] = [];
  if ((rules.appealCourt === null) !== (rules.appealCourtAddress.length === 0)) {
    faults.push({ field: 'appealCourtAddress', refusal: refuse('rules-court-without-address') });
  }
  if (rules.submissionDeadlineDays < rules.paperDays) {
    const { submissionDeadlineDays: submission, paperDays: papers } = rules;
    faults.push({
      field: 'submissionDeadlineDays',
      refusal: refuse('rules-submission-after-papers', { submission, papers }),
    });
  }
  if (rules.verificationReminderDays.some((days) => days >= rules.verificationDays)) {
    faults.push({
      field: 'verificationReminderDays',
      refusal: refuse('rules-reminder-before-meeting', { days: rules.verificationDays }),
    });
  }
  return faults;
}

/**
 * Reads rules of procedure from data of any shape (B-1): every fault at once, so that nobody mends them one by one.
 * Faults of shape hide those of law, which need every setting to be there.
 */
export function readRulesOfProcedure(input: unknown): RulesReading {
  const record =
    typeof input === 'object' && input !== null ? (input as Readonly<Record<string, unknown>>) : {};
  const shape = shapeFaults(record);
  if (shape.length > 0) return { ok: false, faults: shape };
  const rules = record as unknown as RulesOfProcedure;
  const faults = [...(rules.municipalLaw ? lawFaults(rules) : []), ...orderFaults(rules)];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, rules };
}
