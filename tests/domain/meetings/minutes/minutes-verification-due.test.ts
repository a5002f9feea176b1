import {
  minutesVerificationDue,
  type MinutesVerificationFacts,
} from '../../../../src/domain/meetings/minutes/minutes-verification-due';

const now = new Date('2026-03-01T09:00:00Z');
const soon = new Date('2026-03-04T07:00:00Z');
const gone = new Date('2026-03-01T07:00:00Z');

const drafting: MinutesVerificationFacts = {
  state: 'drafting',
  frozen: null,
  toAsk: 0,
  reminders: [],
  copiesMade: false,
};
const verifying: MinutesVerificationFacts = { ...drafting, state: 'verifying', frozen: true };

describe('what the verification of minutes owes', () => {
  it.each<[string, MinutesVerificationFacts, string | null, Date | null]>([
    ['minutes being written wait for the reminder', { ...drafting, reminders: [soon] }, null, soon],
    [
      'their writer is reminded when the day comes',
      { ...drafting, reminders: [gone, soon] },
      'remindSigners',
      null,
    ],
    [
      'a presented text is frozen before anyone is asked',
      { ...verifying, frozen: false, toAsk: 1 },
      'freezeMinutes',
      null,
    ],
    [
      'the frozen text goes to whose turn it is',
      { ...verifying, toAsk: 2, reminders: [gone] },
      'askSigners',
      null,
    ],
    ['those who were asked are reminded', { ...verifying, reminders: [gone] }, 'remindSigners', null],
    ['nothing is due between reminders', { ...verifying, reminders: [soon] }, null, soon],
    ['verified minutes get their copies', { ...verifying, state: 'verified' }, 'keepVerifiedCopy', null],
  ])('%s', (_sentence, facts, due, nextAt) => {
    expect(minutesVerificationDue(facts, now)).toEqual({ ended: false, due, nextAt });
  });

  it('ends when all have signed and the verified copy is kept', () => {
    expect(minutesVerificationDue({ ...verifying, state: 'verified', copiesMade: true }, now)).toEqual({
      ended: true,
      due: null,
      nextAt: null,
    });
  });
});
