import { v7 as uuidv7 } from 'uuid';
import { CorrectRecord, type RecordCorrected } from '../../../contracts/meetings/minutes/minutes';
import { decisionFaults } from '../../../domain/meetings/session/outcomes';
import type { Refusal } from '../../../domain/refusals/refusal';
import { AgendaItem } from '../../../store/entities/meetings';
import { Decision, DecisionPoint } from '../../../store/entities/sessions';
import { defineCommand } from '../../runner/command';
import { findRow, lockRow, type Transaction } from '../../runner/transaction';
import { correctAssignments } from './correct-assignments';
import { correctWords } from './correct-words';
import { editFault, onParagraph, openParagraph } from './open-minutes';
import { renderRecord } from './render-record';

/**
 * M-9: what was recorded of an item was noted wrongly. The record is put right and its blocks are written anew, and what
 * follows from it with them; the free texts beside it stay. Only before the minutes are out for signing.
 */
export const correctRecord = defineCommand<CorrectRecord, RecordCorrected>({
  name: 'correctRecord',
  kind: 'step',
  input: CorrectRecord,
  permission: (tx, input) => onParagraph(tx, 'minutes.write', input.paragraphId),
  handle: async (tx, input) => {
    const open = await openParagraph(tx, input.paragraphId, input.version);
    if (!open.ok) return open;
    const { itemId: ofParagraph } = open.paragraph;
    const itemId = input.itemId ?? ofParagraph;
    if (itemId !== ofParagraph) {
      const sub = await findRow(tx, AgendaItem, { id: itemId, parentId: ofParagraph });
      if (!sub.ok) return sub;
    }
    const fault =
      editFault(open) ??
      (await correctDecision(tx, itemId, input)) ??
      (await correctWords(tx, itemId, input));
    if (fault !== null) return fault;
    const assignments = await correctAssignments(tx, open, itemId, input);
    if (!assignments.ok) return assignments;
    await renderRecord(tx, open.meeting, ofParagraph);
    const { id, version, authorityId } = open.paragraph;
    return {
      ok: true,
      result: { paragraphId: id, version },
      subject: { kind: 'paragraph', id, authorityId },
      wakes: assignments.changed.map((row) => ({
        kind: 'assignmentFollowUp' as const,
        row,
        authority: authorityId,
      })),
    };
  },
});

async function correctDecision(
  tx: Transaction,
  itemId: string,
  input: CorrectRecord,
): Promise<Refusal | null> {
  const outcome = input.outcome ?? null;
  if (outcome === null) return null;
  const found = await lockRow(tx, Decision, { itemId });
  if (!found.ok) return found;
  const points = (input.points ?? []).map((text, index) => ({ number: index + 1, text }));
  const reason = input.reason ?? '';
  const condition = input.condition ?? '';
  const fault = decisionFaults({ outcome, points, reason, condition })[0];
  if (fault !== undefined) return fault;
  tx.em.assign(found.row, {
    outcome,
    reason: reason === '' ? null : reason,
    effectiveOn: input.effectiveOn ?? null,
    conditionText: condition === '' ? null : condition,
  });
  await tx.em.execute('delete from decision_point where decision_id = ?', [found.row.id]);
  for (const point of points) {
    tx.em.persist(tx.em.create(DecisionPoint, { id: uuidv7(), decisionId: found.row.id, ...point }));
  }
  return null;
}
