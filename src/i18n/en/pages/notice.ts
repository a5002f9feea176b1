import type { SameTexts } from '../../fill';
import type { notice as source } from '../../sv/pages/notice';

export const notice: SameTexts<typeof source> = {
  dayReceipt: 'The common posting day is changed.',
  confirmedReceipt:
    'The notice is confirmed. The appeal time is counted from the last board that is confirmed.',
  correctedReceipt: 'The posting day is corrected. What stood before is kept in the history.',
  missingReceipt: 'It is noted that the notice is missing. A new full time is counted when it is up again.',
  restoredReceipt: 'It is noted that the notice is up again.',
  downReceipt: 'It is noted that the notice is taken down.',
  courtReceipt: "The court's answer is recorded.",
};
