import { SignIn, type SignedIn } from '../../contracts/people';
import { refuse } from '../../domain/refusals/refusal';
import { defineCommand } from '../runner/command';
import { findAccount, openSession, personSubject } from './accounts';
import { isPassword } from './hash';

/** Signs in with address and password. Which of them was wrong is told to nobody. */
export const signIn = defineCommand<SignIn, SignedIn>({
  name: 'signIn',
  kind: 'edit',
  input: SignIn,
  permission: 'public',
  handle: async (tx, { email, password, account: key, session }) => {
    const account = await findAccount(tx, { email });
    const right = await isPassword(password, account?.passwordHash ?? null);
    if (account === null || !right) return refuse('sign-in-failed');
    await openSession(tx, account.personId, session);
    await tx.em.execute('delete from sign_in_attempt where key = ?', [`password/${key}`]);
    return { ok: true, result: { personId: account.personId }, subject: personSubject(account) };
  },
});
