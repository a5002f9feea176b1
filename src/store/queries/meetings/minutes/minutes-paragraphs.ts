import type { EntityManager } from '@mikro-orm/postgresql';
import type { RecordedParagraph } from '../../../../domain/meetings/recorded-paragraph';
import type { WrittenParagraph } from '../../../../domain/meetings/minutes/written-minutes';

/** A free text of a paragraph with the version that the next is made from; 0 while there is none. */
export interface FreeText {
  readonly content: string;
  readonly version: number;
  readonly savedAt: Date | null;
  readonly savedBy: string | null;
}

export interface ParagraphView extends WrittenParagraph {
  readonly version: number;
  readonly texts: { readonly summary: FreeText; readonly background: FreeText };
}

interface Row {
  id: string;
  item_id: string;
  number: number;
  closed: boolean;
  public_title: string | null;
  record: RecordedParagraph;
  version: number;
  supporting: WrittenParagraph['supporting'];
}

interface TextRow {
  owner_id: string;
  slot: 'summary' | 'background';
  content: string;
  version: number;
  saved_at: string;
  saved_by: string | null;
}

const none: FreeText = { content: '', version: 0, savedAt: null, savedBy: null };

/** The paragraphs of minutes in their order; those of closed items only for whoever may read them. */
export async function readParagraphs(em: EntityManager, minutesId: string): Promise<ParagraphView[]> {
  const rows: Row[] = await em.execute(
    `select p.id, p.item_id, p.number, p.closed, i.public_title, p.record, p.version,
       coalesce((select json_agg(json_build_object('label', a.label, 'registryNumber', d.registry_number) order by a.ordinal)
         from item_document a left join document d on d.id = a.document_id where a.item_id = p.item_id), '[]') as supporting
     from paragraph p join agenda_item i on i.id = p.item_id where p.minutes_id = ? order by p.number limit 500`,
    [minutesId],
  );
  const texts: TextRow[] = await em.execute(
    `select t.owner_id, t.slot, t.content, t.version, t.saved_at, pe.name as saved_by
     from text t join paragraph p on p.id = t.owner_id left join person pe on t.saved_by = 'person:' || pe.id
     where t.owner_kind = 'paragraph' and p.minutes_id = ? limit 1000`,
    [minutesId],
  );
  return rows.map((row) => {
    const free = (slot: TextRow['slot']): FreeText => {
      const found = texts.find((text) => text.owner_id === row.id && text.slot === slot);
      if (found === undefined) return none;
      const { content, version } = found;
      return { content, version, savedAt: new Date(found.saved_at), savedBy: found.saved_by };
    };
    const [summary, background] = [free('summary'), free('background')];
    return {
      id: row.id,
      itemId: row.item_id,
      number: row.number,
      closed: row.closed,
      publicTitle: row.public_title,
      record: row.record,
      version: row.version,
      supporting: row.supporting,
      summary: summary.content,
      background: background.content,
      texts: { summary, background },
    };
  });
}
