import { v7 as uuidv7 } from 'uuid';
import type { CorrectRecord } from '../../../contracts/meetings/minutes/minutes';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import { Motion, Proposition } from '../../../store/entities/sessions';
import { lockRow, type Transaction } from '../../runner/transaction';

/**
 * M-9, KL 5:66: motions and propositions as they should have been noted. A proposition that was never noted is added, so
 * that minutes which lack the chair's order can be given it.
 */
export async function correctWords(
  tx: Transaction,
  itemId: string,
  input: Pick<CorrectRecord, 'motions' | 'propositions'>,
): Promise<Refusal | null> {
  for (const { motionId, text } of input.motions) {
    const motion = await lockRow(tx, Motion, { id: motionId, itemId });
    if (!motion.ok) return refuse('motion-of-other-item');
    motion.row.text = text;
  }
  const added: typeof input.propositions = [];
  for (const each of input.propositions) {
    const id = each.propositionId ?? null;
    if (id === null) {
      added.push(each);
      continue;
    }
    const proposition = await lockRow(tx, Proposition, { id, itemId });
    if (!proposition.ok) return proposition;
    tx.em.assign(proposition.row, { words: each.words, carried: each.carried ?? null });
  }
  await removeMotions(
    tx,
    input.motions.filter(({ removed }) => removed).map(({ motionId }) => motionId),
  );
  return addPropositions(tx, itemId, added);
}

/** What was noted by mistake, such as twice, leaves the record with its proposition; the row stays as withdrawn. */
async function removeMotions(tx: Transaction, motionIds: readonly string[]): Promise<void> {
  if (motionIds.length === 0) return;
  await tx.em.flush();
  await tx.em.execute('delete from proposition where motion_id in (?)', [motionIds]);
  await tx.em.execute('update motion set withdrawn_at = ? where id in (?)', [tx.now, motionIds]);
}

async function addPropositions(
  tx: Transaction,
  itemId: string,
  added: CorrectRecord['propositions'],
): Promise<Refusal | null> {
  if (added.length === 0) return null;
  await tx.em.flush();
  const motions: { id: string }[] = await tx.em.execute(
    'select id from motion where item_id = ? and withdrawn_at is null limit 200',
    [itemId],
  );
  const known = new Set<string | null>([null, ...motions.map(({ id }) => id)]);
  if (added.some(({ motionId }) => !known.has(motionId ?? null))) return refuse('motion-of-other-item');
  const last: { ordinal: number }[] = await tx.em.execute(
    'select coalesce(max(ordinal), 0)::int as ordinal from proposition where item_id = ?',
    [itemId],
  );
  for (const [index, { motionId, words, carried }] of added.entries()) {
    tx.em.persist(
      tx.em.create(Proposition, {
        id: uuidv7(),
        itemId,
        ordinal: (last[0]?.ordinal ?? 0) + index + 1,
        motionId: motionId ?? null,
        words,
        carried: carried ?? null,
      }),
    );
  }
  return null;
}
