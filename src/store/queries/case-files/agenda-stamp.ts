import type { EntityManager } from '@mikro-orm/postgresql';
import { Meeting } from '../../entities/meetings';
import { readAgenda } from '../meetings/agenda/agenda-items';
import { agendaStamp } from '../meetings/agenda/agenda-snapshot';
import { rulesOfMeeting } from '../meetings/plan/plan-rules';

/** The stamp of the agenda as it stands: what a form sends back that was made from it. */
export async function readAgendaStamp(
  em: EntityManager,
  meetingId: string | null,
): Promise<{ readonly id: number; readonly version: null }[]> {
  const meeting = meetingId === null ? null : await em.findOne(Meeting, meetingId);
  const inForce = meeting === null ? null : await rulesOfMeeting(em, meeting);
  if (meeting === null || inForce === null) return [];
  const items = await readAgenda(em, meeting, inForce.rules.agendaNumbering);
  return [{ id: agendaStamp(items), version: null }];
}
