import { SignInAs, type SignedIn } from '../../contracts/people';
import { refuse } from '../../domain/refusals/refusal';
import { defineCommand } from '../runner/command';
import { findAccount, openSession, personSubject } from './accounts';

/** Signs in as one of the invented people. The API offers it only where `demoSignInFaults` finds nothing. */
export const signInAs = defineCommand<SignInAs, SignedIn>({
  name: 'signInAs',
  kind: 'edit',
  input: SignInAs,
  permission: 'internal',
  handle: async (tx, { personId, session }) => {
    const account = await findAccount(tx, { personId });
    if (account === null) return refuse('not-found');
    await openSession(tx, personId, session);
    return { ok: true, result: { personId }, subject: personSubject(account) };
  },
});
