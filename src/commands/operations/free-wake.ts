import { OneWake } from '../../contracts/operations';
import type { Nothing } from '../../contracts/people';
import { refuse } from '../../domain/refusals/refusal';
import { defineCommand } from '../runner/command';
import { operate } from './operate';

/** Gives a parked wake back to the relay (wake.md 3). */
export const freeWake = defineCommand<OneWake, Nothing>({
  name: 'freeWake',
  kind: 'edit',
  input: OneWake,
  permission: operate,
  handle: async (tx, { wakeId }) => {
    const freed: { authority_id: string }[] = await tx.em.execute(
      `update wake set parked = false, attempts = 0, error = null, claimed_until = null, not_before = clock_timestamp()
       where id = ? and parked and delivered_at is null returning authority_id`,
      [wakeId],
    );
    const wake = freed[0];
    if (wake === undefined) return refuse('not-found');
    return { ok: true, result: {}, subject: { kind: 'wake', id: wakeId, authorityId: wake.authority_id } };
  },
});
