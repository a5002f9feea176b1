import { MoveMatter, type MatterOpened } from '../../../contracts/register/matters';
import { may } from '../../../domain/access/may';
import { canChangeMatter } from '../../../domain/register/matter-states';
import { refuse } from '../../../domain/refusals/refusal';
import { Body } from '../../../store/entities/bodies';
import { Document, Matter, Memo, Text } from '../../../store/entities/register';
import { openMeetingOfMatter } from '../../../store/queries/register/document-uses';
import { defineCommand } from '../../runner/command';
import { findRow, lockRow, type Transaction } from '../../runner/transaction';
import { factsOf, onMatter, subjectOf } from './matter-rows';

/** a matter moves to another body of the same authority, with its documents. Its number never changes. */
export const moveMatter = defineCommand<MoveMatter, MatterOpened>({
  name: 'moveMatter',
  kind: 'edit',
  input: MoveMatter,
  permission: onMatter('matter.register'),
  handle: async (tx, { matterId, version, bodyId }) => {
    const locked = await lockRow(tx, Matter, { id: matterId }, version);
    if (!locked.ok) return locked;
    const matter = locked.row;
    const open = canChangeMatter(factsOf(matter));
    if (!open.ok) return open;
    const body = await findRow(tx, Body, { id: bodyId });
    if (!body.ok) return body;
    if (body.row.authorityId !== matter.authorityId) return refuse('matter-of-other-authority');
    const there = tx.holder === null ? open : may(tx.holder, 'matter.register', { bodyId }, tx.today);
    if (!there.ok) return there;
    const meeting = await openMeetingOfMatter(tx.em, matterId);
    if (meeting !== null) return refuse('matter-on-agenda', { meeting });
    await moveAll(tx, matter, bodyId);
    const registryNumber = matter.registryNumber ?? null;
    return { ok: true, result: { matterId, registryNumber }, subject: subjectOf(matter) };
  },
});

async function moveAll(tx: Transaction, matter: Matter, bodyId: string): Promise<void> {
  const { em } = tx;
  matter.bodyId = bodyId;
  const memos = await em.find(Memo, { matterId: matter.id });
  const texts = await em.find(Text, { ownerKind: 'memo', ownerId: { $in: memos.map(({ id }) => id) } });
  const documents = await em.find(Document, { matterId: matter.id });
  for (const memo of memos) {
    memo.bodyId = bodyId;
    // Recipients are the body's own: they are chosen anew.
    memo.recipientIds = [];
  }
  for (const row of [...texts, ...documents]) row.bodyId = bodyId;
}
