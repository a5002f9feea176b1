import { v7 as uuidv7 } from 'uuid';
import {
  CastBallots,
  CloseVote,
  CorrectBallots,
  OpenVote,
  type ClosedVote,
} from '../../../../contracts/meetings/session/votes';
import { actorName } from '../../../../contracts/actor';
import { canDecide, type Quorum } from '../../../../domain/meetings/session/quorum';
import { countVote, canCastBallot, type VoteSetting } from '../../../../domain/meetings/session/voting';
import { refuse, type Refusal } from '../../../../domain/refusals/refusal';
import { Ballot, BallotCorrection, Vote } from '../../../../store/entities/sessions';
import {
  attendanceAt,
  isOpenedLast,
  presidingSeat,
  withWaitingNotes,
} from '../../../../store/queries/meetings/session/session';
import { defineCommand, type Permission } from '../../../runner/command';
import { findRow, type Transaction } from '../../../runner/transaction';
import { onItem } from '../../plan/objects';
import { openTreatedItem, type TreatedItem } from '../open-session';
import { holdWaitingNotes } from '../presence/presence-rows';
import { hasOpenVote, openVoteRow } from './vote-rows';

/** KL 5:54-55 via 6:33: an open roll-call vote begins; what yes and no mean is said before. */
export const openVote = defineCommand<OpenVote, { voteId: string; number: number }>({
  name: 'openVote',
  kind: 'edit',
  input: OpenVote,
  permission: (tx, input) => onItem(tx, 'session.run', input.itemId),
  handle: async (tx, input) => {
    const open = await openTreatedItem(tx, input.itemId, 'treatItem');
    if (!open.ok) return open;
    if (open.planned.decided) return refuse('item-decided-already', { item: open.label });
    // Whoever came or went after an earlier vote on the item takes part in this one as they are now.
    const afterEarlierVote = isOpenedLast(open.session, open.planned);
    const quorate = canDecide(afterEarlierVote ? quorumNow(open) : open.attendance.quorum);
    if (!quorate.ok) return quorate;
    if (await hasOpenVote(tx, open.meeting.id)) return refuse('vote-not-closed');
    if (afterEarlierVote) await holdWaitingNotes(tx, open.meeting.id, input.itemId);
    const number = (await tx.em.count(Vote, { itemId: input.itemId })) + 1;
    const id = uuidv7();
    const { authorityId } = open.meeting;
    tx.em.persist(
      tx.em.create(Vote, {
        id,
        authorityId,
        number,
        ...input,
        yes: null,
        no: null,
        abstained: null,
        castingVote: false,
        result: null,
        openedAt: tx.now,
        closedAt: null,
      }),
    );
    return { ok: true, result: { voteId: id, number }, subject: { kind: 'vote', id, authorityId } };
  },
});

function quorumNow({ session, planned, attendance }: TreatedItem): Quorum {
  return attendanceAt(withWaitingNotes(session, planned), planned.id)?.quorum ?? attendance.quorum;
}

/** KL 5:55: the whole roll call in one act, one answer for each seat that someone serves in. */
export const castBallots = defineCommand<CastBallots, { voteId: string }>({
  name: 'castBallots',
  kind: 'edit',
  input: CastBallots,
  permission: (tx, input) => onVote(tx, input.voteId),
  handle: async (tx, input) => {
    const open = await openVoteRow(tx, input.voteId);
    if (!open.ok) return open;
    const { vote, attendance } = open;
    if ((vote.closedAt ?? null) !== null) return refuse('vote-closed-already');
    if ((await tx.em.count(Ballot, { voteId: vote.id })) > 0) return refuse('ballots-cast-already');
    const fault = rollCallFault(open, input);
    if (fault !== null) return fault;
    for (const { seatId, choice } of input.ballots) {
      const holder = attendance.seats.find(({ seat }) => seat.id === seatId)?.servedBy?.holder ?? null;
      if (holder === null) return refuse('ballot-of-one-who-does-not-serve');
      tx.em.persist(tx.em.create(Ballot, { voteId: vote.id, seatId, personId: holder.personId, choice }));
    }
    const { id, authorityId } = vote;
    return { ok: true, result: { voteId: id }, subject: { kind: 'vote', id, authorityId } };
  },
});

/**
 * KL 5:55: an answer that was heard wrong is corrected until the vote is closed. The minutes tell the answers as they stand
 * when it is; what was heard first, and who corrected it, is kept beside them.
 */
