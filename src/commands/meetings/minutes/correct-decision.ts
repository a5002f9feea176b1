import type { CorrectRecord } from '../../../contracts/meetings/minutes/minutes';
import { appealClassOf } from '../../../domain/meetings/session/appeal-class';
import { decisionFaults, type Outcome } from '../../../domain/meetings/session/outcomes';
import type { Refusal } from '../../../domain/refusals/refusal';
import { AgendaItem, ProposedPoint } from '../../../store/entities/meetings';
import { Decision } from '../../../store/entities/sessions';
import { lockRow, type Transaction } from '../../runner/transaction';
import { asDecided, writeDecisionPoints } from '../session/decisions/decision-rows';
import type { OpenParagraph } from './open-minutes';

/** What the body was noted to have made of the item, before and after. */
export interface CorrectedOutcome {
  readonly before: Outcome;
  readonly after: Outcome;
}

/**
 * M-7, M-9: the decision as it should have been noted, the whole of it, and with it whether it can be appealed (KL 13:2).
 * @returns null where no decision was sent
 */
export async function correctDecision(
  tx: Transaction,
  { inForce }: OpenParagraph,
  itemId: string,
  input: CorrectRecord,
): Promise<{ readonly ok: true; readonly corrected: CorrectedOutcome | null } | Refusal> {
  const outcome = input.outcome ?? null;
  if (outcome === null) return { ok: true, corrected: null };
  const found = await lockRow(tx, Decision, { itemId });
  if (!found.ok) return found;
  const { kind: itemKind } = await tx.em.findOneOrFail(AgendaItem, itemId);
  const proposal = (await tx.em.find(ProposedPoint, { itemId })).map(({ text }) => text);
  const sent = { outcome, points: input.points ?? [], effectiveOn: input.effectiveOn };
  const decided = await asDecided(tx, { kind: itemKind, points: proposal }, sent, found.row);
  const { points } = decided;
  const reason = input.reason ?? '';
  const condition = input.condition ?? '';
  const numbered = points.map((text, index) => ({ number: index + 1, text }));
  const fault = decisionFaults({ outcome, points: numbered, reason, condition })[0];
  if (fault !== undefined) return fault;
  const { municipalLaw } = inForce.rules;
  const before = found.row.outcome;
  tx.em.assign(found.row, {
    outcome,
    reason: reason === '' ? null : reason,
    effectiveOn: decided.effectiveOn ?? null,
    conditionText: outcome === 'conditional' ? condition : null,
    appealClass: appealClassOf({ municipalLaw, itemKind, outcome }),
  });
  await writeDecisionPoints(tx, found.row.id, points);
  return { ok: true, corrected: { before, after: outcome } };
}
