import { v7 as uuidv7 } from 'uuid';
import { NoteSignInAttempt, type Nothing } from '../../contracts/people';
import {
  accountWindows,
  addressWindows,
  linkWindows,
  secondsToWait,
  type Window,
} from '../../domain/people/throttle';
import { refuse } from '../../domain/refusals/refusal';
import { defineCommand } from '../runner/command';
import type { Transaction } from '../runner/transaction';

/** Tries older than any window of the throttle are forgotten. */
const LONGEST_WINDOW = '24 hours';

/**
 * Counts a try before it is made, so that many at once are counted too; refuses when there were too many.
 * Runs on the machine's clock.
 */
export const noteSignInAttempt = defineCommand<NoteSignInAttempt, Nothing>({
  name: 'noteSignInAttempt',
  kind: 'edit',
  input: NoteSignInAttempt,
  permission: 'public',
  handle: async (tx, { account, address, kind }) => {
    const perAccount = kind === 'link' ? linkWindows : accountWindows;
    const tries: readonly (readonly [string, readonly Window[]])[] = [
      [`${kind}/${account}`, perAccount],
      [`address/${address}`, addressWindows],
    ];
    await tx.em.execute(
      `delete from sign_in_attempt where at < clock_timestamp() - interval '${LONGEST_WINDOW}'`,
    );
    for (const [key, windows] of tries) {
      const seconds = secondsToWait(await agesOf(tx, key), windows);
      if (seconds > 0) return refuse('too-many-requests', { seconds });
      await tx.em.execute('insert into sign_in_attempt (id, key, at) values (?, ?, clock_timestamp())', [
        uuidv7(),
        key,
      ]);
    }
    const authorities: { id: string }[] = await tx.em.execute(
      `select id from authority order by kind = 'board' desc, id limit 1`,
    );
    const authorityId = authorities[0]?.id;
    if (authorityId === undefined) return refuse('not-found');
    return { ok: true, result: {}, subject: { kind: 'signInAttempt', id: uuidv7(), authorityId } };
  },
});

/** One at a time per key, so that tries made at once see each other. */
async function agesOf(tx: Transaction, key: string): Promise<number[]> {
  await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [key]);
  const rows: { age: number }[] = await tx.em.execute(
    'select extract(epoch from clock_timestamp() - at)::float as age from sign_in_attempt where key = ?',
    [key],
  );
  return rows.map((row) => row.age);
}