export const correctBallots = defineCommand<CorrectBallots, { voteId: string; corrected: number }>({
  name: 'correctBallots',
  kind: 'edit',
  input: CorrectBallots,
  permission: (tx, input) => onVote(tx, input.voteId),
  handle: async (tx, input) => {
    const open = await openVoteRow(tx, input.voteId, input.version);
    if (!open.ok) return open;
    const { vote } = open;
    if ((vote.closedAt ?? null) !== null) return refuse('vote-closed-already');
    const cast = await tx.em.find(Ballot, { voteId: vote.id });
    if (cast.length === 0) return refuse('ballots-not-cast');
    const fault = rollCallFault(open, input);
    if (fault !== null) return fault;
    const changed = cast.filter(
      (ballot) => input.ballots.find(({ seatId }) => seatId === ballot.seatId)?.choice !== ballot.choice,
    );
    if (changed.length === 0) return refuse('ballots-unchanged');
    for (const ballot of changed) {
      const corrected = input.ballots.find(({ seatId }) => seatId === ballot.seatId);
      if (corrected === undefined) continue;
      const { voteId, seatId, personId, choice: before } = ballot;
      const row = { id: uuidv7(), voteId, seatId, personId, before, after: corrected.choice, at: tx.now };
      tx.em.persist(tx.em.create(BallotCorrection, { ...row, correctedBy: actorName(tx.actor) }));
      ballot.choice = corrected.choice;
    }
    await tx.em.flush();
    await tx.em.execute('update vote set version = version + 1 where id = ?', [vote.id]);
    const { id, authorityId } = vote;
    return {
      ok: true,
      result: { voteId: id, corrected: changed.length },
      subject: { kind: 'vote', id, authorityId },
    };
  },
});

/** What is wrong with a roll call: an answer that may not be given, two for one seat, or one that is missing. */
function rollCallFault(open: TreatedItem, { ballots }: Pick<CastBallots, 'ballots'>): Refusal | null {
  const setting = settingOf(open, null);
  for (const ballot of ballots) {
    const verdict = canCastBallot(setting, ballot);
    if (!verdict.ok) return verdict;
  }
  if (new Set(ballots.map(({ seatId }) => seatId)).size !== ballots.length) return refuse('ballot-twice');
  const missing = setting.servingSeats.length - ballots.length;
  return missing > 0 ? refuse('ballots-missing', { missing }) : null;
}

/** KL 5:54-55: the ballots are counted; on equal numbers the vote of the one who presides decides. */
export const closeVote = defineCommand<CloseVote, ClosedVote>({
  name: 'closeVote',
  kind: 'edit',
  input: CloseVote,
  permission: (tx, input) => onVote(tx, input.voteId),
  handle: async (tx, input) => {
    const open = await openVoteRow(tx, input.voteId);
    if (!open.ok) return open;
    const { vote } = open;
    if ((vote.closedAt ?? null) !== null) return refuse('vote-closed-already');
    const { id, authorityId } = vote;
    const subject = { kind: 'vote', id, authorityId };
    if (input.withdrawn) {
      vote.closedAt = tx.now;
      const nothing = { result: null, yes: 0, no: 0, abstained: 0, castingVote: false };
      return { ok: true, result: { voteId: id, ...nothing }, subject };
    }
    const ballots = await tx.em.find(Ballot, { voteId: id });
    const counted = countVote(settingOf(open, input.presidingSeatId ?? null), ballots);
    if (!counted.ok) return counted;
    const { yes, no, abstained, result, castingVote } = counted;
    tx.em.assign(vote, { yes, no, abstained, result, castingVote, closedAt: tx.now });
    return { ok: true, result: { voteId: id, yes, no, abstained, result, castingVote }, subject };
  },
});

async function onVote(tx: Transaction, voteId: string): Promise<Permission | Refusal> {
  const vote = await findRow(tx, Vote, { id: voteId });
  return vote.ok ? onItem(tx, 'session.run', vote.row.itemId) : vote;
}

function settingOf({ attendance, item, session }: TreatedItem, presiding: string | null): VoteSetting {
  return {
    servingSeats: attendance.seats.flatMap(({ seat, servedBy }) => (servedBy === null ? [] : [seat.id])),
    presidingSeat: presiding ?? presidingSeat(session, attendance)?.id ?? '',
    exerciseOfAuthority: item.exerciseOfAuthority,
  };
}
