import type { EntityManager } from '@mikro-orm/postgresql';
import type { Day } from '../../../domain/time/day';
import type { Document } from '../../entities/register';

/** A document as another authority's register wants it. */
export interface HandedOver {
  readonly series: string;
  readonly registryNumber: string | null;
  readonly title: string;
  readonly direction: Document['direction'];
  readonly day: Day;
  readonly counterpart: string | null;
  readonly state: Document['state'];
  readonly sha256: string | null;
}

/** Documents of the body in series that are kept elsewhere, by their day; drafts are outside the register. */
export async function documentsToHandOver(
  em: EntityManager,
  bodyId: string,
  from: Day,
  to: Day,
): Promise<HandedOver[]> {
  return em.execute(
    `select s.code as series, d.registry_number as "registryNumber", d.title, d.direction, d.day::text as day, d.counterpart,
            d.state, (select v.sha256 from document_version v where v.document_id = d.id order by v.number desc limit 1) as sha256
       from document d join matter m on m.id = d.matter_id join number_series s on s.id = m.series_id
      where m.body_id = ? and not s.kept_here and d.state <> 'draft' and d.day between ? and ?
      order by d.day, d.registry_number limit 10000`,
    [bodyId, from, to],
  );
}
