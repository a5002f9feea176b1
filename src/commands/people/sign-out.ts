import { OneSession, type Nothing } from '../../contracts/people';
import { defineCommand } from '../runner/command';
import { personSubject } from './accounts';
import { actingAccount, ownAccount } from './own-account';

/** Ends the session of this browser. */
export const signOut = defineCommand<OneSession, Nothing>({
  name: 'signOut',
  kind: 'edit',
  input: OneSession,
  permission: ownAccount,
  handle: async (tx, { sessionId }) => {
    const account = await actingAccount(tx);
    if ('ok' in account) return account;
    await tx.em.execute(
      'update session set ended_at = clock_timestamp() where id = ? and person_id = ? and ended_at is null',
      [sessionId, account.personId],
    );
    return { ok: true, result: {}, subject: personSubject(account) };
  },
});
