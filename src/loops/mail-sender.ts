import type { EntityManager } from '@mikro-orm/postgresql';
import type { Clock, Log } from '../contracts/ports';
import type { MailTemplate } from '../domain/notifications/mail-templates';
import type { Day } from '../domain/time/day';
import { dayOf } from '../domain/time/stockholm';
import type { Loop } from './loop';
import { recordReturned } from './returned-letters';

export interface MailRow {
  readonly id: string;
  readonly message_id: string;
  readonly template: MailTemplate;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly to_person_id: string | null;
  readonly to_address: string;
  readonly language: 'sv' | 'en';
  readonly data: Readonly<Record<string, string | number>>;
  readonly attempts: number;
}

/** A gathered letter, as the morning's letter tells it. */
export type LetterWithin = Pick<MailRow, 'template' | 'data'>;

export interface Letter {
  readonly messageId: string;
  readonly to: string;
  readonly date: Date;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What came of handing a letter over: taken, or refused for good with the server's code. @throws when the server is away. */
export type Delivery = { readonly accepted: true } | { readonly accepted: false; readonly code: string };

export interface MailSenderDeps {
  readonly em: EntityManager;
  readonly clock: Clock;
  readonly log: Log;
  readonly compose: (
    mail: MailRow,
    within: readonly LetterWithin[],
  ) => {
    readonly subject: string;
    readonly text: string;
    readonly html: string;
  };
  readonly deliver: (letter: Letter) => Promise<Delivery>;
}

const BATCH = 20;
/** Renewed before each letter, so that those of a sender that was killed go half a minute later. */
const LEASE_SECONDS = 30;
const LONGEST_PAUSE_SECONDS = 900;

/**
 * Sends queued letters: claims by lease, asks again whether a letter may still go, hands it over, records.
 * After a crash the same Message-ID goes again (wake.md 18-19).
 */
export function createMailSender(deps: MailSenderDeps): Loop {
  return {
    name: 'mail',
    everyMs: 1000,
    turn: async () => {
      const claimed = await claim(deps.em);
      for (const mail of claimed) await send(deps, mail);
      return claimed.length;
    },
  };
}

async function claim(em: EntityManager): Promise<MailRow[]> {
  return em.fork().execute(
    `update mail set claimed_until = clock_timestamp() + make_interval(secs => ?), attempts = attempts + 1
     where id in (
       select id from mail where state = 'queued' and not_before <= clock_timestamp()
         and (claimed_until is null or claimed_until < clock_timestamp())
       order by queued_at limit ? for update skip locked)
     returning id, message_id, template, subject_kind, subject_id, to_person_id, to_address, language, data, attempts`,
    [LEASE_SECONDS, BATCH],
  );
}

async function send(deps: MailSenderDeps, mail: MailRow): Promise<void> {
  const em = deps.em.fork();
  const now = await deps.clock.now();
  await withdrawAfterRole(em, mail.id, dayOf(now));
  if (!(await isStillOurs(em, mail))) return;
  const within = mail.template === 'morningLetter' ? await readWithin(em, mail.id) : [];
  if (mail.template === 'morningLetter' && within.length === 0) {
    // All that was gathered has been withdrawn since.
    await em.execute(`update mail set state = 'withdrawn', claimed_until = null where id = ?`, [mail.id]);
    return;
  }
  try {
    const delivery = await deps.deliver({
      messageId: mail.message_id,
      to: mail.to_address,
      date: now,
      ...deps.compose(mail, within),
    });
    await record(em, mail, delivery, now);
  } catch (error) {
    // The server is away, or the letter cannot be written: it stays queued, told to the operator, and is tried again later
    // with the same Message-ID.
    const code = codeOf(error);
    const pause = Math.min(2 ** Math.min(mail.attempts, 10), LONGEST_PAUSE_SECONDS);
    deps.log.warn(
      { mail: mail.id, template: mail.template, attempts: mail.attempts, code },
      'letter not sent',
    );
    await em.execute(
      `update mail set claimed_until = null, error = ?, not_before = clock_timestamp() + make_interval(secs => ?)
       where id = ? and attempts = ?`,
      [code, pause, mail.id, mail.attempts],
    );
  }
}

/** What came of it, for the letter and those that went within it; nothing where another sender has claimed it since, or it has come back. */
async function record(em: EntityManager, mail: MailRow, delivery: Delivery, now: Date): Promise<void> {
  const mine = `((id = ? and attempts = ? and state = 'queued') or ${GATHERED_WITHIN})`;
  const whose = [mail.id, mail.attempts, mail.id];
  if (delivery.accepted)
    await em.execute(
      `update mail set state = 'sent', sent_at = ?, error = null, claimed_until = null where ${mine}`,
      [now, ...whose],
    );
  else await recordReturned(em, { at: now, code: delivery.code }, { where: mine, values: whose });
}

/** Name or code alone: a message may hold an address. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('responseCode' in error && typeof error.responseCode === 'number') return String(error.responseCode);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

const GATHERED_WITHIN = `(within_id = ? and state = 'gathered')`;

/** What the letter tells is found when it goes, so that nothing withdrawn is told (wake.md 19). */
async function readWithin(em: EntityManager, id: string): Promise<LetterWithin[]> {
  return em.execute(`select template, data from mail where ${GATHERED_WITHIN} order by queued_at, id`, [id]);
}

/**
 * A letter to whoever holds a role or office, and one that goes within a morning's letter, does not go to somebody who no longer
 * does (wake.md 19).
 */
async function withdrawAfterRole(em: EntityManager, id: string, today: Day): Promise<void> {
  await em.execute(
    `update mail set state = 'withdrawn', claimed_until = null
     where (id = ? or within_id = ?) and state in ('queued', 'gathered') and to_role is not null
       and not exists (select from role_assignment a where a.person_id = mail.to_person_id and a.role = mail.to_role
         and a.scope_id = mail.to_scope_id and ?::date between a.valid_from and coalesce(a.valid_to, 'infinity'))
       and not exists (select from seat_holder h join seat s on s.id = h.seat_id where h.person_id = mail.to_person_id
         and h.office = mail.to_role and s.body_id = mail.to_scope_id
         and ?::date between h.valid_from and coalesce(h.valid_to, 'infinity'))`,
    [id, id, today, today],
  );
}

/** Asks again whether the letter may go (wake.md 19): it is neither withdrawn nor claimed by another sender since. */
async function isStillOurs(em: EntityManager, mail: MailRow): Promise<boolean> {
  const renewed: unknown[] = await em.execute(
    `update mail set claimed_until = clock_timestamp() + make_interval(secs => ?)
     where id = ? and state = 'queued' and attempts = ? returning id`,
    [LEASE_SECONDS, mail.id, mail.attempts],
  );
  return renewed.length > 0;
}
