import { OneSession, type Nothing } from '../../contracts/people';
import { defineCommand } from '../runner/command';
import { personSubject } from './accounts';
import { actingAccount, ownAccount } from './own-account';

/** Notes that a session is still used, at most every tenth minute. */
export const keepSession = defineCommand<OneSession, Nothing>({
  name: 'keepSession',
  kind: 'edit',
  input: OneSession,
  permission: ownAccount,
  handle: async (tx, { sessionId }) => {
    const account = await actingAccount(tx);
    if ('ok' in account) return account;
    await tx.em.execute(
      'update session set last_seen_at = clock_timestamp() where id = ? and person_id = ? and ended_at is null',
      [sessionId, account.personId],
    );
    return { ok: true, result: {}, subject: personSubject(account) };
  },
});
