import type { dispatchRefusals } from '../../../domain/refusals/dispatch';

export const dispatch: Record<keyof typeof dispatchRefusals, string> = {
  'extracts-certified-already':
    'The extracts are already certified and sent. See who has answered on the page Dispatch.',
  'nothing-to-dispatch':
    'No decided item has recipients in its dispatch list, so there is nothing to send. Name recipients on the item next time.',
  'recipient-without-address':
    '{recipient} has no e-mail address, so the extract cannot be sent there. Enter the address, or take the recipient off the dispatch list.',
  'dispatch-group-empty':
    'The dispatch group "{group}" has no recipients on {day}. Correct the group, or choose recipients one by one.',
  'reply-day-passed':
    'The day by which recipients are to have answered, {day}, is today or has passed. Choose a later day, or leave the field empty.',
  'extract-not-sent-yet': 'The extract is being made and is sent by itself. Wait until it has gone.',
  'receipt-confirmed-already': 'The receipt is already confirmed. You need not do anything more.',
  'reply-recorded-already': 'A reply is already recorded. Contact the secretary if it needs to be completed.',
  'dispatch-settled-already':
    'The recipient has already confirmed, or the row is closed. There is nothing to change.',
};
