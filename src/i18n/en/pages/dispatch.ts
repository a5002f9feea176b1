import type { SameTexts } from '../../fill';
import type { dispatch as source } from '../../sv/pages/dispatch';

export const dispatch: SameTexts<typeof source> = {
  certifiedReceipt: 'The extracts are certified and go to {recipients} recipients.',
  receivedReceipt: 'Thank you, the receipt is confirmed.',
  replyReceipt: 'The reply is recorded.',
  closedReceipt: 'The row is closed with your reason.',
  againReceipt: 'The extract is sent again.',
};
