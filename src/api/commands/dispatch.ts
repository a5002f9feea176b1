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

const OfDispatch = z.object({ dispatchId: z.uuid() });
const Certified = z.object({ extracts: z.int(), recipients: z.int() });

/** Extracts and their recipients. */
export const dispatch: readonly ExposedCommand[] = [
  expose(certifyExtracts, {
    result: Certified,
    receipt: 'dispatch.certifiedReceipt',
    summary: 'Certify the extracts',
  }),
  expose(confirmReceipt, {
    result: OfDispatch,
    receipt: 'dispatch.receivedReceipt',
    summary: 'Confirm a receipt',
  }),
  expose(confirmReceiptByLink, {
    result: OfDispatch,
    receipt: 'dispatch.receivedReceipt',
    summary: 'Confirm a receipt from a one-time link',
  }),
  expose(recordReply, {
    result: OfDispatch,
    receipt: 'dispatch.replyReceipt',
    summary: 'Report back on a decision',
  }),
  expose(closeDispatch, {
    result: OfDispatch,
    receipt: 'dispatch.closedReceipt',
    summary: 'Close without receipt',
  }),
  expose(sendExtractAgain, {
    result: OfDispatch,
    receipt: 'dispatch.againReceipt',
    summary: 'Send an extract again',
  }),
];
