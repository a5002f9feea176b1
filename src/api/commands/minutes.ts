import { correctRecord } from '../../commands/meetings/minutes/correct-record';
import { correctTimes } from '../../commands/meetings/minutes/correct-times';
import { editParagraph } from '../../commands/meetings/minutes/edit-paragraph';
import { sendToVerification } from '../../commands/meetings/minutes/send-to-verification';
import { takeBackMinutes } from '../../commands/meetings/minutes/take-back-minutes';
import { commentParagraph, resolveComment } from '../../commands/meetings/verification/comments';
import { replaceVerifier } from '../../commands/meetings/verification/replace-verifier';
import { signMinutes } from '../../commands/meetings/verification/sign-minutes';
import { OfMeetingMinutes, ParagraphSaved, RecordCorrected } from '../../contracts/meetings/minutes/minutes';
import { Commented, MinutesSigned } from '../../contracts/meetings/verification/verification';
import { expose, type ExposedCommand } from '../exposed-command';
import { checkedText } from './checked-texts';

/** What is done with the minutes: written, presented, commented, signed. */
export const minutes: readonly ExposedCommand[] = [
  expose(
    checkedText(
      editParagraph,
      ({ content }) => content,
      (input, content) => ({ ...input, content }),
    ),
    { result: ParagraphSaved, receipt: 'minutes.saved', summary: 'Save a free text of a paragraph' },
  ),
  expose(correctRecord, {
    result: RecordCorrected,
    receipt: 'minutes.corrected',
    summary: 'Correct what was recorded of an item',
  }),
  expose(correctTimes, {
    result: OfMeetingMinutes,
    receipt: 'minutes.timesCorrected',
    summary: 'Correct when the meeting began and ended',
  }),
  expose(sendToVerification, {
    result: OfMeetingMinutes,
    receipt: 'minutes.sent',
    summary: 'Present the minutes for verification',
  }),
  expose(takeBackMinutes, {
    result: OfMeetingMinutes,
    receipt: 'minutes.takenBack',
    summary: 'Take the minutes back for editing',
  }),
  expose(commentParagraph, {
    result: Commented,
    receipt: 'minutes.commented',
    summary: 'Comment on a paragraph before signing',
  }),
  expose(resolveComment, {
    result: Commented,
    receipt: 'minutes.resolved',
    summary: 'Mark a comment as dealt with',
  }),
  expose(signMinutes, { result: MinutesSigned, receipt: 'minutes.signed', summary: 'Sign the minutes' }),
  expose(replaceVerifier, {
    result: OfMeetingMinutes,
    receipt: 'minutes.replaced',
    summary: 'Replace a prevented verifier',
  }),
];
