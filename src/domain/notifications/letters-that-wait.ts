import type { MailTemplate } from './mail-templates';

/** How a person wants the letters that can wait (N-1): each when it comes, or gathered in one each morning. */
export const letterChoices = ['each', 'gathered'] as const;

export type LetterChoice = (typeof letterChoices)[number];

/**
 * Letters about what is to be done within days, which also stand in the task list. All others go at once whatever was
 * chosen: summonses, questions with a time to answer, notices and extracts, whose days the law or the board counts.
 */
const waiting: ReadonlySet<MailTemplate> = new Set([
  'agendaToApprove',
  'agendaReturned',
  'submissionReminder',
  'summonsReminder',
  'remoteDecision',
  'minutesToVerify',
  'verificationReminder',
  'assignmentReminder',
]);

/** Whether the letter may be gathered with others until the next morning. */
export function canWait(template: MailTemplate, choice: LetterChoice): boolean {
  return choice === 'gathered' && waiting.has(template);
}
