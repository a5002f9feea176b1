import { formatParagraphRange } from '../../domain/meetings/minutes/paragraph-reference';
import type { Day } from '../../domain/time/day';
import { Body } from '../../store/entities/bodies';
import { Meeting } from '../../store/entities/meetings';
import { Paragraph } from '../../store/entities/minutes';
import type { Dispatch, MinutesExtract } from '../../store/entities/notices';
import { queueMail } from '../notifications/mail';
import { linkToken } from '../notifications/one-time-links';
import { openTask, openTaskAnew } from '../notifications/tasks';
import type { Transaction } from '../runner/transaction';

/** What letters and tasks about an extract say. */
export interface ExtractWords {
  readonly body: string;
  readonly day: Day;
  /** "§ 17", or "protokollet §§ 12–26" for the whole. */
  readonly paragraphs: string;
}

export async function extractWords(tx: Transaction, extract: MinutesExtract): Promise<ExtractWords> {
  const body = await tx.em.findOneOrFail(Body, extract.bodyId);
  const meeting = await tx.em.findOneOrFail(Meeting, extract.meetingId);
  const whole = extract.paragraphIds.length === 0;
  const rows = await tx.em.find(
    Paragraph,
    whole ? { minutesId: extract.minutesId } : { id: { $in: extract.paragraphIds } },
    { orderBy: { number: 'asc' } },
  );
  const range = formatParagraphRange(rows.map(({ number }) => number));
  return { body: body.name, day: meeting.day, paragraphs: whole ? `protokollet ${range}` : range };
}

/** The letter to one recipient, with a one-time link to the extract and its receipt. */
export async function sendLetter(
  tx: Transaction,
  extract: MinutesExtract,
  dispatch: Dispatch,
  template: 'extract' | 'receiptReminder',
  round = 1,
): Promise<void> {
  const words = await extractWords(tx, extract);
  await queueMail(tx, {
    template,
    subject: { kind: 'dispatch', id: dispatch.id, authorityId: dispatch.authorityId },
    version: 1,
    round,
    to: { address: dispatch.address },
    data: {
      ...words,
      ...((extract.replyDay ?? null) === null ? {} : { replyDay: String(extract.replyDay) }),
    },
    oneTimeLink: `/utdrag/${dispatch.id}/${linkToken(tx.secret, 'receipt', dispatch.id)}`,
  });
}

/** The task of whoever receives: the person named, or the registrar of the principal. */
export async function receiveTask(
  tx: Transaction,
  extract: MinutesExtract,
  dispatch: Dispatch,
): Promise<void> {
  const { personId, principalId } = dispatch;
  const who =
    (personId ?? null) !== null
      ? { personId: String(personId) }
      : (principalId ?? null) !== null
        ? { role: 'registrar' as const, scopeId: String(principalId) }
        : null;
  if (who === null) return;
  const words = await extractWords(tx, extract);
  await openTask(tx, {
    kind: 'receiveExtract',
    subject: { kind: 'dispatch', id: dispatch.id, authorityId: dispatch.authorityId },
    for: who,
    bodyId: extract.bodyId,
    dueDay: null,
    rule: 'M-12',
    facts: { ...words },
    link: `/utdrag/${dispatch.id}`,
  });
}

/**
 * What the secretary has to do about one recipient: a letter that came back, a receipt that has not come, or a reply that was
 * asked for by a day that has passed; the secretary may note what was answered in another way. Anew where an earlier one is done.
 */
export async function secretaryTask(
  tx: Transaction,
  extract: MinutesExtract,
  dispatch: Dispatch,
  kind: 'extractBounced' | 'receiptMissing' | 'replyMissing',
): Promise<void> {
  const { body, day } = await extractWords(tx, extract);
  await openTaskAnew(tx, {
    kind,
    subject: { kind: 'dispatch', id: dispatch.id, authorityId: dispatch.authorityId },
    for: { role: 'secretary', scopeId: extract.bodyId },
    bodyId: extract.bodyId,
    dueDay: tx.today,
    rule: 'M-12',
    facts: { body, day, recipient: dispatch.recipientName },
    link:
      kind === 'receiptMissing' ? `/sammantraden/${extract.meetingId}/expediering` : `/utdrag/${dispatch.id}`,
  });
}
