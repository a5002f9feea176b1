import type { EntityManager } from '@mikro-orm/postgresql';
import type { Day } from '../../../domain/time/day';

/** A certified extract that its document is made from. */
export interface ExtractToMake {
  readonly minutesId: string;
  /** Empty: the minutes as a whole, to the standing recipients. */
  readonly paragraphIds: readonly string[];
  readonly verifiedOn: Day;
  readonly certifiedBy: string;
  readonly certifiedAt: Date;
  /** SHA-256 of the text that was signed. */
  readonly sha256: string | null;
}

interface Row extends Omit<ExtractToMake, 'certifiedAt'> {
  certifiedAt: string;
}

/** Null when there is no such extract. @throws when its minutes are not verified: extracts are certified after that */
export async function readExtractToMake(em: EntityManager, extractId: string): Promise<ExtractToMake | null> {
  const rows: (Omit<Row, 'verifiedOn'> & { verifiedOn: Day | null })[] = await em.execute(
    `select e.minutes_id as "minutesId", e.paragraph_ids as "paragraphIds", m.verified_on::text as "verifiedOn",
       p.name as "certifiedBy", e.certified_at as "certifiedAt",
       (select r.sha256 from verification_round r where r.minutes_id = m.id and r.closed_at is null
          order by r.number desc limit 1) as sha256
     from minutes_extract e join minutes m on m.id = e.minutes_id join person p on p.id = e.certified_by where e.id = ?`,
    [extractId],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const { verifiedOn } = row;
  if (verifiedOn === null) throw new Error('An extract of minutes that are not verified');
  return { ...row, verifiedOn, certifiedAt: new Date(row.certifiedAt) };
}
