import { ChangeMyDetails, type NewVersion } from '../../contracts/people';
import { Person } from '../../store/entities/people';
import { defineCommand } from '../runner/command';
import { lockRow } from '../runner/transaction';
import { personSubject } from './accounts';
import { actingAccount, ownAccount } from './own-account';

/** Changes the own name, telephone and language. Roles, seats and address are the administrator's to change. */
export const changeMyDetails = defineCommand<ChangeMyDetails, NewVersion>({
  name: 'changeMyDetails',
  kind: 'edit',
  input: ChangeMyDetails,
  permission: ownAccount,
  handle: async (tx, { version, name, phone, language }) => {
    const account = await actingAccount(tx);
    if ('ok' in account) return account;
    const found = await lockRow(tx, Person, { id: account.personId }, version);
    if (!found.ok) return found;
    Object.assign(found.row, { name, phone, language });
    await tx.em.flush();
    return { ok: true, result: { version: found.row.version }, subject: personSubject(account) };
  },
});
