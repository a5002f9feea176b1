import type { EntityManager } from '@mikro-orm/postgresql';
import { askForApproval } from '../../commands/meetings/agenda/ask-for-approval';
import { askToOpenMeeting } from '../../commands/meetings/plan/ask-to-open-meeting';
import { countMeetingDeadlines } from '../../commands/meetings/plan/count-meeting-deadlines';
import { endMeeting } from '../../commands/meetings/plan/end-meeting';
import { passMeetingDeadlines } from '../../commands/meetings/plan/pass-meeting-deadlines';
import { remindSubmission } from '../../commands/meetings/plan/remind-submission';
import { askToRing } from '../../commands/meetings/summons/ask-to-ring';
import { mailSummons } from '../../commands/meetings/summons/mail-summons';
import { remindSummons } from '../../commands/meetings/summons/remind-summons';
import type { Command } from '../../commands/runner/command';
import type { Runner } from '../../commands/runner/run';
import type { Actor } from '../../contracts/actor';
import type { OfMeeting } from '../../contracts/meetings/plan/cycle';
import type { Clock } from '../../contracts/ports';
import type { ActInput } from '../../contracts/processes';
import type { MeetingCycleAct } from '../../domain/meetings/plan/meeting-cycle-acts';
import { meetingCycleDue } from '../../domain/meetings/plan/meeting-cycle-due';
import { readCycleFacts } from '../../store/queries/meetings/plan/cycle-facts';
import { runStep } from '../process/run-step';
import type { Process } from '../process/turn';
import { makeMemos } from './meeting-cycle-memos';
import { makeSummons } from './meeting-cycle-summons';

export interface MeetingCycleDeps {
  readonly em: EntityManager;
  readonly clock: Clock;
  readonly run: Runner;
}

/**
 * A meeting from the plan to the end (architecture.md, `meetingCycle`): reminds those who write, asks the chair, reminds
 * the secretary, makes and sends the summons, and ends when every notice has ended and everything is dispatched.
 */
export function createMeetingCycle(deps: MeetingCycleDeps): Process {
  const step =
    <Result>(command: Command<OfMeeting, Result>) =>
    (input: ActInput, actor: Actor) =>
      runStep(deps.run, command, actor, { meetingId: input.row, version: input.version });
  const acts = {
    makeMemos: (input, actor) => makeMemos(deps, input, actor),
    makeSummons: (input, actor) => makeSummons(deps, input, actor),
    sendSummons: step(mailSummons),
    countDeadlines: step(countMeetingDeadlines),
    passDeadlines: step(passMeetingDeadlines),
    taskApproveAgenda: (input, actor) => runStep(deps.run, askForApproval, actor, { meetingId: input.row }),
    remindSubmission: step(remindSubmission),
    taskIssueSummons: step(remindSummons),
    taskRingUnopened: step(askToRing),
    taskOpenMeeting: step(askToOpenMeeting),
    endMeeting: step(endMeeting),
  } satisfies Record<MeetingCycleAct, Process['acts'][string]>;
  return {
    kind: 'meetingCycle',
    read: async (em, row, now) => {
      const read = await readCycleFacts(em, row);
      if (read === null) throw new Error('No such meeting');
      return { version: read.version, ...meetingCycleDue(read.facts, now) };
    },
    acts,
  };
}
