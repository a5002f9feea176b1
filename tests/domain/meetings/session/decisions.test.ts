import { consequenceOf, linkedItemFor } from '../../../../src/domain/meetings/session/consequences';
import {
  decisionFaults,
  effectiveDateNote,
  grantsNothing,
  outcomes,
  asksForAssignment,
  speaksOfAssignment,
  type DecisionRecord,
  type Outcome,
} from '../../../../src/domain/meetings/session/outcomes';
import {
  canAnnounceStatement,
  canHandInReason,
  type StatementFacts,
} from '../../../../src/domain/meetings/session/reservations';
import type { RefusalCode } from '../../../../src/domain/refusals/catalogue';
import { asDay } from '../../../../src/domain/time/day';
import { momentAt } from '../../../../src/domain/time/stockholm';
import { codesOf, expectRefused } from '../../expect-refused';
import { boardRules, councilRules } from '../rules';

const decision = (outcome: Outcome, more: Partial<DecisionRecord> = {}): DecisionRecord => ({
  outcome,
  points: [],
  reason: '',
  condition: '',
  ...more,
});
const points = (...texts: string[]) => texts.map((text, index) => ({ number: index + 1, text }));

describe('what each outcome must have with it (M-7)', () => {
  it.each<[Outcome, RefusalCode[]]>([
    ['approved', ['decision-without-points']],
    ['approvedWithChanges', ['decision-without-points']],
    ['rejected', []],
    ['referredBack', ['referral-needs-reason']],
    ['tabled', []],
    ['postponed', ['postponement-needs-reason']],
    ['withdrawn', ['withdrawal-needs-reason-in-minutes']],
    ['noted', []],
    ['conditional', ['decision-without-points', 'condition-needs-what']],
  ])('an empty %s lacks %j', (outcome, codes) => {
    expect(codesOf(decisionFaults(decision(outcome)))).toEqual(codes);
  });

  it.each(outcomes)('a full %s lacks nothing', (outcome) => {
    const full = decision(outcome, {
      points: grantsNothing(outcome) ? [] : points('Förslaget antas.'),
      reason: 'Skäl',
      condition: outcome === 'conditional' ? 'Fast monterade hjälpmedel' : '',
    });
    expect(decisionFaults(full)).toEqual([]);
  });

  it.each(outcomes.filter((outcome) => outcome !== 'conditional'))(
    'a condition is not lost with the outcome %s (M-20)',
    (outcome) => {
      const full = decision(outcome, {
        points: grantsNothing(outcome) ? [] : points('Förslaget antas.'),
        reason: 'Skäl',
        condition: 'Fast monterade hjälpmedel',
      });
      expect(codesOf(decisionFaults(full))).toEqual(['condition-needs-conditional']);
      const day = { ...full, condition: '', completion: true };
      expect(codesOf(decisionFaults(day))).toEqual(['condition-needs-conditional']);
    },
  );

  it.each(outcomes.filter(grantsNothing))('a decision that is %s has no points (KL 5:66)', (outcome) => {
    const pointed = decision(outcome, { points: points('Förslaget antas.'), reason: 'Skäl' });
    expect(codesOf(decisionFaults(pointed))).toEqual(['decision-takes-no-points']);
  });

  it('has its points numbered from one, and none of them empty', () => {
    const skipped = decision('approved', {
      points: [
        { number: 1, text: 'Ett' },
        { number: 3, text: ' ' },
      ],
    });
    expect(codesOf(decisionFaults(skipped))).toEqual(['points-not-numbered', 'point-without-text']);
  });
});

describe('case 15: three points that take effect nine days after the meeting', () => {
  const meetingDate = asDay('2026-02-20');

  it('records the three numbered points', () => {
    const record = decision('approved', {
      points: points(
        'Talflödeshjälpmedel tas bort som förskrivningsbart hjälpmedel',
        'Överenskommelsen sägs upp',
        'Beslutspunkt 1 och 2 gäller från och med 2026-03-01',
      ),
    });
    expect(decisionFaults(record)).toEqual([]);
  });

  it('notes that the appeal time cannot end before 2026-03-13', () => {
    expect(effectiveDateNote(meetingDate, asDay('2026-03-01'), 3)).toEqual({
      daysAfterMeeting: 9,
      earliestAppealEnd: '2026-03-13',
      beforeAppealEnd: true,
      beforeMeeting: false,
    });
  });

  it.each([
    ['2026-03-13', true, false],
    ['2026-03-14', false, false],
    ['2026-02-19', true, true],
  ])('in force from %s: before the appeal time has ended %s, before the meeting %s', (day, early, before) => {
    const note = effectiveDateNote(meetingDate, asDay(day), 3);
    expect([note.beforeAppealEnd, note.beforeMeeting]).toEqual([early, before]);
  });

  it('moves the end of the appeal time as the law does', () => {
    expect(effectiveDateNote(asDay('2026-12-03'), asDay('2026-12-20'), 3).earliestAppealEnd).toBe(
      '2026-12-28',
    );
  });
});

