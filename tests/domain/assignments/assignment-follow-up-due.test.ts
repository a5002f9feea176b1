import {
  assignmentFollowUpDue,
  type AssignmentFacts,
} from '../../../src/domain/assignments/assignment-follow-up-due';

const now = new Date('2026-09-10T09:00:00Z');
const ahead = new Date('2026-09-20T22:00:00Z');
const behind = new Date('2026-09-09T22:00:00Z');
const id = '01a202f2-8ac9-702a-97f2-0e5c0000003c';
// a minute before the office opens, by its id (wake.md 17)
const nextMorning = new Date('2026-09-11T05:59:00Z');

const followed: AssignmentFacts = {
  id,
  meetingClosed: true,
  state: 'open',
  takenUp: true,
  reminders: [],
  passesAt: ahead,
  markedLate: false,
  onAgenda: false,
  takesReport: false,
  meetingPlanned: true,
};
const late = { passesAt: behind, markedLate: true } as const;

describe('what an assignment owes (M-13, M-20)', () => {
  it.each<readonly [string, Partial<AssignmentFacts>, string | null, Date | null]>([
    ['nothing before the meeting is closed', { meetingClosed: false, takenUp: false }, null, null],
    ['its day or the question for one', { takenUp: false }, 'takeUp', null],
    ['nothing while the secretary has not confirmed a day', { passesAt: null }, null, null],
    ['nothing until its reminder', { reminders: [ahead], passesAt: ahead }, null, ahead],
    ['a reminder when its moment is there', { reminders: [behind] }, 'remindOwner', null],
    ['nothing until its day passes', {}, null, ahead],
    ['to be marked late when its day has passed', { passesAt: behind }, 'markLate', null],
    ['an item on the next agenda when it is late', late, 'putOnAgenda', null],
    [
      'another look next morning when no meeting is planned',
      { ...late, meetingPlanned: false },
      null,
      nextMorning,
    ],
    [
      'another look next morning while it stands on an agenda',
      { ...late, onAgenda: true },
      null,
      nextMorning,
    ],
    ['its report on the next agenda', { state: 'reported' }, 'putOnAgenda', null],
    [
      'its report on the agenda it stands on',
      { state: 'reported', onAgenda: true, takesReport: true },
      'putOnAgenda',
      null,
    ],
    [
      'another look when the meeting that has just treated its item is closed',
      { state: 'reported', onAgenda: true },
      null,
      nextMorning,
    ],
    [
      'another look next morning when it is reported and no meeting is planned',
      { state: 'reported', meetingPlanned: false },
      null,
      nextMorning,
    ],
  ])('owes %s', (_what, facts, due, nextAt) => {
    expect(assignmentFollowUpDue({ ...followed, ...facts }, now)).toEqual({ ended: false, due, nextAt });
  });

  it('ends when its report is on an agenda, or it is closed', () => {
    expect(assignmentFollowUpDue({ ...followed, state: 'closed' }, now)).toEqual({
      ended: true,
      due: null,
      nextAt: null,
    });
  });
});
