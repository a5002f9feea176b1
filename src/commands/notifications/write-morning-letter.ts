import { WriteMorningLetter } from '../../contracts/notifications';
import type { Nothing } from '../../contracts/people';
import { refuse } from '../../domain/refusals/refusal';
import { personSubject } from '../people/accounts';
import { defineCommand } from '../runner/command';
import { queueMail } from './mail';

/**
 * N-1: what was gathered for a person goes as one letter, once a day for each; what is withdrawn before it has gone is left
 * out of it.
 */
export const writeMorningLetter = defineCommand<WriteMorningLetter, Nothing>({
  name: 'writeMorningLetter',
  kind: 'edit',
  input: WriteMorningLetter,
  permission: 'internal',
  handle: async (tx, { personId, day }) => {
    const gathered: { id: string; authorityId: string }[] = await tx.em.execute(
      `select id, authority_id as "authorityId" from mail
       where to_person_id = ? and state = 'gathered' and within_id is null order by queued_at, id for update`,
      [personId],
    );
    const [first] = gathered;
    if (first === undefined) return refuse('stale-version');
    const subject = personSubject({ personId, authorityId: first.authorityId });
    const letter = await queueMail(tx, {
      template: 'morningLetter',
      subject,
      version: Number(day.replaceAll('-', '')),
      to: { personId },
      data: { day, link: '/' },
    });
    if (letter === null) return refuse('stale-version');
    await tx.em.execute('update mail set within_id = ? where id in (?)', [
      letter,
      gathered.map(({ id }) => id),
    ]);
    return { ok: true, result: {}, subject };
  },
});
