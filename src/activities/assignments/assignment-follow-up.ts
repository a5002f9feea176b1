import {
  markAssignmentLate,
  remindAssignment,
  takeUpAssignment,
} from '../../commands/assignments/process-steps';
import { returnAssignment } from '../../commands/assignments/return-assignment';
import type { Command } from '../../commands/runner/command';
import type { Runner } from '../../commands/runner/run';
import type { Actor } from '../../contracts/actor';
import type { AssignmentChanged, OfAssignment } from '../../contracts/assignments/assignments';
import type { ActAnswer, ActInput } from '../../contracts/processes';
import {
  assignmentFollowUpDue,
  type AssignmentFollowUpAct,
} from '../../domain/assignments/assignment-follow-up-due';
import { readAssignmentFacts } from '../../store/queries/assignments/assignment-facts';
import { runStep } from '../process/run-step';
import type { Process } from '../process/turn';

/** An assignment or condition from the meeting's close to its report on an agenda (architecture.md, `assignmentFollowUp`). */
export function createAssignmentFollowUp(run: Runner): Process {
  const step =
    (command: Command<OfAssignment, AssignmentChanged>) =>
    (input: ActInput, actor: Actor): Promise<ActAnswer> =>
      runStep(run, command, actor, { assignmentId: input.row, version: input.version });
  const acts = {
    takeUp: step(takeUpAssignment),
    remindOwner: step(remindAssignment),
    markLate: step(markAssignmentLate),
    putOnAgenda: step(returnAssignment),
  } satisfies Record<AssignmentFollowUpAct, Process['acts'][string]>;
  return {
    kind: 'assignmentFollowUp',
    read: async (em, row, now) => {
      const read = await readAssignmentFacts(em, row, now);
      if (read === null) throw new Error('No such assignment');
      return { version: read.version, ...assignmentFollowUpDue(read.facts, now) };
    },
    acts,
  };
}
