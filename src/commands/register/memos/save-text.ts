import { LockMode } from '@mikro-orm/core';
import { v7 as uuidv7 } from 'uuid';
import { actorName } from '../../../contracts/actor';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import { Text, TextRevision } from '../../../store/entities/register';
import type { Transaction } from '../../runner/transaction';

/** The format version of Samråd-text that texts are stored in. */
const FORMAT = 1;

export interface TextToSave {
  readonly authorityId: string;
  readonly bodyId: string | null;
  readonly owner: { readonly kind: string; readonly id: string };
  /** Names the text among its owner's, such as a section. */
  readonly slot: string;
  /** Hidden with the closed item that its owner belongs to. */
  readonly closed: boolean;
  /** Samråd-text 1, checked. */
  readonly content: string;
  /** The version that it was made from; 0 where there was none. */
  readonly version: number;
}

/**
 * Saves a text of an owner whose row the caller has locked, and keeps every saved content as a revision.
 * The same content again changes nothing.
 * @returns the text with its new version, or `stale-version` when someone else has saved since
 */
export async function saveText(
  tx: Transaction,
  save: TextToSave,
): Promise<
  { readonly ok: true; readonly text: { readonly version: number; readonly savedAt: Date } } | Refusal
> {
  const { em } = tx;
  const where = { ownerKind: save.owner.kind, ownerId: save.owner.id, slot: save.slot };
  const stored = await em.findOne(Text, where, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (stored !== null && stored.content === save.content) return { ok: true, text: stored };
  if ((stored?.version ?? 0) !== save.version) return refuse('stale-version');
  const said = { content: save.content, savedAt: tx.now, savedBy: actorName(tx.actor) };
  const text =
    stored === null
      ? em.create(Text, {
          id: uuidv7(),
          authorityId: save.authorityId,
          bodyId: save.bodyId,
          ...where,
          formatVersion: FORMAT,
          closed: save.closed,
          ...said,
        })
      : Object.assign(stored, said);
  em.persist(text);
  await em.flush();
  em.persist(em.create(TextRevision, { textId: text.id, number: text.version, ...said }));
  return { ok: true, text };
}
