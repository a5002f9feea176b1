import type { ProcessKind } from '../../contracts/processes';
import { OneFault } from '../../contracts/operations';
import type { Nothing } from '../../contracts/people';
import { refuse } from '../../domain/refusals/refusal';
import { defineCommand } from '../runner/command';
import { operate } from './operate';

/** Wakes the process of a fault, so that it tries at once instead of after a quarter of an hour (wake.md 10). */
export const wakeAgain = defineCommand<OneFault, Nothing>({
  name: 'wakeAgain',
  kind: 'step',
  input: OneFault,
  permission: operate,
  handle: async (tx, { faultId }) => {
    const faults: { kind: ProcessKind; row_id: string; authority_id: string }[] = await tx.em.execute(
      'select kind, row_id, authority_id from fault where id = ? and cleared_at is null',
      [faultId],
    );
    const fault = faults[0];
    if (fault === undefined) return refuse('not-found');
    const subject = { kind: 'fault', id: faultId, authorityId: fault.authority_id };
    return {
      ok: true,
      result: {},
      subject,
      wakes: [{ kind: fault.kind, row: fault.row_id, authority: fault.authority_id }],
    };
  },
});
