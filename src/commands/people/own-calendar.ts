import { randomUUID } from 'node:crypto';
import { Nothing } from '../../contracts/people';
import type { CommandName } from '../../contracts/commands';
import { defineCommand, type Command } from '../runner/command';
import { personSubject } from './accounts';
import { actingAccount, ownAccount } from './own-account';

function ownCalendar(name: CommandName, key: () => string | null): Command<Nothing, Nothing> {
  return defineCommand<Nothing, Nothing>({
    name,
    kind: 'edit',
    input: Nothing,
    permission: ownAccount,
    handle: async (tx) => {
      const account = await actingAccount(tx);
      if ('ok' in account) return account;
      await tx.em.execute('update person set calendar_key = ? where id = ?', [key(), account.personId]);
      return { ok: true, result: {}, subject: personSubject(account) };
    },
  });
}

/** N-1: an address that a calendar program reads the own days from. The one before it, if any, leads nowhere any more. */
export const openMyCalendar = ownCalendar('openMyCalendar', randomUUID);

/** The address leads nowhere any more. */
export const closeMyCalendar = ownCalendar('closeMyCalendar', () => null);
