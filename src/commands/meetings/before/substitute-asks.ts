import { SubstituteAsk, SubstituteCall } from '../../../store/entities/before';
import { Body } from '../../../store/entities/bodies';
import type { Meeting } from '../../../store/entities/meetings';
import { closeTasks } from '../../notifications/tasks';
import { queueMail, withdrawMails } from '../../notifications/mail';
import { needNotRead } from '../summons/ask-to-read';
import type { Transaction } from '../../runner/transaction';

/** Asked and not answered, or promised. No answer is asked for by itself: `in (null)` finds nothing. */
const reckonedWith = [{ answer: null }, { answer: 'accepted' as const }];

/** A substitute cannot come after all: what they were asked or had promised is given up. @returns the calls that go on */
export async function releaseAsked(tx: Transaction, meetingId: string, seatId: string): Promise<string[]> {
  const asks = await tx.em.find(SubstituteAsk, { seatId, $or: reckonedWith });
  const released: string[] = [];
  for (const ask of asks) {
    const call = await tx.em.findOne(SubstituteCall, { id: ask.callId, meetingId });
    if (call === null || call.state === 'withdrawn') continue;
    ask.answer = 'declined';
    ask.answeredAt = tx.now;
    if (call.servingSeatId === seatId) call.servingSeatId = null;
    call.state = 'asking';
    await endAsk(tx, ask.id);
    await needNotRead(tx, meetingId, ask.personId);
    released.push(call.id);
  }
  return released;
}

/** The question needs no answer any more. */
export async function endAsk(tx: Transaction, askId: string): Promise<void> {
  await closeTasks(tx, askId, ['answerSubstituteAsk']);
  await withdrawMails(tx, askId, ['substituteAsk']);
}

/** The call ends since the member comes after all: whoever was asked or had said yes is told. */
export async function callOff(tx: Transaction, meeting: Meeting, call: SubstituteCall): Promise<void> {
  const body = await tx.em.findOneOrFail(Body, meeting.bodyId);
  const asks = await tx.em.find(SubstituteAsk, { callId: call.id, $or: reckonedWith });
  for (const ask of asks) {
    await endAsk(tx, ask.id);
    await needNotRead(tx, meeting.id, ask.personId);
    await queueMail(tx, {
      template: 'substituteNotNeeded',
      subject: { kind: 'substituteAsk', id: ask.id, authorityId: meeting.authorityId },
      version: 1,
      to: { personId: ask.personId },
      data: { body: body.name, day: meeting.day, link: `/sammantraden/${meeting.id}/kallelse` },
    });
  }
  call.state = 'withdrawn';
  call.servingSeatId = null;
}
