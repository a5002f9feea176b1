import { v7 as uuidv7 } from 'uuid';
import { actorName } from '../../../contracts/actor';
import type { Transaction } from '../../runner/transaction';

/** The item whose text it is. */
export interface SummaryOwner {
  readonly itemId: string;
  readonly authorityId: string;
  readonly bodyId: string;
  readonly closed: boolean;
}

/** Samråd-text 1 (src/documents/README.md). */
const FORMAT_VERSION = 1;

/**
 * Saves "Ärendet i korthet" of an item; every saved text is kept as a revision. An empty text is kept as an empty one,
 * nothing is written where there was none.
 */
export async function writeSummary(
  tx: Transaction,
  owner: SummaryOwner,
  summary: string | null,
): Promise<void> {
  const content = summary ?? '';
  const rows: { id: string; content: string; version: number }[] = await tx.em.execute(
    `select id, content, version from text where owner_kind = 'agendaItem' and owner_id = ? and slot = 'summary' for update`,
    [owner.itemId],
  );
  const by = actorName(tx.actor);
  const current = rows[0];
  if (current === undefined) {
    if (content === '') return;
    const id = uuidv7();
    await tx.em.execute(
      `insert into text (id, authority_id, owner_kind, owner_id, slot, format_version, content, saved_at, saved_by, closed, body_id)
       values (?, ?, 'agendaItem', ?, 'summary', ?, ?, ?, ?, ?, ?)`,
      [id, owner.authorityId, owner.itemId, FORMAT_VERSION, content, tx.now, by, owner.closed, owner.bodyId],
    );
    await keepRevision(tx, id, 1, content, by);
    return;
  }
  await tx.em.execute('update text set closed = ? where id = ?', [owner.closed, current.id]);
  if (current.content === content) return;
  const version = current.version + 1;
  await tx.em.execute('update text set content = ?, version = ?, saved_at = ?, saved_by = ? where id = ?', [
    content,
    version,
    tx.now,
    by,
    current.id,
  ]);
  await keepRevision(tx, current.id, version, content, by);
}

async function keepRevision(
  tx: Transaction,
  textId: string,
  number: number,
  content: string,
  by: string,
): Promise<void> {
  await tx.em.execute(
    'insert into text_revision (text_id, number, content, saved_at, saved_by) values (?, ?, ?, ?, ?)',
    [textId, number, content, tx.now, by],
  );
}

/** Replaces the numbered points of an item's proposed decision. */
export async function writePoints(tx: Transaction, itemId: string, points: readonly string[]): Promise<void> {
  await tx.em.execute('delete from proposed_point where item_id = ?', [itemId]);
  for (const [index, text] of points.entries()) {
    await tx.em.execute('insert into proposed_point (id, item_id, number, text) values (?, ?, ?, ?)', [
      uuidv7(),
      itemId,
      index + 1,
      text,
    ]);
  }
}
