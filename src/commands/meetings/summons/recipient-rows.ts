import { v7 as uuidv7 } from 'uuid';
import { compositionOn } from '../../../domain/bodies/seats';
import {
  calledToItems,
  summonsRecipients,
  type SummonsRecipient,
} from '../../../domain/meetings/summons/summons-recipients';
import type { Day } from '../../../domain/time/day';
import type { AgendaVersionItem } from '../../../domain/meetings/agenda/agenda-version-items';
import { readSeating } from '../../../store/queries/meetings/summons/summons-seating';
import type { Transaction } from '../../runner/transaction';

/** Everyone the summons goes to: seat holders of the meeting day, and those called to items of the approved agenda. */
export async function recipientsOf(
  tx: Transaction,
  meeting: { readonly id: string; readonly bodyId: string; readonly day: Day },
  items: readonly AgendaVersionItem[],
): Promise<SummonsRecipient[]> {
  const { seats, holders } = await readSeating(tx.em, meeting.bodyId);
  const serving: { seat: string }[] = await tx.em.execute(
    `select serving_seat_id as seat from substitute_call where meeting_id = ? and state = 'filled' and serving_seat_id is not null`,
    [meeting.id],
  );
  return summonsRecipients(
    compositionOn(seats, holders, meeting.day),
    new Set(serving.map(({ seat }) => seat)),
    calledToItems(items),
  );
}

/** One row per recipient and version: each sending is logged (M-4). */
export async function writeRecipients(
  tx: Transaction,
  summonsId: string,
  recipients: readonly SummonsRecipient[],
): Promise<void> {
  for (const { personId, capacity, seatId, itemIds } of recipients) {
    await tx.em.execute(
      'insert into summons_recipient (id, summons_id, person_id, capacity, seat_id, item_ids) values (?, ?, ?, ?, ?, ?::jsonb)',
      [uuidv7(), summonsId, personId, capacity, seatId, JSON.stringify(itemIds)],
    );
  }
}
