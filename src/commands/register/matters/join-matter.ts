import { JoinMatter, type MatterOpened } from '../../../contracts/register/matters';
import { canCloseMatter } from '../../../domain/register/matter-states';
import { refuse } from '../../../domain/refusals/refusal';
import { Document, Matter } from '../../../store/entities/register';
import { openMeetingOfMatter } from '../../../store/queries/register/document-uses';
import { defineCommand } from '../../runner/command';
import { lockRow } from '../../runner/transaction';
import { factsOf, onMatter, subjectOf } from './matter-rows';

/** a matter goes on in another of the same body. It is closed and points there; its documents keep their numbers. */
export const joinMatter = defineCommand<JoinMatter, MatterOpened>({
  name: 'joinMatter',
  kind: 'edit',
  input: JoinMatter,
  permission: onMatter('matter.register'),
  handle: async (tx, { matterId, version, into, reason }) => {
    const locked = await lockRow(tx, Matter, { id: matterId }, version);
    if (!locked.ok) return locked;
    const matter = locked.row;
    const drafts = await tx.em.count(Document, { matterId, state: 'draft' });
    const closes = canCloseMatter(factsOf(matter), drafts, reason);
    if (!closes.ok) return closes;
    const meeting = await openMeetingOfMatter(tx.em, matterId);
    if (meeting !== null) return refuse('matter-on-agenda', { meeting });
    const goesOn = await tx.em.findOne(Matter, {
      id: { $ne: matterId },
      bodyId: matter.bodyId ?? null,
      registryNumber: into,
      state: 'open',
    });
    if (goesOn === null) return refuse('matter-to-join-unknown', { number: into });
    Object.assign(matter, { state: 'closed', stateReason: reason, joinedIntoId: goesOn.id });
    const registryNumber = goesOn.registryNumber ?? null;
    return { ok: true, result: { matterId: goesOn.id, registryNumber }, subject: subjectOf(matter) };
  },
});
