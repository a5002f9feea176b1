import { OfNotice } from '../../../contracts/meetings/notice/process';
import type { CommandName } from '../../../contracts/commands';
import type { Refusal } from '../../../domain/refusals/refusal';
import { Notice } from '../../../store/entities/notices';
import { readBouncedPostings } from '../../../store/queries/meetings/notice/notice-period';
import { takeDueReminder } from '../../deadlines/deadlines';
import { closeTasks } from '../../notifications/tasks';
import { defineCommand, type Command } from '../../runner/command';
import { lockRow, type Transaction } from '../../runner/transaction';
import { noticeFacts, type NoticeFacts } from './notice-facts';
import { askToPost, remindToPost, tellUnreached } from './notice-letters';
import { settleNotice } from './settle-notice';

/** A step of the process: the notice locked at the version that was read, then everything settled anew. */
function step(
  name: CommandName,
  work: (tx: Transaction, notice: Notice, facts: NoticeFacts) => Promise<Refusal | undefined>,
): Command<OfNotice, { noticeId: string }> {
  return defineCommand<OfNotice, { noticeId: string }>({
    name,
    kind: 'step',
    input: OfNotice,
    permission: 'internal',
    handle: async (tx, input) => {
      const locked = await lockRow(tx, Notice, { id: input.noticeId }, input.version);
      if (!locked.ok) return locked;
      const notice = locked.row;
      const refusal = await work(tx, notice, await noticeFacts(tx, notice));
      if (refusal !== undefined) return refusal;
      return {
        ok: true,
        result: { noticeId: notice.id },
        subject: { kind: 'notice', id: notice.id, authorityId: notice.authorityId },
        wakes: await settleNotice(tx, notice),
      };
    },
  });
}

/** Each principal's registrar gets the task and a letter with a one-time link. */
export const askRegistrars = step('askRegistrars', async (tx, notice, facts) => {
  for (const board of facts.boards) if (board.statedDay === null) await askToPost(tx, notice, facts, board);
  return undefined;
});

/** Letters to a registrar came back: the secretary has the board as a task at once. */
export const reportBouncedNotice = step('reportBouncedNotice', async (tx, notice, facts) => {
  const bounced = new Set(await readBouncedPostings(tx.em, notice.id));
  for (const board of facts.boards)
    if (bounced.has(board.postingId)) await tellUnreached(tx, notice, facts, board);
  return undefined;
});

/** The second day after verification has passed: boards that have not confirmed are reminded, the secretary is told. */
export const remindBoards = step('remindBoards', async (tx, notice, facts) => {
  const due = await takeDueReminder(tx, notice.id, 'notice');
  if (due === null) return undefined;
  // From now on the secretary has a task for each board that is late.
  await closeTasks(tx, notice.id, ['boardsToPost']);
  for (const board of facts.boards)
    if (board.statedDay === null) await remindToPost(tx, notice, facts, board);
  return undefined;
});

/** The last day of the appeal time has passed: the court is to be asked (settling finds it). */
export const endAppealTime = step('endAppealTime', () => Promise.resolve(undefined));
