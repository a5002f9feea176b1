import type { EntityManager } from '@mikro-orm/postgresql';
import type { Clock, Log } from '../contracts/ports';
import type { Mailbox } from '../infrastructure/mail/maildir';
import { readReturnedLetter } from '../infrastructure/mail/returned-letter';
import type { Loop } from './loop';
import { recordReturned } from './returned-letters';

export interface BounceReaderDeps {
  readonly em: EntityManager;
  readonly clock: Clock;
  readonly log: Log;
  readonly mailbox: Mailbox;
}

const BATCH = 50;

/**
 * The letter itself, and those that went within it. One whose sender was killed after our server took it is still queued: it
 * does not go again.
 */
const HANDED_OVER = `
  (message_id = any(?::varchar[]) and (state = 'sent' or (state = 'queued' and attempts > 0)))
  or (within_id in (select id from mail where message_id = any(?::varchar[])) and state in ('sent', 'gathered'))`;

/**
 * Reads the mailbox that letters come back to when another server gives them up after ours has taken them (M-4, wake.md 18).
 * A letter is recorded first and put away after, so that one whose reader was killed is read again; that finds nothing more to do.
 * Whatever is no returned letter of ours is put away unread, for a person.
 */
export function createBounceReader(deps: BounceReaderDeps): Loop {
  return {
    name: 'bounces',
    everyMs: 15_000,
    turn: async () => {
      const names = await deps.mailbox.waiting(BATCH);
      for (const name of names) await readOne(deps, name);
      return names.length;
    },
  };
}

async function readOne({ em, clock, log, mailbox }: BounceReaderDeps, name: string): Promise<void> {
  const bytes = await mailbox.read(name);
  const report = bytes === null ? null : await readReturnedLetter(bytes);
  if (report === null) {
    await mailbox.putAway(name, 'unread');
    return;
  }
  const ids = `{${report.messageIds.join(',')}}`;
  const letters = await recordReturned(
    em.fork(),
    { at: await clock.now(), code: report.code },
    { where: HANDED_OVER, values: [ids, ids] },
  );
  if (letters > 0) log.info({ letters, code: report.code }, 'letters came back');
  await mailbox.putAway(name, 'read');
}
