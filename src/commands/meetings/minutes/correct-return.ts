import { consequenceOf } from '../../../domain/meetings/session/consequences';
import type { Outcome } from '../../../domain/meetings/session/outcomes';
import { readSession } from '../../../store/queries/meetings/session/session';
import { wakeWaitingAssignments } from '../../assignments/waiting-assignments';
import type { WakeFor } from '../../runner/command';
import type { Transaction } from '../../runner/transaction';
import { openItem } from '../agenda/open-agenda';
import { takeOffAgenda } from '../agenda/take-off-agenda';
import { returnItems } from '../session/closing/returning-items';
import type { CorrectedOutcome } from './correct-decision';
import type { OpenParagraph } from './open-minutes';

/**
 * M-7: what was put off returns on the next agenda, and what was decided after all does not. An item that has been taken up
 * there already stays: what a body has treated is not undone.
 */
export async function correctReturn(
  tx: Transaction,
  open: OpenParagraph,
  itemId: string,
  { before, after }: CorrectedOutcome,
): Promise<WakeFor[]> {
  const returned = consequenceOf(before) === 'newLinkedItem';
  const returns = consequenceOf(after) === 'newLinkedItem';
  if (returned === returns) return [];
  return returns ? giveBack(tx, open, itemId, after) : takeBack(tx, open, itemId);
}

async function giveBack(
  tx: Transaction,
  { meeting, inForce, paragraph }: OpenParagraph,
  itemId: string,
  after: Outcome,
): Promise<WakeFor[]> {
  await tx.em.flush();
  if ((await standing(tx, itemId)).length > 0) return [];
  const { items } = await readSession(tx.em, meeting, inForce.rules);
  const item = items.find(({ id }) => id === itemId);
  if (item === undefined) return [];
  const { authorityId } = paragraph;
  const given = await returnItems(tx, meeting, [{ item, outcome: after }]);
  return given.map((row) => ({ kind: 'meetingCycle' as const, row, authority: authorityId }));
}

async function takeBack(tx: Transaction, { meeting }: OpenParagraph, itemId: string): Promise<WakeFor[]> {
  const wakes: WakeFor[] = [];
  const reason = `Beslutet vid sammanträdet ${meeting.day} är rättat i protokollet: ärendet återkommer inte.`;
  for (const id of await standing(tx, itemId)) {
    const open = await openItem(tx, id);
    if (!open.ok) continue;
    wakes.push(...(await takeOffAgenda(tx, open.item, reason)));
  }
  return wakes.length === 0 ? [] : [...wakes, ...(await wakeWaitingAssignments(tx, meeting.bodyId))];
}

/** The items that carry this one on and have not been taken up; reports of assignments are not among them. */
async function standing(tx: Transaction, itemId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.em.execute(
    `select i.id from agenda_item i join meeting m on m.id = i.meeting_id
     where i.continues_id = ? and i.state = 'listed' and i.treated_order is null and i.treated_at is null
       and m.phase in ('planned', 'agendaApproved', 'summoned', 'inSession')
       and not exists (select from assignment a where a.return_item_id = i.id) order by i.id limit 20`,
    [itemId],
  );
  return rows.map(({ id }) => id);
}
