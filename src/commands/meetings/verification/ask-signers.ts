import type { Loaded } from '@mikro-orm/core';
import { OfMinutes } from '../../../contracts/meetings/verification/process';
import type { CommandName } from '../../../contracts/commands';
import { verificationDeadline } from '../../../domain/meetings/plan/deadlines';
import { nextSigners, remainingSigners } from '../../../domain/meetings/minutes/verification';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import { Body } from '../../../store/entities/bodies';
import type { Minutes } from '../../../store/entities/minutes';
import { askedInRound } from '../../../store/queries/meetings/minutes/minutes-verification';
import { takeDueReminder } from '../../deadlines/deadlines';
import { queueMail } from '../../notifications/mail';
import { openTask } from '../../notifications/tasks';
import { defineCommand, type Command } from '../../runner/command';
import type { Transaction } from '../../runner/transaction';
import { openMinutes, verificationWake, type OpenMinutes } from '../minutes/open-minutes';

/** A step of the process: the minutes locked at the version that was read. */
function step(
  name: CommandName,
  work: (tx: Transaction, open: OpenMinutes) => Promise<Refusal | null>,
): Command<OfMinutes, { minutesId: string }> {
  return defineCommand<OfMinutes, { minutesId: string }>({
    name,
    kind: 'step',
    input: OfMinutes,
    permission: 'internal',
    handle: async (tx, input) => {
      const open = await openMinutes(tx, input.minutesId, input.version);
      if (!open.ok) return open;
      const refusal = await work(tx, open);
      if (refusal !== null) return refusal;
      const { minutes } = open;
      return {
        ok: true,
        result: { minutesId: minutes.id },
        subject: { kind: 'minutes', id: minutes.id, authorityId: minutes.authorityId },
        wakes: [verificationWake(minutes)],
      };
    },
  });
}

/** M-10: those whose turn it is get the task and a letter, once in each round. */
export const askSigners = step('askSigners', async (tx, open) => {
  const { minutes, signing, meeting } = open;
  const { round } = signing;
  if (minutes.state !== 'verifying' || round === null || round.sha256 === null)
    return refuse('stale-version');
  const asked = await askedInRound(tx.em, minutes.id, round.number);
  const { subject, dueDay, rule, body } = await factsOf(tx, open);
  for (const { personId } of nextSigners(signing)) {
    if (asked.has(personId)) continue;
    const link = `/sammantraden/${meeting.id}/protokoll/justering`;
    await openTask(tx, {
      kind: 'verifyMinutes',
      subject,
      for: { personId },
      cycle: round.number,
      bodyId: minutes.bodyId,
      dueDay,
      rule,
      facts: { day: meeting.day },
      link,
    });
    const data = { body, day: meeting.day, dueDay, link };
    await queueMail(tx, {
      template: 'minutesToVerify',
      subject,
      version: round.number,
      to: { personId },
      data,
    });
  }
  return null;
});

/**
 * M-10: before the last day whoever has not signed is reminded; while the minutes are still being written that is their
 * writer. When the day has passed the chair has it as a task.
 */
export const remindSigners = step('remindSigners', async (tx, open) => {
  const { minutes, signing, meeting } = open;
  const reminder = await takeDueReminder(tx, minutes.id, 'verification');
  if (reminder === null) return refuse('stale-version');
  if (minutes.state === 'verified') return null;
  const { subject, dueDay, rule, body } = await factsOf(tx, open);
  if (reminder.kind === 'verificationLate') {
    const chair = signing.signers.find(({ role, replaced }) => role === 'chair' && !replaced);
    const late = { subject, bodyId: minutes.bodyId, dueDay, rule, facts: { day: meeting.day } };
    await openTask(tx, {
      kind: 'verificationLate',
      for: chair === undefined ? { role: 'chair', scopeId: minutes.bodyId } : { personId: chair.personId },
      link: `/sammantraden/${meeting.id}/protokoll/justering`,
      ...late,
    });
    // A prevented verifier is replaced by the secretary (M-10).
    await openTask(tx, {
      kind: 'verificationLate',
      for: { role: 'secretary', scopeId: minutes.bodyId },
      link: `/sammantraden/${meeting.id}/protokoll`,
      ...late,
    });
  }
  const late = minutes.state === 'drafting' ? [minutes.writerPersonId] : unsigned(open);
  const page = minutes.state === 'drafting' ? 'protokoll' : 'protokoll/justering';
  for (const personId of late) {
    const data = { body, day: meeting.day, dueDay, link: `/sammantraden/${meeting.id}/${page}` };
    const version = Number(tx.today.replaceAll('-', ''));
    await queueMail(tx, { template: 'verificationReminder', subject, version, to: { personId }, data });
  }
  return null;
});

const unsigned = ({ signing }: OpenMinutes): string[] => [
  ...new Set(remainingSigners(signing).map(({ personId }) => personId)),
];

async function factsOf(tx: Transaction, { minutes, meeting, inForce }: OpenMinutes) {
  const deadline = verificationDeadline(inForce.rules, meeting.day);
  const body = await tx.em.findOneOrFail(Body, minutes.bodyId);
  return {
    subject: subjectOf(minutes),
    dueDay: deadline.day,
    rule: deadline.law ?? inForce.decidedBy.slice(0, 255),
    body: body.name,
  };
}

function subjectOf({ id, authorityId }: Loaded<Minutes>) {
  return { kind: 'minutes', id, authorityId };
}
