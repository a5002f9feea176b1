import { dispatchDue, type DispatchFacts } from '../../../src/domain/dispatch/dispatch-due';

const now = new Date('2026-03-11T08:00:00Z');
const later = new Date('2026-03-12T08:00:00Z');
const sent: DispatchFacts = {
  closed: false,
  made: true,
  unsent: 0,
  outstanding: 3,
  bounced: 0,
  awaitsReceipts: true,
  awaitsReplies: false,
  reminders: [],
};

describe('what an extract owes (M-12)', () => {
  it.each<readonly [string, Partial<DispatchFacts>, string | null]>([
    ['its document, before anything is sent', { made: false, unsent: 12 }, 'makeExtract'],
    ['its letters, once it is made', { unsent: 12 }, 'sendExtract'],
    ['nothing, while receipts come in', { reminders: [later] }, null],
    ['a task for the secretary, when a letter came back', { bounced: 1, reminders: [later] }, 'taskBounced'],
    ['a reminder, when its moment is there', { reminders: [now] }, 'remindReceipts'],
    ['its close, when all have it', { outstanding: 0, reminders: [now] }, 'closeExtract'],
    [
      'the end of its receipts, when all have it and some are to report back',
      { outstanding: 0, awaitsReplies: true, reminders: [later] },
      'endReceipts',
    ],
    [
      'nothing, while somebody may still report back',
      { outstanding: 0, awaitsReceipts: false, awaitsReplies: true, reminders: [later] },
      null,
    ],
    [
      'the task of the replies that did not come',
      { outstanding: 0, awaitsReceipts: false, awaitsReplies: true, reminders: [now] },
      'remindReceipts',
    ],
    ['nothing, when it is closed', { closed: true }, null],
  ])('owes %s', (_what, facts, due) => {
    expect(dispatchDue({ ...sent, ...facts }, now).due).toBe(due);
  });

  it('ends when it is closed and looks again at its next reminder', () => {
    expect(dispatchDue({ ...sent, closed: true }, now).ended).toBe(true);
    expect(dispatchDue({ ...sent, reminders: [later] }, now)).toEqual({
      ended: false,
      due: null,
      nextAt: later,
    });
  });
});
