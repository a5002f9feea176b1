import { ChangeMyDetails, type NewVersion } from '../../contracts/people';
import { Person } from '../../store/entities/people';
import { sendGathered } from '../notifications/mail';
import { defineCommand } from '../runner/command';
import { lockRow } from '../runner/transaction';
import { personSubject } from './accounts';
import { actingAccount, ownAccount } from './own-account';

/** Changes the own name, telephone, language and how letters come (N-1). Roles, seats and address are the administrator's to change. */
export const changeMyDetails = defineCommand<ChangeMyDetails, NewVersion>({
  name: 'changeMyDetails',
  kind: 'edit',
  input: ChangeMyDetails,
  permission: ownAccount,
  handle: async (tx, { version, name, phone, language, letters }) => {
    const account = await actingAccount(tx);
    if ('ok' in account) return account;
    const found = await lockRow(tx, Person, { id: account.personId }, version);
    if (!found.ok) return found;
    Object.assign(found.row, { name, phone, language, letters: letters ?? found.row.letters });
    await tx.em.flush();
    if (letters === 'each') await sendGathered(tx, account.personId);
    return { ok: true, result: { version: found.row.version }, subject: personSubject(account) };
  },
});
