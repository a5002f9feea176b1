import { advanceSubstituteCall } from '../../commands/meetings/before/advance-substitute-call';
import type { Runner } from '../../commands/runner/run';
import { substituteCallDue } from '../../domain/meetings/before/substitute-call-due';
import { readSubstituteCall } from '../../store/queries/meetings/before/before-substitute-call';
import { runStep } from '../process/run-step';
import type { Process } from '../process/turn';

/** The call for a substitute (M-5): asks the next in order when the answer is no or does not come. */
export function createSubstituteCall(run: Runner): Process {
  return {
    kind: 'substituteCall',
    read: async (em, row, now) => {
      const call = await readSubstituteCall(em, row);
      if (call === null) throw new Error('no such call for a substitute');
      return { version: call.version, ...substituteCallDue(call, now) };
    },
    acts: {
      advance: (input, actor) =>
        runStep(run, advanceSubstituteCall, actor, { callId: input.row, version: input.version }),
    },
  };
}
