import { Vote } from '../../../../store/entities/sessions';
import type { Refusal } from '../../../../domain/refusals/refusal';
import { findRow, lockRow, type Transaction } from '../../../runner/transaction';
import { openTreatedItem, type TreatedItem } from '../open-session';

/** Whether a vote of the meeting is open, or one of an item and its sub-items. */
export async function hasOpenVote(
  tx: Transaction,
  meetingId: string,
  itemId: string | null = null,
): Promise<boolean> {
  const rows: unknown[] = await tx.em.execute(
    `select 1 from vote v join agenda_item i on i.id = v.item_id where i.meeting_id = ? and v.closed_at is null
       and (?::uuid is null or ?::uuid in (i.id, i.parent_id)) limit 1`,
    [meetingId, itemId, itemId],
  );
  return rows.length > 0;
}

export interface OpenVoteRow extends TreatedItem {
  readonly vote: Vote;
}

/** A vote, locked after its meeting and item. @param version of the vote, where the act was chosen by its ballots */
export async function openVoteRow(
  tx: Transaction,
  voteId: string,
  version?: number,
): Promise<OpenVoteRow | Refusal> {
  const unlocked = await findRow(tx, Vote, { id: voteId });
  if (!unlocked.ok) return unlocked;
  const open = await openTreatedItem(tx, unlocked.row.itemId, 'treatItem');
  if (!open.ok) return open;
  const vote = await lockRow(tx, Vote, { id: voteId }, version);
  return vote.ok ? { ...open, vote: vote.row } : vote;
}

/** The answers of each item's last vote that counts, by item id. */
export async function countedBallots(
  tx: Transaction,
  meetingId: string,
): Promise<ReadonlyMap<string, readonly { readonly seatId: string; readonly personId: string }[]>> {
  const rows: { itemId: string; ballots: { seatId: string; personId: string }[] }[] = await tx.em.execute(
    `select distinct on (v.item_id) v.item_id as "itemId",
       (select coalesce(json_agg(json_build_object('seatId', b.seat_id, 'personId', b.person_id)), '[]'::json)
        from ballot b where b.vote_id = v.id) as ballots
     from vote v join agenda_item i on i.id = v.item_id
     where i.meeting_id = ? and v.result is not null order by v.item_id, v.number desc`,
    [meetingId],
  );
  return new Map(rows.map(({ itemId, ballots }) => [itemId, ballots]));
}
