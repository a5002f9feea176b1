import { WithdrawItem } from '../../../contracts/meetings/agenda/withdraw-item';
import { canWithdrawItem } from '../../../domain/meetings/agenda/agenda-item';
import { refuse } from '../../../domain/refusals/refusal';
import { wakeWaitingAssignments } from '../../assignments/waiting-assignments';
import { defineCommand } from '../../runner/command';
import { onItem } from '../plan/objects';
import { hasOpenVote } from '../session/decisions/vote-rows';
import { openItem, subItemsTaken } from './open-agenda';
import { takeOffAgenda } from './take-off-agenda';

/** M-3, B-8: the item goes, with its reason; the number it was given is never used again. Its sub-items go with it. */
export const withdrawItem = defineCommand<WithdrawItem, { itemId: string }>({
  name: 'withdrawItem',
  kind: 'step',
  input: WithdrawItem,
  permission: (tx, input) => onItem(tx, 'agenda.write', input.itemId),
  handle: async (tx, input) => {
    const open = await openItem(tx, input.itemId, input.version);
    if (!open.ok) return open;
    const { item } = open;
    const label = String(item.agendaNumber ?? item.ordinal);
    // A vote in an item that is gone could never be closed, and so the meeting not either.
    if (await hasOpenVote(tx, item.meetingId, item.id)) return refuse('vote-not-closed');
    const treated = await subItemsTaken(tx, item.id);
    const verdict = canWithdrawItem({ label, treated, withdrawn: false }, input.reason);
    if (!verdict.ok) return verdict;
    const wakes = await takeOffAgenda(tx, item, input.reason);
    return {
      ok: true,
      result: { itemId: item.id },
      subject: { kind: 'agendaItem', id: item.id, authorityId: item.authorityId },
      wakes: [...wakes, ...(await wakeWaitingAssignments(tx, item.bodyId))],
    };
  },
});
