import {
  canMove,
  hasReached,
  meetingActs,
  meetingPhases,
  phaseAfter,
  type MeetingAct,
  type MeetingPhase,
} from '../../../src/domain/meetings/phases';
import type { RefusalCode } from '../../../src/domain/refusals/catalogue';
import { expectRefused } from '../expect-refused';

type Code = RefusalCode | null;

/** For each act the phases it may be done in, and what is said before and after: no one asks too early for what is open from the plan on. */
const table: readonly (readonly [MeetingAct, readonly MeetingPhase[], tooEarly: Code, tooLate: Code])[] = [
  ['editAgenda', ['planned', 'agendaApproved', 'summoned', 'inSession'], null, 'meeting-closed'],
  ['changeMeeting', ['planned', 'agendaApproved'], null, 'meeting-summoned'],
  ['approveAgenda', ['planned', 'agendaApproved', 'summoned'], null, 'meeting-opened'],
  ['issueSummons', ['agendaApproved', 'summoned'], 'agenda-not-approved', 'meeting-opened'],
  ['reportAbsence', ['planned', 'agendaApproved', 'summoned'], null, 'meeting-opened'],
  ['requestRemote', ['planned', 'agendaApproved', 'summoned'], null, 'meeting-opened'],
  ['declareRecusal', ['planned', 'agendaApproved', 'summoned', 'inSession'], null, 'meeting-closed'],
  ['handInMotion', ['planned', 'agendaApproved', 'summoned', 'inSession'], null, 'meeting-closed'],
  ['openMeeting', ['summoned'], 'summons-not-issued', 'meeting-opened'],
  ['recordPresence', ['inSession'], 'meeting-not-opened', 'meeting-closed'],
  ['treatItem', ['inSession'], 'meeting-not-opened', 'meeting-closed'],
  ['decideItem', ['inSession'], 'meeting-not-opened', 'meeting-closed'],
  ['announceReservation', ['inSession'], 'meeting-not-opened', 'reservation-after-close'],
  ['closeMeeting', ['inSession'], 'meeting-not-opened', 'meeting-closed'],
  ['writeMinutes', ['inSession', 'closed'], 'meeting-not-opened', 'minutes-verified'],
  ['verifyMinutes', ['closed'], 'meeting-not-closed', 'minutes-verified'],
  ['announce', ['verified'], 'minutes-not-verified', 'meeting-ended'],
  ['dispatch', ['verified', 'ended'], 'minutes-not-verified', null],
  ['endMeeting', ['verified'], 'minutes-not-verified', 'meeting-ended'],
];

/** What the table says of an act in a phase: null where it may be done. */
function said(phase: MeetingPhase, [act, allowedIn, tooEarly, tooLate]: (typeof table)[number]): Code {
  if (allowedIn.includes(phase)) return null;
  const code = hasReached(phase, allowedIn[0]!) ? tooLate : tooEarly;
  if (code === null) throw new Error(`The table says nothing of ${act} while it is ${phase}`);
  return code;
}

describe('what may be done in which phase of a meeting', () => {
  const cells = table.flatMap((row) =>
    meetingPhases.map((phase) => [row[0], phase, said(phase, row)] as const),
  );

  it('is told here of every act', () => {
    expect(table.map(([act]) => act).sort()).toEqual([...meetingActs].sort());
  });

  it.each(cells)('%s while it is %s is refused with: %s', (act, phase, code) => {
    const verdict = canMove(phase, act);
    if (code === null) expect(verdict).toEqual({ ok: true });
    else expectRefused(verdict, code);
  });

  it.each<[act: MeetingAct, phase: MeetingPhase, code: RefusalCode]>([
    ['changeMeeting', 'summoned', 'meeting-summoned'],
    ['issueSummons', 'planned', 'agenda-not-approved'],
    ['openMeeting', 'agendaApproved', 'summons-not-issued'],
    ['reportAbsence', 'inSession', 'meeting-opened'],
    ['decideItem', 'summoned', 'meeting-not-opened'],
    ['decideItem', 'closed', 'meeting-closed'],
    ['announceReservation', 'closed', 'reservation-after-close'],
    ['verifyMinutes', 'inSession', 'meeting-not-closed'],
    ['writeMinutes', 'verified', 'minutes-verified'],
    ['announce', 'closed', 'minutes-not-verified'],
    ['endMeeting', 'ended', 'meeting-ended'],
  ])('%s while it is %s is refused as %s', (act, phase, code) => {
    expectRefused(canMove(phase, act), code);
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
