import { v7 as uuidv7 } from 'uuid';
import { printsOtherTakeDown } from '../../../domain/meetings/notice/notice-letter';
import { noticeState } from '../../../domain/meetings/notice/notices';
import { addDays, type Day } from '../../../domain/time/day';
import { moveForwardIfNonWorking } from '../../../domain/time/holidays';
import { endOfDay } from '../../../domain/time/stockholm';
import { AppealTime, CourtAnswer, type Notice } from '../../../store/entities/notices';
import type { NoticeBoard } from '../../../store/queries/meetings/notice/notice-boards';
import { closeDeadline, meetDeadline, setDeadline } from '../../deadlines/deadlines';
import { withdrawMails } from '../../notifications/mail';
import { closeTasks, openTask } from '../../notifications/tasks';
import type { WakeFor } from '../../runner/command';
import type { Transaction } from '../../runner/transaction';
import { tellDayMoved, tellTakeDown } from './notice-letters';
import { noticeFacts, type NoticeFacts } from './notice-facts';

/**
 * KL 13:5, M-11: counts the appeal time anew from the boards and brings rows, state, deadlines, tasks and letters in line.
 * A time that came to nothing stays as an annulled row; a new full one is a new row. Called by every act that changes a
 * posting, and by the process when time has passed.
 * @returns the wakes of the processes that read the notice
 */
export async function settleNotice(tx: Transaction, notice: Notice): Promise<WakeFor[]> {
  const facts = await noticeFacts(tx, notice);
  const answer = await tx.em.findOne(CourtAnswer, { noticeId: notice.id });
  const state = noticeState(facts.time, tx.now, answer);
  const number = await settleTime(tx, notice, facts);
  const ended = state !== notice.state && state === 'appealTimeEnded';
  await tx.em.flush();
  // The version moves with every settling, so that an act of the process on what was read before is superseded.
  await tx.em.execute('update notice set state = ?, version = version + 1 where id = ?', [state, notice.id]);
  await tx.em.refresh(notice);
  if (facts.boards.every(({ statedDay }) => statedDay !== null)) {
    await meetDeadline(tx, notice.id, 'notice');
    await closeTasks(tx, notice.id, ['boardsToPost']);
  }
  if (ended) await appealTimeHasEnded(tx, notice, facts, number);
  return noticeWakes(notice);
}

/** Who reads a notice: its own process, and the meeting that ends when all its notices have. */
export function noticeWakes(notice: Notice): WakeFor[] {
  return [
    { kind: 'noticePeriod', row: notice.id, authority: notice.authorityId },
    { kind: 'meetingCycle', row: notice.meetingId, authority: notice.authorityId },
  ];
}

/** @returns the number of the time that runs or has ended; of the last one where none does */
async function settleTime(tx: Transaction, notice: Notice, facts: NoticeFacts): Promise<number> {
  const { time } = facts;
  const rows = await tx.em.find(AppealTime, { noticeId: notice.id }, { orderBy: { number: 'asc' } });
  const current = rows.findLast((row) => row.state !== 'annulled');
  const wanted = time.state === 'counted' ? time : null;
  if (
    current !== undefined &&
    wanted !== null &&
    current.startsOn === wanted.startsOn &&
    current.endsOn === wanted.endsOn
  ) {
    if (tx.now >= endOfDay(wanted.endsOn)) current.state = 'ended';
    return current.number;
  }
  if (current !== undefined) await annul(tx, notice, current, facts);
  if (wanted === null) return rows.length;
  const number = rows.length + 1;
  tx.em.persist(
    tx.em.create(AppealTime, {
      id: uuidv7(),
      authorityId: notice.authorityId,
      noticeId: notice.id,
      number,
      startsOn: wanted.startsOn,
      endsOn: wanted.endsOn,
      state: tx.now >= endOfDay(wanted.endsOn) ? 'ended' : 'running',
      reason: null,
    }),
  );
  await setDeadline(tx, {
    owner: { kind: 'notice', id: notice.id, authorityId: notice.authorityId },
    kind: 'appealTime',
    day: wanted.endsOn,
    at: endOfDay(wanted.endsOn),
    rule: 'KL 13:5',
    basis: 'latestPosting',
  });
  await tx.em.flush();
  await tellDayMoved(tx, notice, facts, boardsToTell(tx, facts, number));
  return number;
}

/**
 * M-11: when a day moves every registrar is told. The first time is counted when the last board has posted: had that one
 * another day than the others, what is printed on their notices does not hold, and taking them down would annul the time.
 */
function boardsToTell(tx: Transaction, facts: NoticeFacts, number: number): readonly NoticeBoard[] {
  const { time, boards } = facts;
  if (number > 1) return boards;
  if (time.state !== 'counted' || tx.now >= endOfDay(time.endsOn)) return [];
  return boards.filter((board) => printsOtherTakeDown(board, time));
}

async function annul(
  tx: Transaction,
  notice: Notice,
  current: AppealTime,
  facts: NoticeFacts,
): Promise<void> {
  const { time, boards } = facts;
  const ended = current.state === 'ended';
  const gap = time.annulled.find(
    (each) => each.startsOn === current.startsOn && each.endsOn === current.endsOn,
  );
  const board = boards.find(({ boardId }) => boardId === gap?.boardId);
  current.state = 'annulled';
  current.reason =
    gap === undefined
      ? 'En anslagsdag rättades'
      : `Anslaget saknades hos ${board?.principal ?? ''} från ${gap.missingFrom}`;
  await closeDeadline(tx, notice.id, 'appealTime', current.reason);
  if (ended) await unaskCourt(tx, notice, boards);
}

/** The time that had ended came to nothing: nobody asks the court or takes the notice down before the new one has. */
async function unaskCourt(tx: Transaction, notice: Notice, boards: NoticeFacts['boards']): Promise<void> {
  await closeTasks(tx, notice.id, ['askCourt']);
  for (const { postingId } of boards) {
    await closeTasks(tx, postingId, ['takeDownNotice']);
    await withdrawMails(tx, postingId, ['noticeToTakeDown']);
  }
}

/** Not legal force: the court has to be asked. The boards may take the notice down (KL 8:12). */
async function appealTimeHasEnded(
  tx: Transaction,
  notice: Notice,
  facts: NoticeFacts,
  number: number,
): Promise<void> {
  if (facts.time.state !== 'counted') return;
  const firstDay: Day = moveForwardIfNonWorking(addDays(facts.time.endsOn, 1));
  await meetDeadline(tx, notice.id, 'appealTime');
  await openTask(tx, {
    kind: 'askCourt',
    subject: { kind: 'notice', id: notice.id, authorityId: notice.authorityId },
    for: { role: 'secretary', scopeId: notice.bodyId },
    cycle: number,
    bodyId: notice.bodyId,
    dueDay: firstDay,
    rule: 'KL 13:5',
    facts: { body: facts.body.name, day: facts.meeting.day },
    link: `/anslag/${notice.id}`,
  });
  await tellTakeDown(tx, notice, facts, number, facts.time.earliestTakeDown);
}
