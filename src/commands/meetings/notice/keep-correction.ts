import { v7 as uuidv7 } from 'uuid';
import type { Day } from '../../../domain/time/day';
import { PostingCorrection, type NoticePosting } from '../../../store/entities/notices';
import type { Transaction } from '../../runner/transaction';

/** M-11: a corrected day of a posting; what stood before is kept with the reason and who corrected it. */
export function correctDay(
  tx: Transaction,
  posting: NoticePosting,
  field: 'statedDay' | 'downDay',
  {
    after,
    reason,
    correctedBy,
  }: { readonly after: Day; readonly reason: string; readonly correctedBy: string },
): void {
  tx.em.persist(
    tx.em.create(PostingCorrection, {
      id: uuidv7(),
      postingId: posting.id,
      field,
      before: posting[field] ?? null,
      after,
      reason,
      correctedBy,
      at: tx.now,
    }),
  );
  posting[field] = after;
}
