import { CorrectRecord, type RecordCorrected } from '../../../contracts/meetings/minutes/minutes';
import { AgendaItem } from '../../../store/entities/meetings';
import { defineCommand } from '../../runner/command';
import { findRow } from '../../runner/transaction';
import { correctAssignments } from './correct-assignments';
import { correctDecision } from './correct-decision';
import { correctReturn } from './correct-return';
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
    const closed = editFault(open);
    if (closed !== null) return closed;
    const decision = await correctDecision(tx, open, itemId, input);
    if (!decision.ok) return decision;
    const fault = await correctWords(tx, itemId, input);
    if (fault !== null) return fault;
    const assignments = await correctAssignments(tx, open, itemId, input);
    if (!assignments.ok) return assignments;
    const { corrected } = decision;
    const returned = corrected === null ? [] : await correctReturn(tx, open, itemId, corrected);
    await renderRecord(tx, open.meeting, ofParagraph);
    const { id, version, authorityId } = open.paragraph;
    return {
      ok: true,
      result: { paragraphId: id, version },
      subject: { kind: 'paragraph', id, authorityId },
      wakes: [
        ...returned,
        ...assignments.changed.map((row) => ({
          kind: 'assignmentFollowUp' as const,
          row,
          authority: authorityId,
        })),
      ],
    };
  },
});
