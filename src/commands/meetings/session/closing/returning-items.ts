import { linkedItemFor, type ComingMeeting } from '../../../../domain/meetings/session/consequences';
import type { Outcome } from '../../../../domain/meetings/session/outcomes';
import type { Meeting } from '../../../../store/entities/meetings';
import type { SessionItem } from '../../../../store/queries/meetings/session/session';
import type { Transaction } from '../../../runner/transaction';
import { carryOn } from '../../agenda/carry-on';
import { openAgenda } from '../../agenda/open-agenda';

/** What an item came to, for its return. */
export interface SettledItem {
  readonly item: SessionItem;
  readonly outcome: Outcome | null;
}

/**
 * M-7: what was referred back, tabled or postponed becomes a new, linked item on the body's next planned meeting. Without
 * one it waits in the list of matters: the matter stays open.
 * @returns the meetings that were given an item, once for each item
 */
export async function returnItems(
  tx: Transaction,
  meeting: Meeting,
  settled: readonly SettledItem[],
): Promise<string[]> {
  const coming: ComingMeeting[] = await tx.em.execute(
    `select id, day::text as day from meeting where body_id = ? and day > ?::date
       and phase in ('planned', 'agendaApproved', 'summoned') order by day limit 100`,
    [meeting.bodyId, meeting.day],
  );
  const given: string[] = [];
  for (const { item, outcome } of settled) {
    if (outcome === null) continue;
    const link = linkedItemFor({ id: item.id, outcome }, meeting.day, coming);
    if (link?.meetingId === undefined || link.meetingId === null) continue;
    const open = await openAgenda(tx, link.meetingId);
    // The agenda can take nothing any more: the secretary finds the item among those that wait.
    if (!open.ok) continue;
    if (await standsAgain(tx, item.id)) continue;
    await carryOn(tx, open, item);
    given.push(link.meetingId);
  }
  return given;
}

/** Whether a coming agenda has the item already: it comes back once. The report of an assignment is not the item itself. */
async function standsAgain(tx: Transaction, itemId: string): Promise<boolean> {
  const rows: unknown[] = await tx.em.execute(
    `select 1 from agenda_item i where i.continues_id = ? and i.state = 'listed'
       and not exists (select from assignment a where a.return_item_id = i.id) limit 1`,
    [itemId],
  );
  return rows.length > 0;
}
