import { canMove, phaseAfter } from '../../../domain/meetings/phases';
import { refuse } from '../../../domain/refusals/refusal';
import { readCycleFacts } from '../../../store/queries/meetings/plan/cycle-facts';
import { meetingStep } from './meeting-step';

/** M-11, M-12: the cycle ends when every notice has ended and every extract is received or closed. */
export const endMeeting = meetingStep('endMeeting', async (tx, meeting) => {
  const verdict = canMove(meeting.phase, 'endMeeting');
  if (!verdict.ok) return verdict;
  const read = await readCycleFacts(tx.em, meeting.id);
  if (read?.facts.noticesEnded !== true || !read.facts.dispatchesClosed) return refuse('stale-version');
  meeting.phase = phaseAfter(meeting.phase, 'endMeeting');
  return null;
});
