import { canWait } from '../../../src/domain/notifications/letters-that-wait';
import { mailTemplates } from '../../../src/domain/notifications/mail-templates';

describe('letters that can wait for the morning (N-1)', () => {
  it('are those about tasks of days; what the law or a time to answer counts goes at once', () => {
    expect(mailTemplates.filter((template) => canWait(template, 'gathered'))).toEqual([
      'agendaToApprove',
      'agendaReturned',
      'submissionReminder',
      'summonsReminder',
      'remoteDecision',
      'minutesToVerify',
      'verificationReminder',
      'assignmentReminder',
    ]);
  });

  it('are none for whoever wants each when it comes', () => {
    expect(mailTemplates.filter((template) => canWait(template, 'each'))).toEqual([]);
  });
});
