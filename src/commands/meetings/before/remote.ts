import type { Loaded } from '@mikro-orm/core';
import { v7 as uuidv7 } from 'uuid';
import { DecideRemote, RequestRemote, WithdrawRemote } from '../../../contracts/meetings/before/remote';
import { canMove } from '../../../domain/meetings/phases';
import { canRequestRemote } from '../../../domain/meetings/agenda/in-time';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import { Body } from '../../../store/entities/bodies';
import { RemoteRequest } from '../../../store/entities/before';
import { Meeting } from '../../../store/entities/meetings';
import { Person } from '../../../store/entities/people';
import { readComposition } from '../../../store/queries/bodies/composition';
import { queueMail } from '../../notifications/mail';
import { closeTasks, openTaskAnew } from '../../notifications/tasks';
import { defineCommand, type Permission } from '../../runner/command';
import { findRow, lockRow, type Transaction } from '../../runner/transaction';
import { openAgenda } from '../agenda/open-agenda';

/** M-5, KL 6:24: a seat holder asks in time to take part remotely; the chair decides. */
export const requestRemote = defineCommand<RequestRemote, { requestId: string }>({
  name: 'requestRemote',
  kind: 'edit',
  input: RequestRemote,
  permission: async (tx, input) => {
    const meeting = await findRow(tx, Meeting, { id: input.meetingId });
    if (!meeting.ok) return meeting;
    return { act: 'remote.request', object: { bodyId: meeting.row.bodyId, ownerIds: [input.personId] } };
  },
  handle: async (tx, input) => {
    const open = await openAgenda(tx, input.meetingId, 'requestRemote');
    if (!open.ok) return open;
    const { meeting, inForce } = open;
    const board = await readComposition(tx.em, meeting.bodyId, meeting.day);
    const seat = board.find(({ holder }) => holder?.personId === input.personId);
    if (seat === undefined) return refuse('seat-unknown');
    const verdict = canRequestRemote(inForce.rules, meeting.day, tx.today);
    if (!verdict.ok) return verdict;
    const earlier = await tx.em.findOne(RemoteRequest, { meetingId: meeting.id, personId: input.personId });
    if (earlier !== null && earlier.state !== 'withdrawn') return refuse('remote-asked-already');
    const { authorityId } = meeting;
    const request =
      earlier ??
      tx.em.create(RemoteRequest, {
        id: uuidv7(),
        authorityId,
        meetingId: meeting.id,
        personId: input.personId,
        requestedAt: tx.now,
        state: 'asked',
        decidedBy: null,
        decidedAt: null,
        reason: null,
      });
    tx.em.assign(request, { state: 'asked', requestedAt: tx.now });
    tx.em.persist(request);
    const { id } = request;
    const body = await tx.em.findOneOrFail(Body, meeting.bodyId);
    await openTaskAnew(tx, {
      kind: 'decideRemote',
      subject: { kind: 'remoteRequest', id, authorityId },
      for: { role: 'chair', scopeId: meeting.bodyId },
      bodyId: meeting.bodyId,
      dueDay: meeting.day,
      rule: 'KL 6:24',
      facts: { body: body.name, day: meeting.day, person: seat.name ?? '' },
      link: `/distans/${id}`,
    });
    return { ok: true, result: { requestId: id }, subject: { kind: 'remoteRequest', id, authorityId } };
  },
});

/** M-5: who asked changes their mind before the chair has answered; the question leaves the chair's list. */
export const withdrawRemote = defineCommand<WithdrawRemote, { requestId: string }>({
  name: 'withdrawRemote',
  kind: 'edit',
  input: WithdrawRemote,
  permission: (tx, input) => onRequest(tx, 'remote.request', input.requestId),
  handle: async (tx, input) => {
    const open = await openRequest(tx, input.requestId);
    if (!open.ok) return open;
    const { request } = open;
    // What became of the request is told before its version: whoever waited for an answer gets to know that it came.
    if (request.state !== 'asked') return refuse('remote-answered-already');
    if (request.version !== input.version) return refuse('stale-version');
    request.state = 'withdrawn';
    await closeTasks(tx, request.id, ['decideRemote']);
    const { id, authorityId } = request;
    return { ok: true, result: { requestId: id }, subject: { kind: 'remoteRequest', id, authorityId } };
  },
});

/** The chair answers a request; a no has a reason, so that the member understands it. */
export const decideRemote = defineCommand<DecideRemote, { requestId: string }>({
  name: 'decideRemote',
  kind: 'edit',
  input: DecideRemote,
  permission: (tx, input) => onRequest(tx, 'remote.decide', input.requestId),
  handle: async (tx, input) => {
    const open = await openRequest(tx, input.requestId, input.version);
    if (!open.ok) return open;
    const { meeting, request } = open;
    if (request.state !== 'asked') return refuse('remote-decided-already');
    const reason = input.reason ?? '';
    if (input.decision === 'refused' && reason === '') return refuse('remote-refusal-needs-reason');
    request.state = input.decision;
    request.decidedBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
    request.decidedAt = tx.now;
    request.reason = reason === '' ? null : reason;
    await closeTasks(tx, request.id, ['decideRemote']);
    const body = await tx.em.findOneOrFail(Body, meeting.bodyId);
    const person = await tx.em.findOneOrFail(Person, request.personId);
    const subject = { kind: 'remoteRequest', id: request.id, authorityId: request.authorityId };
    await queueMail(tx, {
      template: 'remoteDecision',
      subject,
      version: 1,
      to: { personId: person.id },
      data: { body: body.name, day: meeting.day, link: `/sammantraden/${meeting.id}/kallelse` },
    });
    return { ok: true, result: { requestId: request.id }, subject };
  },
});

/** Who asked acts on the request as its owner, the chair of the body as who decides. */
async function onRequest(
  tx: Transaction,
  act: 'remote.request' | 'remote.decide',
  requestId: string,
): Promise<Permission | Refusal> {
  const request = await findRow(tx, RemoteRequest, { id: requestId });
  if (!request.ok) return request;
  const { bodyId } = await tx.em.findOneOrFail(Meeting, request.row.meetingId);
  return { act, object: { bodyId, ownerIds: [request.row.personId] } };
}

interface OpenRequest {
  readonly ok: true;
  readonly meeting: Loaded<Meeting>;
  readonly request: Loaded<RemoteRequest>;
}

/** Locks the meeting, then the request, while it may be answered or taken back. */
async function openRequest(
  tx: Transaction,
  requestId: string,
  version?: number,
): Promise<OpenRequest | Refusal> {
  const unlocked = await findRow(tx, RemoteRequest, { id: requestId });
  if (!unlocked.ok) return unlocked;
  const meeting = await lockRow(tx, Meeting, { id: unlocked.row.meetingId });
  if (!meeting.ok) return meeting;
  const phase = canMove(meeting.row.phase, 'requestRemote');
  if (!phase.ok) return phase;
  const request = await lockRow(tx, RemoteRequest, { id: requestId }, version);
  if (!request.ok) return request;
  return request.row.state === 'withdrawn'
    ? refuse('remote-withdrawn-already')
    : { ok: true, meeting: meeting.row, request: request.row };
}
