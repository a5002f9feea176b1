import { OneMail } from '../../contracts/operations';
import type { Nothing } from '../../contracts/people';
import { refuse } from '../../domain/refusals/refusal';
import { defineCommand } from '../runner/command';
import { operate } from './operate';

/** Lets a held letter go, a bounced one once more, or one that waits for its next try at once, with the same Message-ID (wake.md 19). */
export const releaseMail = defineCommand<OneMail, Nothing>({
  name: 'releaseMail',
  kind: 'edit',
  input: OneMail,
  permission: operate,
  handle: async (tx, { mailId }) => {
    const released: { authority_id: string }[] = await tx.em.execute(
      `update mail set state = 'queued', claimed_until = null, not_before = clock_timestamp()
       where id = ? and (state in ('held', 'bounced') or (state = 'queued' and error is not null and claimed_until is null)) returning authority_id`,
      [mailId],
    );
    const mail = released[0];
    if (mail === undefined) return refuse('not-found');
    // A morning's letter goes with all that went within it.
    await tx.em.execute(`update mail set state = 'gathered' where within_id = ? and state = 'bounced'`, [
      mailId,
    ]);
    return { ok: true, result: {}, subject: { kind: 'mail', id: mailId, authorityId: mail.authority_id } };
  },
});
