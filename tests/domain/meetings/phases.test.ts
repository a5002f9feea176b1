import {
  canMove,
  hasReached,
  meetingActs,
  meetingPhases,
  phaseAfter,
  type MeetingAct,
  type MeetingPhase,
} from '../../../src/domain/meetings/phases';
import { expectRefused } from '../expect-refused';

/** For each act the phases it may be done in; every other phase is forbidden. */
const table: readonly (readonly [MeetingAct, readonly MeetingPhase[]])[] = [
  ['editAgenda', ['planned', 'agendaApproved', 'summoned', 'inSession']],
  ['approveAgenda', ['planned', 'agendaApproved', 'summoned']],
  ['issueSummons', ['agendaApproved', 'summoned']],
  ['reportAbsence', ['planned', 'agendaApproved', 'summoned']],
  ['requestRemote', ['planned', 'agendaApproved', 'summoned']],
  ['declareRecusal', ['planned', 'agendaApproved', 'summoned', 'inSession']],
  ['handInMotion', ['planned', 'agendaApproved', 'summoned', 'inSession']],
  ['openMeeting', ['summoned']],
  ['recordPresence', ['inSession']],
  ['treatItem', ['inSession']],
  ['decideItem', ['inSession']],
  ['announceReservation', ['inSession']],
  ['closeMeeting', ['inSession']],
  ['writeMinutes', ['inSession', 'closed']],
  ['verifyMinutes', ['closed']],
  ['announce', ['verified']],
  ['dispatch', ['verified', 'ended']],
  ['endMeeting', ['verified']],
];

describe('what may be done in which phase of a meeting', () => {
  const cells = table.flatMap(([act, allowedIn]) =>
    meetingPhases.map((phase) => [act, phase, allowedIn.includes(phase)] as const),
  );

  it.each(cells)('%s while it is %s: %s', (act, phase, may) => {
    const verdict = canMove(phase, act);
    expect(verdict.ok).toBe(may);
    if (!verdict.ok) expectRefused(verdict, verdict.code);
  });

  it('never goes back, whatever is done', () => {
    for (const act of meetingActs) {
      for (const phase of meetingPhases) {
        if (canMove(phase, act).ok) expect(hasReached(phaseAfter(phase, act), phase)).toBe(true);
      }
    }
  });

  it('walks from the plan to the end by the steps of the office', () => {
    const steps: MeetingAct[] = [
      'approveAgenda',
      'issueSummons',
      'openMeeting',
      'closeMeeting',
      'verifyMinutes',
      'endMeeting',
    ];
    const walked = steps.reduce<MeetingPhase[]>(
      (phases, step) => {
        const phase = phases.at(-1)!;
        expect(canMove(phase, step)).toEqual({ ok: true });
        return [...phases, phaseAfter(phase, step)];
      },
      ['planned'],
    );
    expect(walked).toEqual(meetingPhases);
  });

  it('approves version B of the agenda after the summons without unsending it', () => {
    expect(phaseAfter('summoned', 'approveAgenda')).toBe('summoned');
    expect(phaseAfter('summoned', 'issueSummons')).toBe('summoned');
  });
});
