import { UseSignInLink, type LinkUsed } from '../../contracts/people';
import { refuse } from '../../domain/refusals/refusal';
import { defineCommand } from '../runner/command';
import { findAccount, openSession, personSubject } from './accounts';

/** Signs in with a link from a letter: once, before it runs out. */
export const useSignInLink = defineCommand<UseSignInLink, LinkUsed>({
  name: 'useSignInLink',
  kind: 'edit',
  input: UseSignInLink,
  permission: 'public',
  handle: async (tx, { tokenHash, session }) => {
    const used: { person_id: string; target: string }[] = await tx.em.execute(
      `update sign_in_link set used_at = clock_timestamp()
       where token_hash = ? and used_at is null and expires_at > clock_timestamp() returning person_id, target`,
      [tokenHash],
    );
    const link = used[0];
    const account = link === undefined ? null : await findAccount(tx, { personId: link.person_id });
    if (link === undefined || account === null) return refuse('link-not-usable');
    await openSession(tx, account.personId, session);
    return {
      ok: true,
      result: { personId: account.personId, target: link.target },
      subject: personSubject(account),
    };
  },
});
