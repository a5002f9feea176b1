import { validate as isUuid } from 'uuid';
import type { AuditRow } from './audit';

/**
 * What a refused act was tried on, as far as its input says: the first row that it names, such as `meetingId`. The audit log
 * keeps kind and id (T-2); whose it is was not asked, or not to be told.
 */
export function attemptedOn(input: unknown): AuditRow['subject'] {
  if (input === null || typeof input !== 'object') return undefined;
  for (const [name, value] of Object.entries(input)) {
    if (!name.endsWith('Id') || typeof value !== 'string' || !isUuid(value)) continue;
    const kind = name.slice(0, -'Id'.length);
    return { kind: kind === 'item' ? 'agendaItem' : kind, id: value, authorityId: null };
  }
  return undefined;
}
