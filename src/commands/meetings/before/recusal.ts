import { v7 as uuidv7 } from 'uuid';
import { DeclareRecusal, WithdrawRecusal } from '../../../contracts/meetings/before/recusal';
import { may } from '../../../domain/access/may';
import { canMove } from '../../../domain/meetings/phases';
import {
  canChangeRecusals,
  canDeclareRecusal,
  canTakeBackOwnRecusal,
  isDeclaredAlready,
  type RecusalItem,
} from '../../../domain/meetings/session/recusal';
import { refuse } from '../../../domain/refusals/refusal';
import { Recusal } from '../../../store/entities/before';
import { AgendaItem, Meeting } from '../../../store/entities/meetings';
import { readComposition } from '../../../store/queries/bodies/composition';
import { defineCommand } from '../../runner/command';
import { findRow, lockRow, type Transaction } from '../../runner/transaction';

/**
 * KL 6:28-30: someone is kept from one item: its papers, presence, motions and vote. Declared by themselves before or at
 * the meeting, or decided by the body in a dispute; whom the body finds not to be recused serves.
 */
export const declareRecusal = defineCommand<DeclareRecusal, { recusalId: string }>({
  name: 'declareRecusal',
  kind: 'edit',
  input: DeclareRecusal,
  permission: async (tx, input) => {
    const item = await findRow(tx, AgendaItem, { id: input.itemId });
    if (!item.ok) return item;
    // A body's decision in a dispute is recorded by the secretary alone.
    const ownerIds = input.decidedBy === 'self' ? [input.personId] : [];
    return { act: 'recusal.declare', object: { bodyId: item.row.bodyId, ownerIds } };
  },
  handle: async (tx, input) => {
    const unlocked = await findRow(tx, AgendaItem, { id: input.itemId });
    if (!unlocked.ok) return unlocked;
    const meeting = await lockRow(tx, Meeting, { id: unlocked.row.meetingId });
    if (!meeting.ok) return meeting;
    const phase = canMove(meeting.row.phase, 'declareRecusal');
    if (!phase.ok) return phase;
    const item = await lockRow(tx, AgendaItem, { id: input.itemId });
    if (!item.ok) return item;
    const earlier = await tx.em.findOne(Recusal, { itemId: item.row.id, personId: input.personId });
    const standing = earlier === null || (earlier.withdrawnAt ?? null) !== null ? null : earlier.decidedBy;
    const verdict = canDeclareRecusal(await recusalItem(tx, item.row), {
      ground: input.ground,
      note: input.note,
      already: isDeclaredAlready(standing, input.decidedBy),
    });
    if (!verdict.ok) return verdict;
    const board = await readComposition(tx.em, meeting.row.bodyId, meeting.row.day);
    const seat = board.find(({ holder }) => holder?.personId === input.personId);
    if (seat === undefined) return refuse('seat-unknown');
    const facts = {
      ground: input.ground,
      note: input.note === '' ? null : input.note,
      decidedBy: input.decidedBy,
    };
    const { authorityId } = meeting.row;
    const recusal =
      earlier ??
      tx.em.create(Recusal, {
        id: uuidv7(),
        authorityId,
        meetingId: meeting.row.id,
        itemId: item.row.id,
        seatId: seat.id,
        personId: input.personId,
        announcedAt: tx.now,
        withdrawnAt: tx.now,
        carriedFromId: null,
        ...facts,
      });
    const withdrawnAt = input.decidedBy === 'bodyDismissed' ? tx.now : null;
    tx.em.assign(recusal, { ...facts, announcedAt: tx.now, withdrawnAt, carriedFromId: null });
    tx.em.persist(recusal);
    return {
      ok: true,
      result: { recusalId: recusal.id },
      subject: { kind: 'recusal', id: recusal.id, authorityId },
    };
  },
});

/**
 * A recusal declared by mistake is taken back: by the person concerned until the item is taken up, by the secretary before
 * it is decided. The row stays as withdrawn.
 */
