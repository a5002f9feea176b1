import { createHmac } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { canWait } from '../../domain/notifications/letters-that-wait';
import type { MailTemplate } from '../../domain/notifications/mail-templates';
import { SEALED, SEALED_LINK } from '../../contracts/sealed-mail';
import { Person } from '../../store/entities/people';
import type { Transaction } from '../runner/transaction';

export interface MailToQueue {
  readonly template: MailTemplate;
  readonly subject: { readonly kind: string; readonly id: string; readonly authorityId: string };
  /** Version of the subject that the letter is about. */
  readonly version: number;
  /** 1, or more where a person pressed "send again". */
  readonly round?: number;
  readonly to: { readonly personId: string } | { readonly address: string };
  /** The role or office in which a person gets it: it does not go when that has ended before it is sent (wake.md 19). */
  readonly as?: { readonly role: 'secretary' | 'chair' | 'registrar'; readonly scopeId: string };
  /**
   * What the template is filled with. No personal data, no closed papers: names of bodies, days (wake.md 19).
   * `link` is a local path and becomes the letter's one button.
   */
  readonly data: Readonly<Record<string, string | number>>;
  /** A local path that lets its reader in without an account, in the place of `link`: it stands sealed in the row. */
  readonly oneTimeLink?: string;
}

/**
 * Writes the mail row, once for its key (template, subject, version, recipient, round); the sender loop sends it, or the
 * morning's letter takes it in where it can wait and its reader has chosen so.
 * The Message-ID is a keyed hash of the key, so that a letter sent again after a crash is the same letter.
 * @returns the row's id; null where it was there already
 */
export async function queueMail(tx: Transaction, mail: MailToQueue): Promise<string | null> {
  const person = 'personId' in mail.to ? await tx.em.findOneOrFail(Person, mail.to.personId) : null;
  const address = person?.email ?? ('address' in mail.to ? mail.to.address : '');
  const recipient = person?.id ?? address;
  const key = [mail.template, mail.subject.id, mail.version, recipient, mail.round ?? 1].join('/');
  const rows: { id: string }[] = await tx.em.execute(
    `insert into mail (id, key, message_id, authority_id, template, subject_kind, subject_id, to_person_id, to_address, to_role, to_scope_id, language, data,
       state, queued_at, not_before, attempts)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, clock_timestamp(), 0)
     on conflict (key) do nothing returning id`,
    [
      uuidv7(),
      key,
      messageId(tx.secret, key),
      mail.subject.authorityId,
      mail.template,
      mail.subject.kind,
      mail.subject.id,
      person?.id ?? null,
      address,
      mail.as?.role ?? null,
      mail.as?.scopeId ?? null,
      person?.language ?? 'sv',
      JSON.stringify(dataOf(tx, mail)),
      canWait(mail.template, person?.letters ?? 'each') ? 'gathered' : 'queued',
      tx.now,
    ],
  );
  return rows[0]?.id ?? null;
}

function dataOf(tx: Transaction, { data, oneTimeLink }: MailToQueue): MailToQueue['data'] {
  return oneTimeLink === undefined
    ? data
    : { ...data, link: `${SEALED}${tx.seal(SEALED_LINK, oneTimeLink)}` };
}

/** Takes back letters that have not gone yet, such as a reminder whose act is done. */
export async function withdrawMails(
  tx: Transaction,
  subjectId: string,
  templates: readonly MailTemplate[],
): Promise<void> {
  await tx.em.execute(
    `update mail set state = 'withdrawn' where subject_id = ? and template in (?) and state in ('queued', 'gathered', 'held')`,
    [subjectId, templates],
  );
}

/** Letters that waited for a morning's letter go on their own after all. */
export async function sendGathered(tx: Transaction, personId: string): Promise<void> {
  await tx.em.execute(
    `update mail set state = 'queued' where to_person_id = ? and state = 'gathered' and within_id is null`,
    [personId],
  );
}

function messageId(secret: string, key: string): string {
  return `<${createHmac('sha256', secret).update(key).digest('hex').slice(0, 40)}@samrad>`;
}
