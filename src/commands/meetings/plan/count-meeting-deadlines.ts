import { canMove } from '../../../domain/meetings/phases';
import { refuse } from '../../../domain/refusals/refusal';
import { rulesOfMeeting } from '../../../store/queries/meetings/plan/plan-rules';
import { meetingStep } from './meeting-step';
import { settleMemoTasks } from '../../register/memos/memo-tasks';
import { setMeetingDeadlines } from './meeting-deadlines';

/** B-1: a meeting that is not summoned yet follows the rules of procedure in force on its day, new ones too. */
export const countMeetingDeadlines = meetingStep('countMeetingDeadlines', async (tx, meeting) => {
  if (!canMove(meeting.phase, 'changeMeeting').ok) return refuse('stale-version');
  const inForce = await rulesOfMeeting(tx.em, meeting);
  if (inForce === null) return refuse('rules-of-procedure-missing', { day: meeting.day });
  await setMeetingDeadlines(tx, meeting, inForce, 'reglementet har ändrats');
  await settleMemoTasks(tx, meeting.bodyId);
  return null;
});
