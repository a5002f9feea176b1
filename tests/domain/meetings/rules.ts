import jointBoard from '../../../data/rules-of-procedure/joint-board.json';
import council from '../../../data/rules-of-procedure/council.json';
import { readRulesOfProcedure } from '../../../src/domain/bodies/rules-faults';
import type { RulesOfProcedure } from '../../../src/domain/bodies/rules-of-procedure';

function read(settings: unknown): RulesOfProcedure {
  const reading = readRulesOfProcedure(settings);
  if (!reading.ok) throw new Error(reading.faults.map((fault) => fault.field).join(', '));
  return reading.rules;
}

/** The joint board's profile, with the council's decisions on remote participation and digital verification. */
export const boardRules: RulesOfProcedure = read({
  ...jointBoard.rules,
  remoteParticipation: true,
  remoteParticipationDecision: 'Region Västerdal, fullmäktige § 45/2025',
  digitalVerification: true,
  digitalVerificationDecision: 'Region Västerdal, fullmäktige § 46/2025',
});

export const councilRules: RulesOfProcedure = read(council.rules);

/** Case 11: the rules on days of the draft rules of procedure. */
export const shortSummonsRules: RulesOfProcedure = read({
  ...boardRules,
  summonsDays: 4,
  paperDays: 7,
  remoteRequestDays: 5,
});
