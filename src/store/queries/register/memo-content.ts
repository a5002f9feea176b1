import type { EntityManager } from '@mikro-orm/postgresql';
import type { MemoContent, MemoWriter } from '../../../domain/register/memo-content';
import { isMemoSection, type MemoSectionKey } from '../../../domain/register/memo-sections';
import type { Day } from '../../../domain/time/day';

interface MemoFacts {
  title: string;
  day: Day;
  registryNumber: string | null;
  organisation: string;
  notApplicable: Record<string, string>;
  recipientIds: string[];
  authorId: string;
  coAuthorId: string | null;
}

type Writer = MemoWriter & { id: string; unit: string | null };

/**
 * What a memo says now: texts as last saved, authors as the person register has them, recipients by name.
 * @returns null when there is no such memo, or it is hidden from the actor
 */
export async function memoContent(em: EntityManager, memoId: string): Promise<MemoContent | null> {
  const facts: MemoFacts[] = await em.execute(
    `select m.title, m.day::text as day, a.registry_number as "registryNumber", p.name as organisation,
            m.not_applicable as "notApplicable", m.recipient_ids as "recipientIds",
            m.author_person_id as "authorId", m.co_author_person_id as "coAuthorId"
       from memo m join matter a on a.id = m.matter_id join body b on b.id = m.body_id
       join principal p on p.id = b.host_principal_id
      where m.id = ?`,
    [memoId],
  );
  const memo = facts[0];
  if (memo === undefined) return null;
  const writers = await writersOf(em, [memo.authorId, memo.coAuthorId]);
  return {
    title: memo.title,
    day: memo.day,
    registryNumber: memo.registryNumber,
    organisation: memo.organisation,
    unit: writers[0]?.unit ?? null,
    writers: writers.map(({ name, title, mail, phone }) => ({ name, title, mail, phone })),
    sections: await sectionTexts(em, memoId),
    notApplicable: bySection(Object.entries(memo.notApplicable)),
    dispatchTo: await recipientNames(em, memo.recipientIds),
  };
}

async function writersOf(em: EntityManager, ids: readonly (string | null)[]): Promise<Writer[]> {
  const wanted = ids.filter((id) => id !== null);
  const found: Writer[] = await em.execute(
    'select id, name, title, email as mail, phone, unit from person where id in (?)',
    [wanted],
  );
  return wanted.flatMap((id) => found.filter((person) => person.id === id));
}

async function sectionTexts(
  em: EntityManager,
  memoId: string,
): Promise<Partial<Record<MemoSectionKey, string>>> {
  const rows: { slot: string; content: string }[] = await em.execute(
    "select slot, content from text where owner_kind = 'memo' and owner_id = ? and content <> ''",
    [memoId],
  );
  return bySection(rows.map(({ slot, content }) => [slot, content]));
}

function bySection(entries: readonly (readonly [string, string])[]): Partial<Record<MemoSectionKey, string>> {
  const found: Partial<Record<MemoSectionKey, string>> = {};
  for (const [key, text] of entries) if (isMemoSection(key)) found[key] = text;
  return found;
}

async function recipientNames(em: EntityManager, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows: { name: string }[] = await em.execute(
    'select name from dispatch_recipient where id in (?) order by ordinal, name',
    [ids],
  );
  return rows.map(({ name }) => name);
}

/** What a memo was when it was last made ready: what its document is made from. */
export interface MemoDocumentData {
  readonly memoId: string;
  readonly documentId: string;
  readonly authorityId: string;
  /** Which time it was made ready: the version of the document. */
  readonly number: number;
  /** The key that its version is made under, once. */
  readonly madeKey: string;
  /** The moment that goes into the file, so that it is made the same each time. */
  readonly readyAt: Date;
  readonly content: MemoContent;
  readonly fileName: string;
}

interface ReadyRow {
  documentId: string;
  authorityId: string;
  number: number;
  readyAt: string;
  content: MemoContent;
}

/** The name under which a version of a memo is made. */
export function memoMadeKey(memoId: string, number: number): string {
  return `memo/${memoId}/${String(number)}`;
}

/** What the document of a memo is to be made from; null for a draft, or where the memo is hidden from the actor. */
export async function memoDocumentData(em: EntityManager, memoId: string): Promise<MemoDocumentData | null> {
  const rows: ReadyRow[] = await em.execute(
    `select document_id as "documentId", authority_id as "authorityId", ready_number as number, ready_at as "readyAt",
            ready_content as content
       from memo where id = ? and ready_content is not null`,
    [memoId],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const name = row.content.registryNumber ?? row.content.day;
  return {
    memoId,
    ...row,
    readyAt: new Date(row.readyAt),
    madeKey: memoMadeKey(memoId, row.number),
    fileName: `Tjänsteskrivelse ${name}.pdf`,
  };
}
