import type { EntityManager } from '@mikro-orm/postgresql';
import type { RulesOfProcedure } from '../../../../domain/bodies/rules-of-procedure';
import type { Day } from '../../../../domain/time/day';

/** A version of the rules of procedure as a meeting is counted by it. */
export interface RulesInForce {
  readonly id: string;
  readonly rules: RulesOfProcedure;
  /** The deciding paragraph, such as "Regionfullmäktige 2025-11-24 § 112". */
  readonly decidedBy: string;
}

interface Row {
  id: string;
  settings: RulesOfProcedure;
  decided_by: string;
}

const view = (row: Row | undefined): RulesInForce | null =>
  row === undefined ? null : { id: row.id, rules: row.settings, decidedBy: row.decided_by };

/** The body's rules of procedure in force on a day; null when it has none (B-1). */
export async function rulesInForce(
  em: EntityManager,
  bodyId: string,
  day: Day,
): Promise<RulesInForce | null> {
  const rows: Row[] = await em.execute(
    `select id, settings, decided_by from rules_of_procedure
     where body_id = ? and valid_from <= ?::date and (valid_to is null or valid_to >= ?::date)`,
    [bodyId, day, day],
  );
  return view(rows[0]);
}

/** Every version of the body's rules of procedure; a list of days asks them one after another. @returns what `rulesInForce` gives for a day */
export async function readRulesByDay(
  em: EntityManager,
  bodyId: string,
): Promise<(day: Day) => RulesInForce | null> {
  const rows: (Row & { valid_from: Day; valid_to: Day | null })[] = await em.execute(
    `select id, settings, decided_by, valid_from::text, valid_to::text from rules_of_procedure where body_id = ?
     order by number desc limit 500`,
    [bodyId],
  );
  return (day) =>
    view(rows.find((row) => row.valid_from <= day && (row.valid_to === null || row.valid_to >= day)));
}

/**
 * The rules a meeting is counted by: the version it was bound to when it was summoned, before that the one in force on
 * its day. Later versions never move its clocks (B-1).
 */
export async function rulesOfMeeting(
  em: EntityManager,
  meeting: { readonly rulesId?: string | null | undefined; readonly bodyId: string; readonly day: Day },
): Promise<RulesInForce | null> {
  if ((meeting.rulesId ?? null) === null) return rulesInForce(em, meeting.bodyId, meeting.day);
  const rows: Row[] = await em.execute(
    'select id, settings, decided_by from rules_of_procedure where id = ?',
    [meeting.rulesId],
  );
  return view(rows[0]);
}

/** The rules of a meeting that was summoned, and so bound to a version of them. @throws where there is none: a fault */
export async function boundRules(
  em: EntityManager,
  meeting: Parameters<typeof rulesOfMeeting>[1],
): Promise<RulesOfProcedure> {
  const inForce = await rulesOfMeeting(em, meeting);
  if (inForce === null) throw new Error('A summoned meeting has rules of procedure');
  return inForce.rules;
}
