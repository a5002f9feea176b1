import type { CommandName } from '../../contracts/commands';
import { FileExtract, OfExtract } from '../../contracts/dispatch/dispatch';
import { beforeOfficeOpens } from '../../domain/processes/office-morning';
import { addDays } from '../../domain/time/day';
import { endOfDay } from '../../domain/time/stockholm';
import { Meeting } from '../../store/entities/meetings';
import { Paragraph } from '../../store/entities/minutes';
import { Dispatch, MinutesExtract } from '../../store/entities/notices';
import { readBouncedRecipients } from '../../store/queries/dispatch/dispatch-facts';
import { boundRules } from '../../store/queries/meetings/plan/plan-rules';
import { closeDeadline, meetDeadline, setDeadline, takeDueReminder } from '../deadlines/deadlines';
import { linkToken, linkTokenHash } from '../notifications/one-time-links';
import { keepMadeDocument } from '../register/documents/keep-made-document';
import { defineCommand, type Command } from '../runner/command';
import { lockRow, type Transaction } from '../runner/transaction';
import { extractWords, receiveTask, secretaryTask, sendLetter } from './extract-letters';
import { extractWakes, isOutstanding, owesReply } from './open-dispatch';

/** Why the day to report back by ends unmet; it stands in the case file. */
const UNANSWERED = 'alla har inte svarat';

function step(
  name: CommandName,
  work: (tx: Transaction, extract: MinutesExtract, recipients: readonly Dispatch[]) => Promise<void>,
): Command<OfExtract, { extractId: string }> {
  return defineCommand<OfExtract, { extractId: string }>({
    name,
    kind: 'step',
    input: OfExtract,
    permission: 'internal',
    handle: async (tx, input) => {
      const locked = await lockRow(tx, MinutesExtract, { id: input.extractId }, input.version);
      if (!locked.ok) return locked;
      const extract = locked.row;
      const recipients = await tx.em.find(
        Dispatch,
        { extractId: extract.id },
        { orderBy: { ordinal: 'asc' } },
      );
      await work(tx, extract, recipients);
      await tx.em.flush();
      // The version moves with every step, so that what was read before is superseded.
      await tx.em.execute('update minutes_extract set version = version + 1 where id = ?', [extract.id]);
      return {
        ok: true,
        result: { extractId: extract.id },
        subject: { kind: 'extract', id: extract.id, authorityId: extract.authorityId },
        wakes: [
          ...extractWakes(extract),
          { kind: 'meetingCycle', row: extract.meetingId, authority: extract.authorityId },
        ],
      };
    },
  });
}

/** One letter to each recipient, and a day by which receipts are expected. */
export const sendExtract = step('sendExtract', async (tx, extract, recipients) => {
  for (const recipient of recipients) {
    recipient.receiptTokenHash = linkTokenHash(linkToken(tx.secret, 'receipt', recipient.id));
    await sendLetter(tx, extract, recipient, 'extract');
    await receiveTask(tx, extract, recipient);
  }
  extract.state = 'dispatched';
  const rules = await boundRules(tx.em, await tx.em.findOneOrFail(Meeting, extract.meetingId));
  const day = addDays(tx.today, rules.receiptReminderDays);
  await setDeadline(tx, {
    owner: { kind: 'extract', id: extract.id, authorityId: extract.authorityId },
    kind: 'receipts',
    day,
    at: beforeOfficeOpens(day, extract.id),
    rule: 'M-12',
    basis: 'dispatchDate',
    reminders: [{ kind: 'receiptsMissing', dueAt: beforeOfficeOpens(day, extract.id) }],
  });
  await setReplyDay(tx, extract);
});

/** A letter to a recipient came back: the secretary has it as a task at once. */
export const reportBouncedExtract = step('reportBouncedExtract', async (tx, extract, recipients) => {
  const bounced = new Set(await readBouncedRecipients(tx.em, extract.id));
  for (const recipient of recipients)
    if (bounced.has(recipient.id)) await secretaryTask(tx, extract, recipient, 'extractBounced');
});

