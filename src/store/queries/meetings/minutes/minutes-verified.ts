import type { EntityManager } from '@mikro-orm/postgresql';
import type { VerifiedFacts } from '../../../../domain/meetings/minutes/written-minutes';
import type { Day } from '../../../../domain/time/day';

/** What the verified copy says of the text that was signed; null while the minutes are not verified. */
export async function readVerified(
  em: EntityManager,
  minutesId: string,
): Promise<(VerifiedFacts & { readonly lastSignedAt: Date }) | null> {
  const rows: { verifiedOn: Day; sha256: string; at: string }[] = await em.execute(
    `select m.verified_on::text as "verifiedOn", r.sha256, max(v.at) as at
     from minutes m join verification_round r on r.minutes_id = m.id and r.closed_at is null
     join verification v on v.round_id = r.id and v.voided_at is null
     where m.id = ? and m.state = 'verified' group by m.id, r.id`,
    [minutesId],
  );
  const row = rows[0];
  return row === undefined
    ? null
    : { verifiedOn: row.verifiedOn, sha256: row.sha256, lastSignedAt: new Date(row.at) };
}