export const withdrawRecusal = defineCommand<WithdrawRecusal, { recusalId: string }>({
  name: 'withdrawRecusal',
  kind: 'edit',
  input: WithdrawRecusal,
  permission: async (tx, input) => {
    const recusal = await findRow(tx, Recusal, { id: input.recusalId });
    if (!recusal.ok) return recusal;
    const meeting = await tx.em.findOneOrFail(Meeting, recusal.row.meetingId);
    return { act: 'recusal.declare', object: { bodyId: meeting.bodyId, ownerIds: [recusal.row.personId] } };
  },
  handle: async (tx, input) => {
    const unlocked = await findRow(tx, Recusal, { id: input.recusalId });
    if (!unlocked.ok) return unlocked;
    const meeting = await lockRow(tx, Meeting, { id: unlocked.row.meetingId });
    if (!meeting.ok) return meeting;
    const phase = canMove(meeting.row.phase, 'declareRecusal');
    if (!phase.ok) return phase;
    const recusal = await lockRow(tx, Recusal, { id: input.recusalId }, input.version);
    if (!recusal.ok) return recusal;
    const { decidedBy } = recusal.row;
    const dismissed = decidedBy === 'bodyDismissed';
    if (!dismissed && (recusal.row.withdrawnAt ?? null) !== null) return refuse('recusal-withdrawn-already');
    recusal.row.withdrawnAt = tx.now;
    // That the body found no recusal is taken back too: the minutes say nothing about the person then.
    if (dismissed) recusal.row.decidedBy = 'self';
    // Row level security hides a closed item from the recused until this is written; a refusal below undoes it.
    await tx.em.flush();
    const item = await lockRow(tx, AgendaItem, { id: recusal.row.itemId });
    if (!item.ok) return item;
    const facts = await recusalItem(tx, item.row);
    const changed = canChangeRecusals(facts);
    if (!changed.ok) return changed;
    if (!mayRecordForOthers(tx, meeting.row.bodyId)) {
      const opened = (item.row.openedAt ?? null) !== null;
      const own = canTakeBackOwnRecusal({ label: facts.label, opened }, decidedBy);
      if (!own.ok) return own;
    }
    const { id, authorityId } = recusal.row;
    return { ok: true, result: { recusalId: id }, subject: { kind: 'recusal', id, authorityId } };
  },
});

/** The secretary, as against the person whom the recusal is about. */
function mayRecordForOthers(tx: Transaction, bodyId: string): boolean {
  return tx.actor.kind !== 'person' || may(tx.holder, 'recusal.declare', { bodyId }, tx.today).ok;
}

async function recusalItem(tx: Transaction, item: AgendaItem): Promise<RecusalItem> {
  const decided: { own: boolean }[] = await tx.em.execute(
    `select distinct i.id = ? as own from decision d join agenda_item i on i.id = d.item_id where i.id = ? or i.parent_id = ?`,
    [item.id, item.id, item.id],
  );
  return {
    label: String(item.agendaNumber ?? item.ordinal),
    treated: (item.treatedAt ?? null) !== null || decided.some(({ own }) => own),
    subItemDecided: decided.some(({ own }) => !own),
    voted: await isVoted(tx, item.id),
  };
}

/** Whether a ballot is cast in the last vote of the item, or in that of a sub-item, which its recusals hold for too. */
async function isVoted(tx: Transaction, itemId: string): Promise<boolean> {
  const rows: { answered: boolean }[] = await tx.em.execute(
    `select distinct on (v.item_id) v.closed_at is not null or exists (select from ballot b where b.vote_id = v.id) as answered
     from vote v join agenda_item i on i.id = v.item_id
     where (i.id = ? or i.parent_id = ?) and (v.closed_at is null or v.result is not null)
     order by v.item_id, v.number desc`,
    [itemId, itemId],
  );
  return rows.some(({ answered }) => answered);
}
