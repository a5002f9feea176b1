import { actorName } from '../../contracts/actor';
import {
  CloseDispatch,
  ConfirmReceipt,
  ConfirmReceiptByLink,
  RecordReply,
  SendExtractAgain,
} from '../../contracts/dispatch/dispatch';
import { refuse } from '../../domain/refusals/refusal';
import { closeTasks } from '../notifications/tasks';
import { isLinkToken } from '../notifications/one-time-links';
import { withdrawMails } from '../notifications/mail';
import { defineCommand, type Outcome } from '../runner/command';
import type { Transaction } from '../runner/transaction';
import { sendLetter } from './extract-letters';
import { extractWakes, isOutstanding, onDispatch, openDispatch, type OpenDispatch } from './open-dispatch';

interface OfDispatch {
  readonly dispatchId: string;
}

/** Receipts of many recipients within half a minute are one wake. */
const GATHER_SECONDS = 30;

/** M-12: the recipient confirms that the decision has reached them. */
export const confirmReceipt = defineCommand<ConfirmReceipt, OfDispatch>({
  name: 'confirmReceipt',
  kind: 'step',
  input: ConfirmReceipt,
  permission: (tx, input) => onDispatch(tx, 'dispatch.receive', input.dispatchId),
  handle: async (tx, input) => {
    const open = await openDispatch(tx, input.dispatchId, input.version);
    return open.ok ? receive(tx, open, actorName(tx.actor)) : open;
  },
});

/** The same from the one-time link in the letter. */
export const confirmReceiptByLink = defineCommand<ConfirmReceiptByLink, OfDispatch>({
  name: 'confirmReceiptByLink',
  kind: 'step',
  input: ConfirmReceiptByLink,
  permission: 'public',
  handle: async (tx, input) => {
    const open = await openDispatch(tx, input.dispatchId);
    if (!open.ok) return open;
    return isLinkToken(open.dispatch.receiptTokenHash, input.token)
      ? receive(tx, open, `link:${input.dispatchId}`)
      : refuse('not-found');
  },
});

async function receive(tx: Transaction, open: OpenDispatch, by: string): Promise<Outcome<OfDispatch>> {
  const { dispatch, extract } = open;
  if ((dispatch.receivedAt ?? null) !== null) return refuse('receipt-confirmed-already');
  await markReceived(tx, open, by);
  return result(open, extractWakes(extract, GATHER_SECONDS));
}

async function markReceived(tx: Transaction, open: OpenDispatch, by: string): Promise<void> {
  open.dispatch.receivedAt = tx.now;
  open.dispatch.receivedBy = by;
  await done(tx, open);
}

/** What a recipient reports back on the decision; it does not change the minutes. Whoever answers has received it. */
export const recordReply = defineCommand<RecordReply, OfDispatch>({
  name: 'recordReply',
  kind: 'step',
  input: RecordReply,
  permission: (tx, input) => onDispatch(tx, 'dispatch.reply', input.dispatchId),
  handle: async (tx, input) => {
    const open = await openDispatch(tx, input.dispatchId, input.version);
    if (!open.ok) return open;
    if ((open.dispatch.repliedAt ?? null) !== null) return refuse('reply-recorded-already');
    open.dispatch.reply = input.reply;
    open.dispatch.repliedAt = tx.now;
    if (isOutstanding(open.dispatch)) await markReceived(tx, open, actorName(tx.actor));
    await closeTasks(tx, open.dispatch.id, ['replyMissing']);
    return result(open, extractWakes(open.extract, GATHER_SECONDS));
  },
});

/** A recipient that will not confirm, such as one that has moved: closed with the reason, visible for ever. */
export const closeDispatch = defineCommand<CloseDispatch, OfDispatch>({
  name: 'closeDispatch',
  kind: 'step',
  input: CloseDispatch,
  permission: (tx, input) => onDispatch(tx, 'extract.certify', input.dispatchId),
  handle: async (tx, input) => {
    const open = await openDispatch(tx, input.dispatchId, input.version);
    if (!open.ok) return open;
    if (!isOutstanding(open.dispatch)) return refuse('dispatch-settled-already');
    open.dispatch.closedReason = input.reason;
    await done(tx, open);
    await closeTasks(tx, open.dispatch.id, ['replyMissing']);
    return result(open, extractWakes(open.extract));
  },
});

/** A new round to the same recipient, to a corrected address where the letter bounced. */
export const sendExtractAgain = defineCommand<SendExtractAgain, OfDispatch>({
  name: 'sendExtractAgain',
  kind: 'edit',
  input: SendExtractAgain,
  permission: (tx, input) => onDispatch(tx, 'extract.certify', input.dispatchId),
  handle: async (tx, input) => {
    const open = await openDispatch(tx, input.dispatchId, input.version);
    if (!open.ok) return open;
    const { dispatch, extract } = open;
    if (!isOutstanding(dispatch)) return refuse('dispatch-settled-already');
    if (extract.state === 'certified') return refuse('extract-not-sent-yet');
    if (input.address !== undefined) dispatch.address = input.address;
    const rounds: { round: number }[] = await tx.em.execute(
      `select count(*)::int as round from mail where subject_id = ? and template = 'extract'`,
      [dispatch.id],
    );
    await sendLetter(tx, extract, dispatch, 'extract', (rounds[0]?.round ?? 0) + 1);
    await closeTasks(tx, dispatch.id, ['extractBounced']);
    return result(open, []);
  },
});

async function done(tx: Transaction, open: OpenDispatch): Promise<void> {
  await closeTasks(tx, open.dispatch.id, ['receiveExtract', 'receiptMissing', 'extractBounced']);
  await withdrawMails(tx, open.dispatch.id, ['extract', 'receiptReminder']);
}

function result(open: OpenDispatch, wakes: ReturnType<typeof extractWakes>): Outcome<OfDispatch> {
  const { dispatch } = open;
  return {
    ok: true,
    result: { dispatchId: dispatch.id },
    subject: { kind: 'dispatch', id: dispatch.id, authorityId: dispatch.authorityId },
    wakes,
  };
}
