import { Nothing } from '../../contracts/people';
import { defineCommand } from '../runner/command';
import { personSubject } from './accounts';
import { actingAccount, ownAccount } from './own-account';

/** Ends every session of the person, on all devices, this one too. */
export const endMySessions = defineCommand<Nothing, Nothing>({
  name: 'endMySessions',
  kind: 'edit',
  input: Nothing,
  permission: ownAccount,
  handle: async (tx) => {
    const account = await actingAccount(tx);
    if ('ok' in account) return account;
    await tx.em.execute(
      'update session set ended_at = clock_timestamp() where person_id = ? and ended_at is null',
      [account.personId],
    );
    return { ok: true, result: {}, subject: personSubject(account) };
  },
});
