import { v7 as uuidv7 } from 'uuid';
import { moveTo } from '../../../../domain/meetings/agenda/agenda-order';
import { linkedItemFor, type ComingMeeting } from '../../../../domain/meetings/session/consequences';
import { isLateSubmission } from '../../../../domain/meetings/agenda/in-time';
import type { Outcome } from '../../../../domain/meetings/session/outcomes';
import type { Meeting } from '../../../../store/entities/meetings';
import { AgendaItem } from '../../../../store/entities/meetings';
import type { SessionItem } from '../../../../store/queries/meetings/session/session';
import type { Transaction } from '../../../runner/transaction';
import { placeAmong } from '../../agenda/add-item';
import { writePoints, writeSummary } from '../../agenda/item-rows';
import { agendaNow, openAgenda } from '../../agenda/open-agenda';
import { carryRecusals } from '../../before/carried-recusals';
import { keepOrder } from '../../agenda/order-rows';

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
    if (await carryOn(tx, item, link.meetingId)) given.push(link.meetingId);
  }
  return given;
}

/** Writes the new item with all that stood at the old one. @returns false when the agenda can take nothing any more */
async function carryOn(tx: Transaction, item: SessionItem, meetingId: string): Promise<boolean> {
  const open = await openAgenda(tx, meetingId);
  if (!open.ok) return false;
  const { meeting, inForce } = open;
  const siblings = (await agendaNow(tx, open)).filter(({ parentId }) => parentId === null);
  const id = uuidv7();
  const { authorityId, bodyId } = meeting;
  tx.em.persist(
    tx.em.create(AgendaItem, {
      id,
      authorityId,
      bodyId,
      meetingId,
      ordinal: Math.max(0, ...siblings.map(({ ordinal }) => ordinal)) + 1,
      parentId: null,
      agendaNumber: null,
      matterId: item.matterId,
      kind: item.kind,
      templateKey: null,
      title: item.title,
      publicTitle: item.publicTitle,
      closed: item.closed,
      exerciseOfAuthority: item.exerciseOfAuthority,
      presenters: [...item.presenters],
      recipientIds: [...item.recipientIds],
      late: isLateSubmission(inForce.rules, meeting.day, tx.now),
      state: 'listed',
      withdrawnReason: null,
      continuesId: item.id,
      plannedTime: null,
      treatedOrder: null,
      openedAt: null,
      treatedAt: null,
    }),
  );
  await tx.em.flush();
  await writePoints(tx, id, item.points);
  await writeSummary(tx, { itemId: id, authorityId, bodyId, closed: item.closed }, item.summary);
  await tx.em.execute(
    'insert into item_document (item_id, document_id, ordinal, label) select ?, document_id, ordinal, label from item_document where item_id = ?',
    [id, item.id],
  );
  await carryRecusals(tx, item.id, { itemId: id, meeting });
  const moved = moveTo(await agendaNow(tx, open), id, placeAmong(siblings));
  if (moved.ok) await keepOrder(tx, moved.items);
  return true;
}
