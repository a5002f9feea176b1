import { z } from 'zod';
import {
  confirmPosting,
  confirmPostingByLink,
  setPostingDay,
} from '../../commands/meetings/notice/confirm-posting';
import {
  correctPosting,
  correctPostingByLink,
  reportNoticeMissing,
  restorePosting,
} from '../../commands/meetings/notice/correct-posting';
import { correctTakeDown } from '../../commands/meetings/notice/correct-take-down';
import { recordCourtAnswer } from '../../commands/meetings/notice/record-court-answer';
import { takeDownNotice, takeDownNoticeByLink } from '../../commands/meetings/notice/take-down';
import { expose, type ExposedCommand } from '../exposed-command';

const OfPosting = z.object({ postingId: z.uuid() });
const OfNotice = z.object({ noticeId: z.uuid() });

/** The notice on every board, until the court has answered and the last one is down. */
export const notice: readonly ExposedCommand[] = [
  expose(setPostingDay, {
    result: OfNotice,
    receipt: 'notice.dayReceipt',
    summary: 'Set the common posting day',
  }),
  expose(confirmPosting, {
    result: OfPosting,
    receipt: 'notice.confirmedReceipt',
    summary: 'Confirm a posting',
  }),
  expose(confirmPostingByLink, {
    result: OfPosting,
    receipt: 'notice.confirmedReceipt',
    summary: 'Confirm a posting from a one-time link',
  }),
  expose(correctPostingByLink, {
    result: OfPosting,
    receipt: 'notice.correctedReceipt',
    summary: 'Correct a posting day from a one-time link',
  }),
  expose(correctPosting, {
    result: OfPosting,
    receipt: 'notice.correctedReceipt',
    summary: 'Correct a posting day',
  }),
  expose(correctTakeDown, {
    result: OfPosting,
    receipt: 'notices.downCorrected',
    summary: 'Correct the day a notice was taken down',
  }),
  expose(reportNoticeMissing, {
    result: OfPosting,
    receipt: 'notice.missingReceipt',
    summary: 'Report that a notice is missing',
  }),
  expose(restorePosting, {
    result: OfPosting,
    receipt: 'notice.restoredReceipt',
    summary: 'Report that it is back',
  }),
  expose(takeDownNotice, {
    result: OfPosting,
    receipt: 'notice.downReceipt',
    summary: 'Confirm a taken-down notice',
  }),
  expose(takeDownNoticeByLink, {
    result: OfPosting,
    receipt: 'notice.downReceipt',
    summary: 'Confirm a taken-down notice from a one-time link',
  }),
  expose(recordCourtAnswer, {
    result: OfNotice,
    receipt: 'notice.courtReceipt',
    summary: "Record the court's answer",
  }),
];
