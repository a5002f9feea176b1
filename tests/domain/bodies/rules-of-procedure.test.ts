import council from '../../../data/rules-of-procedure/council.json';
import jointBoard from '../../../data/rules-of-procedure/joint-board.json';
import { bodyKinds } from '../../../src/domain/bodies/body';
import { readRulesOfProcedure } from '../../../src/domain/bodies/rules-faults';

const faultsOf = (input: unknown): string[] => {
  const reading = readRulesOfProcedure(input);
  return reading.ok ? [] : reading.faults.map((fault) => `${fault.field}: ${fault.refusal.code}`);
};

describe('rules of procedure (B-1)', () => {
  it.each([jointBoard, council])('accepts the shipped profile $name', (profile) => {
    expect(faultsOf(profile.rules)).toEqual([]);
    expect(bodyKinds).toContain(profile.bodyKind);
  });

  it('tells all that is missing, wrong and unknown at once', () => {
    const { summonsDays, ...without } = jointBoard.rules;
    expect(summonsDays).toBe(7);
    expect(
      faultsOf({ ...without, submissionDeadlineTime: '12.00', verifiersCount: -1, kallelsedagar: 4 }),
    ).toEqual([
      'submissionDeadlineTime: rules-setting-wrong',
      'summonsDays: rules-setting-missing',
      'verifiersCount: rules-setting-wrong',
      'kallelsedagar: rules-setting-unknown',
    ]);
  });

  it.each([null, 'reglemente', 7, []])('finds every setting missing in %j', (input) => {
    expect(faultsOf(input)).toHaveLength(Object.keys(jointBoard.rules).length);
  });

  it.each<[string, Record<string, unknown>]>([
    ['verificationDays: rules-verification-beyond-law', { verificationDays: 15 }],
    ['noticeWithinDays: rules-notice-beyond-law', { noticeWithinDays: 3 }],
    ['appealWeeks: rules-appeal-weeks', { appealWeeks: 2 }],
    ['quorum: rules-quorum-below-law', { quorum: 'anyPresent' }],
    ['noticeBoards: rules-no-notice-board', { noticeBoards: 'none' }],
    ['reservations: rules-reservations-by-law', { reservations: false }],
    ['remoteParticipationDecision: rules-remote-without-decision', { remoteParticipation: true }],
    [
      'digitalVerificationDecision: rules-digital-verification-without-decision',
      { digitalVerification: true },
    ],
  ])('refuses a board what the law does not leave to it: %s', (fault, changed) => {
    expect(faultsOf({ ...jointBoard.rules, ...changed })).toEqual([fault]);
    expect(faultsOf({ ...jointBoard.rules, ...changed, municipalLaw: false })).toEqual([]);
  });

  it('names the court of appeal with its address, or neither (KL 13:5)', () => {
    const appealCourt = 'Förvaltningsrätten i Västerdal';
    expect(
      faultsOf({ ...jointBoard.rules, appealCourt, appealCourtAddress: ['Box 100', '900 01 Västerdal'] }),
    ).toEqual([]);
    const fault = ['appealCourtAddress: rules-court-without-address'];
    expect(faultsOf({ ...jointBoard.rules, appealCourt })).toEqual(fault);
    expect(faultsOf({ ...jointBoard.rules, appealCourtAddress: ['Box 100'] })).toEqual(fault);
    expect(faultsOf({ ...jointBoard.rules, appealCourtAddress: [''] })).toEqual([
      'appealCourtAddress: rules-setting-wrong',
    ]);
  });

  it.each([
    [{ workingCommitteeDays: 21, reportBackDays: 90 }, []],
    [{ workingCommitteeDays: null, reportBackDays: null }, []],
    [
      { workingCommitteeDays: 0, reportBackDays: 'aldrig' },
      ['workingCommitteeDays: rules-setting-wrong', 'reportBackDays: rules-setting-wrong'],
    ],
  ])('has a working committee and a day to report back, or neither: %j (M-1)', (changed, faults) => {
    expect(faultsOf({ ...jointBoard.rules, ...changed })).toEqual(faults);
  });

  it('refuses a submission deadline after the papers, and reminders before the meeting', () => {
    expect(
      faultsOf({ ...jointBoard.rules, submissionDeadlineDays: 6, verificationReminderDays: [14, 2] }),
    ).toEqual([
      'submissionDeadlineDays: rules-submission-after-papers',
      'verificationReminderDays: rules-reminder-before-meeting',
    ]);
  });

  it.each([
    [{ region: 'paired', almby: 'list' }, []],
    [{ region: 'oldest' }, ['substituteOrderByPrincipal: rules-setting-wrong']],
    [['list'], ['substituteOrderByPrincipal: rules-setting-wrong']],
  ])('reads the order among substitutes principal by principal: %j', (substituteOrderByPrincipal, faults) => {
    expect(faultsOf({ ...jointBoard.rules, substituteOrderByPrincipal })).toEqual(faults);
  });
});
