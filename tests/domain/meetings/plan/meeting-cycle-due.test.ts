import {
  meetingCycleDue,
  type MeetingCycleFacts,
} from '../../../../src/domain/meetings/plan/meeting-cycle-due';
import { asDay } from '../../../../src/domain/time/day';
import { momentAt } from '../../../../src/domain/time/stockholm';

const at = (day: string, time = '08:00'): Date => momentAt(asDay(day), time);

/** The meeting of 2026-02-20 on the day after it was planned. */
const planned: MeetingCycleFacts = {
  phase: 'planned',
  day: asDay('2026-02-20'),
  openDeadlines: [
    { kind: 'submission', at: at('2026-01-30', '12:00') },
    { kind: 'papers', at: at('2026-02-14', '00:00') },
    { kind: 'summons', at: at('2026-02-14', '00:00') },
    { kind: 'session', at: at('2026-02-20', '09:00') },
  ],
  waitingReminders: [
    { kind: 'submissionSoon', dueAt: at('2026-01-25') },
    { kind: 'summonsSoon', dueAt: at('2026-02-10') },
    { kind: 'summonsLate', dueAt: at('2026-02-14', '00:00') },
    { kind: 'ringUnopened', dueAt: at('2026-02-18') },
  ],
  deadlinesStale: false,
  memosToMake: false,
  agendaVersions: 0,
  approvalsAsked: 0,
  summons: null,
  askedToOpen: false,
  noticesEnded: false,
  dispatchesClosed: false,
};

const afterSubmission: MeetingCycleFacts = {
  ...planned,
  openDeadlines: planned.openDeadlines.filter(({ kind }) => kind !== 'submission'),
  waitingReminders: planned.waitingReminders.filter(({ kind }) => kind !== 'submissionSoon'),
};

const summoned: MeetingCycleFacts = {
  ...afterSubmission,
  phase: 'summoned',
  agendaVersions: 1,
  approvalsAsked: 1,
  openDeadlines: [{ kind: 'session', at: at('2026-02-20', '09:00') }],
  waitingReminders: [{ kind: 'ringUnopened', dueAt: at('2026-02-18') }],
  summons: { made: true, sent: true },
};

const verified: MeetingCycleFacts = {
  ...summoned,
  phase: 'verified',
  openDeadlines: [],
  waitingReminders: [],
  askedToOpen: true,
};

describe('the meeting cycle, from the plan to the end', () => {
  it.each<[string, MeetingCycleFacts, Date, string | null, Date | null]>([
    [
      'counts the deadlines anew when the rules of procedure have changed',
      { ...planned, deadlinesStale: true },
      at('2026-01-10'),
      'countDeadlines',
      at('2026-01-25'),
    ],
    ['waits for the submission reminder', planned, at('2026-01-10'), null, at('2026-01-25')],
    [
      'reminds the writers before the submission deadline',
      planned,
      at('2026-01-25'),
      'remindSubmission',
      at('2026-01-30', '12:00'),
    ],
    [
      'marks the submission deadline as passed',
      planned,
      at('2026-01-30', '12:00'),
      'passDeadlines',
      at('2026-02-10'),
    ],
    [
      'asks the chair once the submission deadline has passed',
      afterSubmission,
      at('2026-01-30', '12:01'),
      'taskApproveAgenda',
      at('2026-02-10'),
    ],
    [
      'asks the chair no second time',
      { ...afterSubmission, approvalsAsked: 1 },
      at('2026-01-30', '12:02'),
      null,
      at('2026-02-10'),
    ],
    [
      'does not ask the chair for what the chair has approved already',
      { ...afterSubmission, phase: 'agendaApproved', agendaVersions: 1 },
      at('2026-01-30', '12:02'),
      null,
      at('2026-02-10'),
    ],
    [
      'reminds the secretary before the summons day',
      { ...afterSubmission, approvalsAsked: 1 },
      at('2026-02-10'),
      'taskIssueSummons',
      at('2026-02-14', '00:00'),
    ],
    [
      'tells the secretary that the summons day has passed',
      {
        ...afterSubmission,
        approvalsAsked: 1,
        waitingReminders: [{ kind: 'summonsLate', dueAt: at('2026-02-14', '00:00') }],
      },
      at('2026-02-14', '00:00'),
      'taskIssueSummons',
      null,
    ],
    [
      'makes the summons as soon as it is issued',
      { ...summoned, summons: { made: false, sent: false } },
      at('2026-02-12'),
      'makeSummons',
      at('2026-02-18'),
    ],
    [
      'sends it when it is made',
      { ...summoned, summons: { made: true, sent: false } },
      at('2026-02-12'),
      'sendSummons',
      at('2026-02-18'),
    ],
    ['rests until two days before the meeting', summoned, at('2026-02-12'), null, at('2026-02-18')],
    [
      'asks the secretary to ring those who have not opened',
      summoned,
      at('2026-02-18'),
      'taskRingUnopened',
      at('2026-02-20', '00:00'),
    ],
    [
      'asks the secretary to open the meeting on its day',
      { ...summoned, waitingReminders: [] },
      at('2026-02-20', '00:00'),
      'taskOpenMeeting',
      null,
    ],
    [
      'rests while the meeting is on',
      { ...summoned, phase: 'inSession', openDeadlines: [], waitingReminders: [] },
      at('2026-02-20', '10:00'),
      null,
      null,
    ],
    [
      'marks the meeting day as met when the meeting is opened',
      { ...summoned, phase: 'inSession', waitingReminders: [] },
      at('2026-02-20', '09:00'),
      'passDeadlines',
      null,
    ],
    [
      'waits for the notices after the verification',
      { ...verified, dispatchesClosed: true },
      at('2026-03-10'),
      null,
      null,
    ],
    ['waits for the last receipt', { ...verified, noticesEnded: true }, at('2026-04-10'), null, null],
    [
      'ends the meeting when all is done',
      { ...verified, noticesEnded: true, dispatchesClosed: true },
      at('2026-04-10'),
      'endMeeting',
      null,
    ],
  ])('%s', (_sentence, facts, now, due, nextAt) => {
    expect(meetingCycleDue(facts, now)).toEqual({ ended: false, due, nextAt });
  });

  it('is over when the meeting has ended', () => {
    expect(meetingCycleDue({ ...verified, phase: 'ended' }, at('2026-05-01'))).toEqual({
      ended: true,
      due: null,
      nextAt: null,
    });
  });

  it('after an outage goes on with the latest reminder alone', () => {
    const late: MeetingCycleFacts = { ...afterSubmission, approvalsAsked: 1 };
    expect(meetingCycleDue(late, at('2026-02-18', '09:00')).due).toBe('taskRingUnopened');
  });
});
