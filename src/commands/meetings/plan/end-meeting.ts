import { OfMeeting } from '../../../contracts/meetings/plan/cycle';
import { canMove, phaseAfter } from '../../../domain/meetings/phases';
import { refuse } from '../../../domain/refusals/refusal';
import { Meeting } from '../../../store/entities/meetings';
import { readCycleFacts } from '../../../store/queries/meetings/cycle-facts';
import { defineCommand } from '../../runner/command';
import { lockRow } from '../../runner/transaction';

/** M-11, M-12: the cycle ends when every notice has ended and every extract is received or closed. */
export const endMeeting = defineCommand<OfMeeting, { meetingId: string }>({
  name: 'endMeeting',
  kind: 'step',
  input: OfMeeting,
  permission: 'internal',
  handle: async (tx, input) => {
    const found = await lockRow(tx, Meeting, { id: input.meetingId }, input.version);
    if (!found.ok) return found;
    const meeting = found.row;
    const verdict = canMove(meeting.phase, 'endMeeting');
    if (!verdict.ok) return verdict;
    const read = await readCycleFacts(tx.em, meeting.id);
    if (read?.facts.noticesEnded !== true || !read.facts.dispatchesClosed) return refuse('stale-version');
    meeting.phase = phaseAfter(meeting.phase, 'endMeeting');
    const { id, authorityId } = meeting;
    return {
      ok: true,
      result: { meetingId: id },
      subject: { kind: 'meeting', id, authorityId },
      wakes: [{ kind: 'meetingCycle', row: id, authority: authorityId }],
    };
  },
});
