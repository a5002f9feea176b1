import { SetMyPassword, type Nothing } from '../../contracts/people';
import { passwordHolds } from '../../domain/people/password';
import { refuse } from '../../domain/refusals/refusal';
import { defineCommand } from '../runner/command';
import { personSubject } from './accounts';
import { hashPassword, isPassword } from './hash';
import { actingAccount, ownAccount } from './own-account';

/** Sets the own password. Whoever has one says it first, so that an open browser is not enough. */
export const setMyPassword = defineCommand<SetMyPassword, Nothing>({
  name: 'setMyPassword',
  kind: 'edit',
  input: SetMyPassword,
  permission: ownAccount,
  handle: async (tx, { current, password }) => {
    const account = await actingAccount(tx);
    if ('ok' in account) return account;
    if (account.passwordHash !== null && !(await isPassword(current ?? '', account.passwordHash))) {
      return refuse('password-current-wrong');
    }
    const holds = passwordHolds(password, [account.name, account.email]);
    if (!holds.ok) return holds;
    await tx.em.execute('update account set password_hash = ?, version = version + 1 where person_id = ?', [
      await hashPassword(password),
      account.personId,
    ]);
    return { ok: true, result: {}, subject: personSubject(account) };
  },
});
