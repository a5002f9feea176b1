import type { EntityManager } from '@mikro-orm/postgresql';
import type { Day } from '../../../domain/time/day';
import type { Document } from '../../entities/register';

export interface DocumentView {
  readonly id: string;
  readonly bodyId: string | null;
  readonly authorityId: string;
  readonly matterId: string | null;
  readonly registryNumber: string | null;
  /** Number within the matter. */
  readonly number: number | null;
  /** Given by another authority, and not known here yet. */
  readonly awaitsNumber: boolean;
  readonly kind: Document['kind'];
  readonly title: string;
  readonly protectedTitle: string | null;
  readonly direction: Document['direction'];
  readonly day: Day;
  readonly counterpart: string | null;
  readonly protectedCounterpart: string | null;
  readonly state: Document['state'];
  readonly stateReason: string | null;
  readonly unregisteredReason: string | null;
  readonly secrecy: { readonly provision: string; readonly day: Day; readonly authority: string } | null;
  readonly closed: boolean;
  readonly memoId: string | null;
  readonly version: number;
  /** The newest version's; null where the document has no file. */
  readonly versionNumber: number | null;
  readonly size: number | null;
  readonly pages: number | null;
}

const select = `select d.id, d.body_id as "bodyId", d.authority_id as "authorityId", d.matter_id as "matterId",
    d.registry_number as "registryNumber", d.number, d.awaits_number as "awaitsNumber", d.kind, d.title, d.protected_title as "protectedTitle", d.direction,
    d.day::text as day, d.counterpart, d.protected_counterpart as "protectedCounterpart", d.state,
    d.state_reason as "stateReason", d.unregistered_reason as "unregisteredReason", d.secrecy, d.closed, d.version,
    m.id as "memoId", v.number as "versionNumber", v.size, v.pages
  from document d left join memo m on m.document_id = d.id
  left join lateral (
    select number, size, pages from document_version where document_id = d.id order by number desc limit 1) v on true`;

/** One document of the register; null when there is none, or row level security hides it. */
export async function readDocument(em: EntityManager, documentId: string): Promise<DocumentView | null> {
  const rows: DocumentView[] = await em.execute(`${select} where d.id = ?`, [documentId]);
  return rows[0] ?? null;
}

/** The documents of a matter in the order of their numbers, drafts last. */
export async function documentsOfMatter(em: EntityManager, matterId: string): Promise<DocumentView[]> {
  return em.execute(`${select} where d.matter_id = ? order by d.number nulls last, d.id limit 500`, [
    matterId,
  ]);
}
