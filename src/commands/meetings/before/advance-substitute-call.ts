import { v7 as uuidv7 } from 'uuid';
import { AdvanceSubstituteCall } from '../../../contracts/meetings/before/substitutes';
import { substituteCallDue } from '../../../domain/meetings/before/substitute-call-due';
import { nextSubstitute, substituteQueue } from '../../../domain/meetings/before/substitutes';
import { refuse } from '../../../domain/refusals/refusal';
import { clockTimeOf, dayOf } from '../../../domain/time/stockholm';
import { Body } from '../../../store/entities/bodies';
import { SubstituteAsk, SubstituteCall } from '../../../store/entities/before';
import { Meeting } from '../../../store/entities/meetings';
import { readComposition, type NamedSeat } from '../../../store/queries/bodies/composition';
import {
  readAsks,
  readUnavailableSeats,
} from '../../../store/queries/meetings/before/before-substitute-call';
import { rulesOfMeeting } from '../../../store/queries/meetings/plan/plan-rules';
import { queueMail } from '../../notifications/mail';
import { openTask } from '../../notifications/tasks';
import { defineCommand } from '../../runner/command';
import { lockRow, type Transaction } from '../../runner/transaction';
import { endAsk } from './substitute-asks';

const HOUR = 3_600_000;

/** M-5: the process asks the substitute next in order, or tells the secretary that nobody of the principal is left. */
export const advanceSubstituteCall = defineCommand<AdvanceSubstituteCall, { state: SubstituteCall['state'] }>(
  {
    name: 'advanceSubstituteCall',
    kind: 'step',
    input: AdvanceSubstituteCall,
    permission: 'internal',
    handle: async (tx, input) => {
      const unlocked = await tx.em.findOneOrFail(SubstituteCall, input.callId);
      const found = await lockRow(tx, Meeting, { id: unlocked.meetingId });
      if (!found.ok) return found;
      const meeting = found.row;
      const locked = await lockRow(tx, SubstituteCall, { id: input.callId }, input.version);
      if (!locked.ok) return locked;
      const call = locked.row;
      const asks = await readAsks(tx.em, call.id);
      if (substituteCallDue({ state: call.state, phase: meeting.phase, asks }, tx.now).due === null)
        return refuse('stale-version');
      for (const ask of await tx.em.find(SubstituteAsk, { callId: call.id, answer: null })) {
        ask.answer = 'expired';
        ask.answeredAt = tx.now;
        await endAsk(tx, ask.id);
      }
      const board = await readComposition(tx.em, meeting.bodyId, meeting.day);
      const inForce = await rulesOfMeeting(tx.em, meeting);
      const member = board.find(({ id }) => id === call.seatId);
      if (inForce === null || member === undefined) return refuse('seat-unknown');
      const asked = asks.map((ask) => ({ ...ask, answer: ask.answer ?? ('expired' as const) }));
      const unavailable = await readUnavailableSeats(tx.em, meeting.id, call.id);
      const turn = nextSubstitute(substituteQueue(board, member, inForce.rules), asked, unavailable);
      const state = turn.turn === 'ask' ? 'asking' : 'exhausted';
      if (turn.turn === 'ask') {
        const answerBy = new Date(tx.now.getTime() + inForce.rules.substituteAnswerHours * HOUR);
        await ask(tx, meeting, call, turn.seat as NamedSeat, asks.length + 1, answerBy);
      } else {
        await tellNobodyLeft(tx, meeting, call, member);
      }
      // The version moves with every turn, also where the state stays: the same act is never due twice at one version.
      await tx.em.execute('update substitute_call set state = ?, version = version + 1 where id = ?', [
        state,
        call.id,
      ]);
      return {
        ok: true,
        result: { state },
        subject: { kind: 'substituteCall', id: call.id, authorityId: call.authorityId },
        wakes: [{ kind: 'substituteCall', row: call.id, authority: call.authorityId }],
      };
    },
  },
);

async function ask(
  tx: Transaction,
  meeting: Meeting,
  call: SubstituteCall,
  seat: NamedSeat,
  ordinal: number,
  answerBy: Date,
): Promise<void> {
  if (seat.holder === null) return;
  const id = uuidv7();
  const { personId } = seat.holder;
  tx.em.persist(
    tx.em.create(SubstituteAsk, {
      id,
      callId: call.id,
      seatId: seat.id,
      personId,
      ordinal,
      askedAt: tx.now,
      answerBy,
      answer: null,
      answeredAt: null,
    }),
  );
  const body = await tx.em.findOneOrFail(Body, meeting.bodyId);
  const subject = { kind: 'substituteAsk', id, authorityId: meeting.authorityId };
  const link = `/tjanstgoring/${id}`;
  await openTask(tx, {
    kind: 'answerSubstituteAsk',
    subject,
    for: { personId },
    bodyId: meeting.bodyId,
    dueDay: dayOf(answerBy),
    rule: 'KL 6:16',
    facts: { body: body.name, day: meeting.day },
    link,
  });
  await queueMail(tx, {
    template: 'substituteAsk',
    subject,
    version: 1,
    to: { personId },
    data: {
      body: body.name,
      day: meeting.day,
      dayAndTime: `${meeting.day} ${meeting.startTime}`,
      answerBy: `${dayOf(answerBy)} ${clockTimeOf(answerBy)}`,
      link,
    },
  });
}

async function tellNobodyLeft(
  tx: Transaction,
  meeting: Meeting,
  call: SubstituteCall,
  member: NamedSeat,
): Promise<void> {
  const body = await tx.em.findOneOrFail(Body, meeting.bodyId);
  await openTask(tx, {
    kind: 'noSubstituteLeft',
    subject: { kind: 'substituteCall', id: call.id, authorityId: meeting.authorityId },
    for: { role: 'secretary', scopeId: meeting.bodyId },
    bodyId: meeting.bodyId,
    dueDay: meeting.day,
    rule: 'KL 6:16, 9:24',
    facts: { body: body.name, day: meeting.day, principal: member.principal },
    link: `/sammantraden/${meeting.id}/narvaro`,
  });
}
