import type { EntityManager } from '@mikro-orm/postgresql';
import { actorName, type Actor } from '../../contracts/actor';

/** One row of the audit log: ids and codes only (T-2). */
export interface AuditRow {
  readonly actor: Actor;
  readonly act: string;
  readonly result: 'done' | 'refused' | 'read';
  readonly code?: string | undefined;
  readonly subject?:
    { readonly kind: string; readonly id: string; readonly authorityId: string | null } | undefined;
  readonly happenedAt: Date;
  readonly traceId?: string | undefined;
}

export const AUDIT_COLUMNS =
  'authority_id, actor, act, subject_kind, subject_id, result, code, happened_at, recorded_at, trace_id';
export const AUDIT_VALUES = '?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp(), ?';

/** What stands in the places of `AUDIT_VALUES`. */
export function auditRow(row: AuditRow): unknown[] {
  return [
    row.subject?.authorityId ?? null,
    actorName(row.actor),
    row.act,
    row.subject?.kind ?? null,
    row.subject?.id ?? null,
    row.result,
    row.code ?? null,
    row.happenedAt,
    row.traceId ?? null,
  ];
}

/** A plain insert; the sealer chains blocks of rows later, so that writers never wait for each other. */
export async function writeAudit(em: EntityManager, row: AuditRow): Promise<void> {
  await em.execute(`insert into audit_event (${AUDIT_COLUMNS}) values (${AUDIT_VALUES})`, auditRow(row));
}