/** The morning after the day to report back by, the secretary is told who has not. */
async function setReplyDay(tx: Transaction, extract: MinutesExtract): Promise<void> {
  const day = extract.replyDay ?? null;
  if (day === null) return;
  await setDeadline(tx, {
    owner: { kind: 'extract', id: extract.id, authorityId: extract.authorityId },
    kind: 'replies',
    day,
    at: endOfDay(day),
    rule: 'M-12',
    basis: 'dispatchDate',
    reminders: [{ kind: 'repliesMissing', dueAt: beforeOfficeOpens(addDays(day, 1), extract.id) }],
  });
}

/** Who has not answered: the recipient is reminded of the receipt, the secretary sees it as a task. */
export const remindReceipts = step('remindReceipts', async (tx, extract, recipients) => {
  const receipts = await takeDueReminder(tx, extract.id, 'receipts');
  const replies = await takeDueReminder(tx, extract.id, 'replies');
  if (receipts === null && replies === null) return;
  for (const recipient of recipients) {
    if (isOutstanding(recipient)) {
      await sendLetter(tx, extract, recipient, 'receiptReminder');
      await secretaryTask(tx, extract, recipient, 'receiptMissing');
    }
    if (replies !== null && owesReply(recipient)) await secretaryTask(tx, extract, recipient, 'replyMissing');
  }
});

/** Everyone has confirmed while some are still to report back: nobody is reminded of a receipt any more. */
export const endReceipts = step('endReceipts', async (tx, extract) => {
  await meetDeadline(tx, extract.id, 'receipts');
});

/** Everyone has confirmed or is closed with a reason. */
export const closeExtract = step('closeExtract', async (tx, extract, recipients) => {
  extract.state = 'closed';
  await meetDeadline(tx, extract.id, 'receipts');
  if (recipients.some(owesReply)) await closeDeadline(tx, extract.id, 'replies', UNANSWERED);
  else await meetDeadline(tx, extract.id, 'replies');
});

/** The certified extract as a document of the matter it came from (M-12), made once: `extract/<id>`. */
export const fileExtract = defineCommand<FileExtract, { documentId: string }>({
  name: 'fileExtract',
  kind: 'step',
  input: FileExtract,
  permission: 'internal',
  handle: async (tx, input) => {
    const locked = await lockRow(tx, MinutesExtract, { id: input.extractId });
    if (!locked.ok) return locked;
    const extract = locked.row;
    const words = await extractWords(tx, extract);
    const closedItemIds = await closedItemsOf(tx, extract);
    // Whoever gets the whole minutes gets no extract of them, and the register says so.
    const whole = extract.paragraphIds.length === 0;
    const { bytes, pages, template, renderer, snapshot, claims } = input;
    const matterId = extract.matterId ?? null;
    const version = await keepMadeDocument(tx, {
      document: {
        authorityId: extract.authorityId,
        bodyId: extract.bodyId,
        matterId,
        kind: 'extract',
        title: whole
          ? `Protokoll ${words.body} ${words.day} (kopia för expediering)`
          : `Protokollsutdrag ${words.body} ${words.day}, ${words.paragraphs}`,
        direction: 'outgoing',
        day: tx.today,
        state: 'dispatched',
        ...(matterId === null ? { unregisteredReason: 'Hålls ordnat tillsammans med protokollet' } : {}),
        owner: { kind: 'extract', id: extract.id },
        closedItemIds,
      },
      version: {
        madeKey: `extract/${extract.id}`,
        bytes,
        mediaType: 'application/pdf',
        pages,
        fileName: `${whole ? 'protokoll' : 'protokollsutdrag'}-${words.day}.pdf`,
        template,
        renderer,
        snapshot,
        claims,
      },
    });
    extract.documentId = version.documentId;
    return {
      ok: true,
      result: { documentId: version.documentId },
      subject: { kind: 'extract', id: extract.id, authorityId: extract.authorityId },
      wakes: extractWakes(extract),
    };
  },
});

/** The closed items that the extract is of: its document hides with them (KL 6:25). */
async function closedItemsOf(tx: Transaction, { paragraphIds }: MinutesExtract): Promise<string[]> {
  if (paragraphIds.length === 0) return [];
  const closed = await tx.em.find(
    Paragraph,
    { id: { $in: paragraphIds }, closed: true },
    { orderBy: { number: 'asc' } },
  );
  return closed.map(({ itemId }) => itemId);
}
