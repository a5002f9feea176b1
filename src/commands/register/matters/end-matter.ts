import type { Loaded } from '@mikro-orm/core';
import type { z } from 'zod';
import type { CommandName } from '../../../contracts/commands';
import {
  CancelMatter,
  CloseMatter,
  ReopenMatter,
  type MatterAct,
  type MatterOpened,
} from '../../../contracts/register/matters';
import { canCloseMatter, canReopenMatter, type MatterState } from '../../../domain/register/matter-states';
import { canCancelEntry } from '../../../domain/register/registering';
import { refuse, type Verdict } from '../../../domain/refusals/refusal';
import { Document, Matter } from '../../../store/entities/register';
import { openMeetingOfMatter } from '../../../store/queries/register/document-uses';
import { defineCommand, type Command } from '../../runner/command';
import { lockRow, type Transaction } from '../../runner/transaction';
import { factsOf, onMatter, subjectOf } from './matter-rows';

/** a matter is closed when it has been dealt with. */
export const closeMatter = matterAct('closeMatter', CloseMatter, 'closed', async (tx, matter, reason) => {
  const drafts = await tx.em.count(Document, { matterId: matter.id, state: 'draft' });
  return canCloseMatter(factsOf(matter), drafts, reason);
});

/** a closed matter is opened again; one that went on in another goes on by itself once more. */
export const reopenMatter = matterAct('reopenMatter', ReopenMatter, 'open', (_tx, matter, reason) =>
  Promise.resolve(canReopenMatter(factsOf(matter), reason)),
);

/** a wrong entry is cancelled, when no agenda holds it; it stays visible and its number is never used again. */
export const cancelMatter = matterAct(
  'cancelMatter',
  CancelMatter,
  'cancelled',
  async (tx, matter, reason) => {
    const verdict = canCancelEntry({ cancelled: matter.state === 'cancelled', reason });
    if (!verdict.ok) return verdict;
    const meeting = await openMeetingOfMatter(tx.em, matter.id);
    return meeting === null ? verdict : refuse('matter-on-agenda', { meeting });
  },
);

function matterAct(
  name: CommandName,
  input: z.ZodType<MatterAct>,
  state: MatterState,
  rule: (tx: Transaction, matter: Loaded<Matter>, reason: string) => Promise<Verdict>,
): Command<MatterAct, MatterOpened> {
  return defineCommand<MatterAct, MatterOpened>({
    name,
    kind: 'edit',
    input,
    permission: onMatter('matter.register'),
    handle: async (tx, { matterId, version, reason }) => {
      const locked = await lockRow(tx, Matter, { id: matterId }, version);
      if (!locked.ok) return locked;
      const matter = locked.row;
      const verdict = await rule(tx, matter, reason);
      if (!verdict.ok) return verdict;
      matter.state = state;
      matter.stateReason = reason;
      // Only what is closed goes on in another matter; that it once did stays in the history.
      if (state === 'open') matter.joinedIntoId = null;
      const registryNumber = matter.registryNumber ?? null;
      return { ok: true, result: { matterId, registryNumber }, subject: subjectOf(matter) };
    },
  });
}
