import type { Loaded } from '@mikro-orm/core';
import type { CommandName } from '../../../contracts/commands';
import { OfMeeting } from '../../../contracts/meetings/plan/cycle';
import type { Refusal } from '../../../domain/refusals/refusal';
import { Meeting } from '../../../store/entities/meetings';
import { defineCommand, type Command } from '../../runner/command';
import { lockRow, type Transaction } from '../../runner/transaction';

/**
 * A step that the meeting's own process takes with its row, locked at the version it read; it wakes the process again.
 * @param act does it, or tells why not
 */
export function meetingStep(
  name: CommandName,
  act: (tx: Transaction, meeting: Loaded<Meeting>) => Promise<Refusal | null>,
): Command<OfMeeting, { meetingId: string }> {
  return defineCommand<OfMeeting, { meetingId: string }>({
    name,
    kind: 'step',
    input: OfMeeting,
    permission: 'internal',
    handle: async (tx, input) => {
      const found = await lockRow(tx, Meeting, { id: input.meetingId }, input.version);
      if (!found.ok) return found;
      const refused = await act(tx, found.row);
      if (refused !== null) return refused;
      const { id, authorityId } = found.row;
      return {
        ok: true,
        result: { meetingId: id },
        subject: { kind: 'meeting', id, authorityId },
        wakes: [{ kind: 'meetingCycle', row: id, authority: authorityId }],
      };
    },
  });
}
