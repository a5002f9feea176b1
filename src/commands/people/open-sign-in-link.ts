import { v7 as uuidv7 } from 'uuid';
import { OpenSignInLink, type Nothing } from '../../contracts/people';
import { refuse } from '../../domain/refusals/refusal';
import { queueMail } from '../notifications/mail';
import { defineCommand } from '../runner/command';
import { findAccount, personSubject } from './accounts';

/**
 * Sends a link that signs in once. An address without account is refused here; the page answers the same to everyone.
 * The letter's row holds the link sealed, the link's own row only its hash.
 */
export const openSignInLink = defineCommand<OpenSignInLink, Nothing>({
  name: 'openSignInLink',
  kind: 'edit',
  input: OpenSignInLink,
  permission: 'public',
  handle: async (tx, { email, tokenHash, link, target, minutes }) => {
    const account = await findAccount(tx, { email });
    if (account === null) return refuse('sign-in-failed');
    const id = uuidv7();
    await tx.em.execute(
      `insert into sign_in_link (id, token_hash, person_id, target, created_at, expires_at)
       values (?, ?, ?, ?, clock_timestamp(), clock_timestamp() + make_interval(mins => ?))`,
      [id, tokenHash, account.personId, target, minutes],
    );
    const subject = { kind: 'signInLink', id, authorityId: account.authorityId };
    await queueMail(tx, {
      template: 'signInLink',
      subject,
      version: 1,
      to: { personId: account.personId },
      data: { minutes },
      oneTimeLink: link,
    });
    return { ok: true, result: {}, subject: personSubject(account) };
  },
});
