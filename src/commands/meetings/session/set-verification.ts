import { SetVerification } from '../../../contracts/meetings/session/meeting';
import { attendanceByItem, services } from '../../../domain/meetings/session/attendance';
import { canVerifyOn, verifierFaults } from '../../../domain/meetings/minutes/verification';
import type { Refusal } from '../../../domain/refusals/refusal';
import { VerificationPlan } from '../../../store/entities/sessions';
import {
  attendanceNow,
  presided,
  presidingSeat,
  sessionRecord,
  type Session,
} from '../../../store/queries/meetings/session/session';
import { defineCommand } from '../../runner/command';
import { onMeeting } from '../plan/objects';
import { openSession, type OpenSession } from './open-session';

/** M-10, KL 5:69: the body elects who verifies beside the chair, and decides day, time and place. */
export const setVerification = defineCommand<SetVerification, { meetingId: string }>({
  name: 'setVerification',
  kind: 'edit',
  input: SetVerification,
  permission: (tx, input) => onMeeting(tx, 'session.run', input.meetingId),
  handle: async (tx, input) => {
    const open = await openSession(tx, input.meetingId, 'treatItem');
    if (!open.ok) return open;
    const { id: meetingId, authorityId, day } = open.meeting;
    const dayVerdict = canVerifyOn(day, input.day, open.inForce.rules);
    if (!dayVerdict.ok) return dayVerdict;
    const fault = verifierFault(open, input.verifierIds);
    if (fault !== null) return fault;
    const { verifierIds, time, place } = input;
    const said = { verifierIds, day: input.day, time, place };
    const plan = await tx.em.findOne(VerificationPlan, meetingId);
    if (plan === null) tx.em.persist(tx.em.create(VerificationPlan, { meetingId, authorityId, ...said }));
    else tx.em.assign(plan, said);
    return { ok: true, result: { meetingId }, subject: { kind: 'meeting', id: meetingId, authorityId } };
  },
});

/** KL 5:69, M-10: the first thing that keeps these from verifying, by who presides and who has served; null when nothing. */
export function verifierFault(
  { session, inForce }: OpenSession,
  verifierIds: readonly string[],
): Refusal | null {
  const attendance = attendanceNow(session);
  const now = attendance === null ? undefined : presidingSeat(session, attendance)?.holder?.personId;
  const before = presided(session).map(({ personId }) => personId);
  const chairIds = new Set(now === undefined ? before : [...before, now]);
  const elected = { verifierIds, chairIds, servedIds: servedPeople(session) };
  return verifierFaults(elected, inForce.rules)[0] ?? null;
}

/** Everyone who has served for an item, or serves now. */
export function servedPeople(session: Session): ReadonlySet<string> {
  const now = attendanceNow(session)?.seats ?? [];
  const before = services(attendanceByItem(sessionRecord(session)));
  return new Set(
    [...now, ...before].flatMap(({ servedBy }) =>
      servedBy?.holder === null || servedBy === null ? [] : [servedBy.holder.personId],
    ),
  );
}
