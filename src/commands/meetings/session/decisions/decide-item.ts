import { v7 as uuidv7 } from 'uuid';
import { ChangeDecision, DecideItem, type Decided } from '../../../../contracts/meetings/session/decisions';
import { refuse } from '../../../../domain/refusals/refusal';
import { Decision } from '../../../../store/entities/sessions';
import { defineCommand } from '../../../runner/command';
import { lockRow } from '../../../runner/transaction';
import { onItem } from '../../plan/objects';
import {
  asDecided,
  decisionColumns,
  decisionFault,
  writeAssignments,
  writeDecisionPoints,
} from './decision-rows';
import { openTreatedItem } from '../open-session';

/** M-7: what the body decided about the item, with points, reason, effective day, condition and assignments. */
export const decideItem = defineCommand<DecideItem, Decided>({
  name: 'decideItem',
  kind: 'edit',
  input: DecideItem,
  permission: (tx, input) => onItem(tx, 'session.run', input.itemId),
  handle: async (tx, input) => {
    const open = await openTreatedItem(tx, input.itemId, 'decideItem');
    if (!open.ok) return open;
    const { item } = open;
    if (open.planned.decided) return refuse('item-decided-already', { item: open.label });
    const decided = await asDecided(tx, open.planned, input, null);
    const fault = await decisionFault(tx, open, decided);
    if (fault !== null) return fault;
    const id = uuidv7();
    const { authorityId } = item;
    const row = { id, authorityId, itemId: item.id, ...decisionColumns(decided, open), decidedAt: tx.now };
    tx.em.persist(tx.em.create(Decision, row));
    await tx.em.flush();
    await writeDecisionPoints(tx, id, decided.points);
    await writeAssignments(tx, open, decided);
    item.treatedAt = tx.now;
    return {
      ok: true,
      result: { decisionId: id, version: 1 },
      subject: { kind: 'decision', id, authorityId },
    };
  },
});

/** M-7: a recorded decision is put right while the meeting is in session; everything is sent again. */
export const changeDecision = defineCommand<ChangeDecision, Decided>({
  name: 'changeDecision',
  kind: 'edit',
  input: ChangeDecision,
  permission: (tx, input) => onItem(tx, 'session.run', input.itemId),
  handle: async (tx, input) => {
    const open = await openTreatedItem(tx, input.itemId, 'decideItem');
    if (!open.ok) return open;
    if (!open.planned.decided) return refuse('item-not-decided', { item: open.label });
    const found = await lockRow(tx, Decision, { itemId: input.itemId }, input.version);
    if (!found.ok) return found;
    const decided = await asDecided(tx, open.planned, input, found.row);
    const fault = await decisionFault(tx, open, decided);
    if (fault !== null) return fault;
    const { id, authorityId } = found.row;
    // The points and assignments are part of the decision: its version moves with them too.
    tx.em.assign(found.row, { ...decisionColumns(decided, open), decidedAt: tx.now });
    await tx.em.flush();
    await writeDecisionPoints(tx, id, decided.points);
    await writeAssignments(tx, open, decided);
    await tx.em.flush();
    return {
      ok: true,
      result: { decisionId: id, version: found.row.version },
      subject: { kind: 'decision', id, authorityId },
    };
  },
});