describe('what follows from an outcome', () => {
  const planned = [
    { id: 'autumn', day: asDay('2026-09-18') },
    { id: 'may', day: asDay('2026-05-22') },
    { id: 'past', day: asDay('2026-01-15') },
  ];

  it.each<[Outcome, string]>([
    ['approved', 'none'],
    ['approvedWithChanges', 'none'],
    ['rejected', 'none'],
    ['referredBack', 'newLinkedItem'],
    ['tabled', 'newLinkedItem'],
    ['postponed', 'newLinkedItem'],
    ['withdrawn', 'none'],
    ['noted', 'none'],
    ['conditional', 'followCondition'],
  ])('%s: %s', (outcome, consequence) => {
    expect(consequenceOf(outcome)).toBe(consequence);
  });

  it('proposes a new item that points back, on the next planned meeting', () => {
    expect(linkedItemFor({ id: 'item-8', outcome: 'referredBack' }, asDay('2026-02-20'), planned)).toEqual({
      continuesId: 'item-8',
      meetingId: 'may',
      day: '2026-05-22',
    });
    expect(
      linkedItemFor({ id: 'item-8', outcome: 'approved' }, asDay('2026-02-20'), planned),
    ).toBeUndefined();
  });

  it('proposes the item without a day when no meeting is planned', () => {
    expect(linkedItemFor({ id: 'item-8', outcome: 'tabled' }, asDay('2026-09-18'), planned)).toEqual({
      continuesId: 'item-8',
      meetingId: null,
      day: null,
    });
  });
});

describe('reservations (KL 4:27, M-8)', () => {
  const facts: StatementFacts = {
    phase: 'inSession',
    decided: true,
    tookPart: true,
    alreadyAnnounced: false,
  };

  it('takes one that is announced before the meeting closes by one who took part', () => {
    expect(canAnnounceStatement(boardRules, 'reservation', facts)).toEqual({ ok: true });
  });

  it.each<[RefusalCode, Partial<StatementFacts>]>([
    ['reservation-after-close', { phase: 'closed' }],
    ['reservation-after-close', { phase: 'verified' }],
    ['meeting-not-opened', { phase: 'summoned' }],
    ['reservation-without-taking-part', { tookPart: false }],
    ['reservation-before-decision', { decided: false }],
    ['reservation-already-announced', { alreadyAnnounced: true }],
  ])('refuses with %s', (code, changed) => {
    expectRefused(canAnnounceStatement(boardRules, 'reservation', { ...facts, ...changed }), code);
  });

  it('follows the settings of the body for the kinds that are not of law', () => {
    expectRefused(canAnnounceStatement(councilRules, 'reservation', facts), 'statement-kind-not-used');
    expectRefused(canAnnounceStatement(councilRules, 'separateStatement', facts), 'statement-kind-not-used');
    expect(canAnnounceStatement(councilRules, 'minutesNote', facts)).toEqual({ ok: true });
  });
});

describe('case 14: the written reason of a reservation', () => {
  const fixed = momentAt(asDay('2026-03-06'), '13:00');
  const at = (time: string) => ({ announced: true, handedInAt: momentAt(asDay('2026-03-06'), time) });

  it('is accepted before the fixed time of verification', () => {
    expect(canHandInReason(at('12:59'), fixed, false)).toEqual({ ok: true });
  });

  it('is refused from then on, and when all have signed before it', () => {
    expectRefused(canHandInReason(at('13:00'), fixed, false), 'reservation-reason-too-late');
    expectRefused(canHandInReason(at('09:00'), fixed, true), 'reservation-reason-too-late');
  });

  it('is refused without an announced reservation', () => {
    expectRefused(
      canHandInReason({ ...at('09:00'), announced: false }, fixed, false),
      'reservation-after-close',
    );
  });
});

describe('a decision that speaks of an assignment (M-13)', () => {
  it.each([
    ['Verksamhetschefen får i uppdrag att se över rutinerna.', true],
    ['Nämnden uppdrar åt förvaltningen att återkomma.', true],
    ['Hjälpmedelschefen ska återkomma med en analys under hösten 2027.', true],
    ['Åtgärderna återredovisas i maj.', true],
    ['Återkommande underhåll ingår i priset.', false],
    ['Uppdragsrapporten godkänns.', false],
    ['Rapporten om uppdraget läggs till handlingarna.', false],
  ])('%s', (point, speaks) => {
    expect(speaksOfAssignment(['Ärendet avslutas.', point])).toBe(speaks);
  });

  it('asks who and by when until an assignment is recorded; a condition is none', () => {
    const points = ['Verksamhetschefen får i uppdrag att göra en analys.'];
    expect(asksForAssignment(points, [])).toBe(true);
    expect(asksForAssignment(points, [{ kind: 'condition' }])).toBe(true);
    expect(asksForAssignment(points, [{ kind: 'condition' }, { kind: 'assignment' }])).toBe(false);
    expect(asksForAssignment(['Analysen godkänns.'], [])).toBe(false);
  });
});
