/** Every letter of the product. Its words stand in i18n/<language>/mails.ts. */
export const mailTemplates = [
  'signInLink',
  'summons',
  'summonsToSubstitute',
  'summonsToItems',
  'summonsChanged',
  'agendaToApprove',
  'agendaReturned',
  'submissionReminder',
  'summonsReminder',
  'substituteAsk',
  'substituteNotNeeded',
  'remoteDecision',
  'minutesToVerify',
  'verificationReminder',
  'noticeToPost',
  'noticeDayMoved',
  'noticeReminder',
  'noticeToTakeDown',
  'extract',
  'receiptReminder',
  'assignmentReminder',
  'morningLetter',
] as const;

export type MailTemplate = (typeof mailTemplates)[number];
