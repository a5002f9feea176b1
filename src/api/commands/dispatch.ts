import { z } from 'zod';
import { certifyExtracts } from '../../commands/dispatch/certify-extracts';
import {
  closeDispatch,
  confirmReceipt,
  confirmReceiptByLink,
  recordReply,
  sendExtractAgain,
} from '../../commands/dispatch/recipient-acts';
import { expose, type ExposedCommand } from '../exposed-command';

const Certified = z.object({ extracts: z.int(), recipients: z.int() });
const OfDispatch = z.object({ dispatchId: z.uuid() });

/** Extracts and their recipients. */
export const dispatch: readonly ExposedCommand[] = [
  expose(certifyExtracts, {
    result: Certified,
    receipt: 'dispatch.certifyReceipt',
    summary: 'Certify the extracts of verified minutes and send them',
  }),
  expose(confirmReceipt, {
    result: OfDispatch,
    receipt: 'dispatch.receiveReceipt',
    summary: 'Confirm that an extract has arrived',
  }),
  expose(confirmReceiptByLink, {
    result: OfDispatch,
    receipt: 'dispatch.receiveReceipt',
    summary: 'Confirm by the one-time link that an extract has arrived',
  }),
  expose(recordReply, {
    result: OfDispatch,
    receipt: 'dispatch.replyReceipt',
    summary: 'Reply to the body about an extract',
  }),
  expose(closeDispatch, {
    result: OfDispatch,
    receipt: 'dispatch.closeReceipt',
    summary: 'Close a recipient without a confirmation, with the reason',
  }),
  expose(sendExtractAgain, {
    result: OfDispatch,
    receipt: 'dispatch.againReceipt',
    summary: 'Send an extract again, to a corrected address where one is given',
  }),
];
