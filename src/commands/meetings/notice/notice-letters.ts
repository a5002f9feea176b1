import type { Day } from '../../../domain/time/day';
import type { MailTemplate } from '../../../domain/notifications/mail-templates';
import type { TaskKind } from '../../../domain/notifications/task-kinds';
import type { Notice } from '../../../store/entities/notices';
import type { NoticeBoard } from '../../../store/queries/meetings/notice/notice-boards';
import { queueMail } from '../../notifications/mail';
import { linkToken, linkTokenHash } from '../../notifications/one-time-links';
import { openTask } from '../../notifications/tasks';
import type { Transaction } from '../../runner/transaction';
import type { NoticeFacts } from './notice-facts';

/** Asks a registrar to post the notice: a task in the product, and a letter with a one-time link; anew when the day has moved. */
export async function askToPost(
  tx: Transaction,
  notice: Notice,
  facts: NoticeFacts,
  board: NoticeBoard,
): Promise<void> {
  const asked: { open: boolean }[] = await tx.em.execute(
    `select closed_at is null as open from task where subject_id = ? and kind = 'postNotice'`,
    [board.postingId],
  );
  if (asked.some(({ open }) => open)) return;
  const cycle = asked.length + 1;
  const { postingDay } = notice;
  await registrarTask(tx, notice, facts, board, 'postNotice', postingDay, { postingDay }, cycle);
  await letter(tx, notice, facts, board, 'noticeToPost', cycle, { postingDay });
}

/** The second day has passed and this board has not confirmed. */
export async function remindToPost(
  tx: Transaction,
  notice: Notice,
  facts: NoticeFacts,
  board: NoticeBoard,
): Promise<void> {
  await letter(tx, notice, facts, board, 'noticeReminder', 1, {});
  await openTask(tx, {
    kind: 'noticeLate',
    subject: { kind: 'posting', id: board.postingId, authorityId: notice.authorityId },
    for: { role: 'secretary', scopeId: notice.bodyId },
    bodyId: notice.bodyId,
    dueDay: tx.today,
    rule: 'KL 8:12, 9:32',
    facts: { body: facts.body.name, day: facts.meeting.day, principal: board.principal },
    link: `/anslag/${notice.id}`,
  });
}

/** No letter reached this board's registrar: the secretary calls, so that the notice is up in time. */
export async function tellUnreached(
  tx: Transaction,
  notice: Notice,
  facts: NoticeFacts,
  board: NoticeBoard,
): Promise<void> {
  await openTask(tx, {
    kind: 'noticeBounced',
    subject: { kind: 'posting', id: board.postingId, authorityId: notice.authorityId },
    for: { role: 'secretary', scopeId: notice.bodyId },
    bodyId: notice.bodyId,
    dueDay: notice.postingDay,
    rule: 'KL 8:12, 9:32',
    facts: {
      body: facts.body.name,
      day: facts.meeting.day,
      principal: board.principal,
      postingDay: notice.postingDay,
    },
    link: `/anslag/${notice.id}`,
  });
}

/**
 * M-11: the time that is counted ends on another day than these boards' notices say. Once for each counted time: told when
 * it is counted, and at the latest with the new notice.
 */
export async function tellDayMoved(
  tx: Transaction,
  notice: Notice,
  facts: NoticeFacts,
  boards: readonly NoticeBoard[],
): Promise<void> {
  const { time } = facts;
  if (time.state !== 'counted') return;
  const [counted]: { number: number }[] = await tx.em.execute(
    `select number from appeal_time where notice_id = ? and state <> 'annulled' order by number desc limit 1`,
    [notice.id],
  );
  const days = { endDay: time.endsOn, takeDownDay: time.earliestTakeDown };
  for (const board of boards)
    await letter(tx, notice, facts, board, 'noticeDayMoved', counted?.number ?? 1, days);
}

/** The time has ended: each board may take its notice down. */
export async function tellTakeDown(
  tx: Transaction,
  notice: Notice,
  facts: NoticeFacts,
  number: number,
  takeDownDay: Day,
): Promise<void> {
  for (const board of facts.boards) {
    await registrarTask(tx, notice, facts, board, 'takeDownNotice', takeDownDay, {}, number);
    await letter(tx, notice, facts, board, 'noticeToTakeDown', number, { takeDownDay });
  }
}

async function registrarTask(
  tx: Transaction,
  notice: Notice,
  facts: NoticeFacts,
  board: NoticeBoard,
  kind: TaskKind,
  dueDay: Day,
  more: Readonly<Record<string, string>>,
  cycle = 1,
): Promise<void> {
  await openTask(tx, {
    kind,
    subject: { kind: 'posting', id: board.postingId, authorityId: notice.authorityId },
    for: { role: 'registrar', scopeId: board.principalId },
    cycle,
    bodyId: notice.bodyId,
    dueDay,
    rule: kind === 'postNotice' ? 'KL 8:12, 9:32' : 'KL 8:12',
    facts: { body: facts.body.name, day: facts.meeting.day, ...more },
    link: `/anslag/uppsattning/${board.postingId}`,
  });
}

/** To the principal's registrars of the day, or to its official mailbox where it has none. */
async function letter(
  tx: Transaction,
  notice: Notice,
  facts: NoticeFacts,
  board: NoticeBoard,
  template: MailTemplate,
  version: number,
  more: Readonly<Record<string, string>>,
): Promise<void> {
  const registrars: { person_id: string }[] = await tx.em.execute(
    `select distinct person_id from role_assignment where role = 'registrar' and scope_kind = 'principal' and scope_id = ?
       and valid_from <= ?::date and (valid_to is null or valid_to >= ?::date)`,
    [board.principalId, tx.today, tx.today],
  );
  const mailbox: { mailbox: string }[] = await tx.em.execute('select mailbox from principal where id = ?', [
    board.principalId,
  ]);
  const recipients =
    registrars.length > 0
      ? registrars.map(({ person_id: personId }) => ({ personId }))
      : mailbox.map(({ mailbox: address }) => ({ address }));
  const token = linkToken(tx.secret, 'posting', board.postingId);
  await tx.em.execute('update notice_posting set link_token_hash = ? where id = ?', [
    linkTokenHash(token),
    board.postingId,
  ]);
  for (const to of recipients) {
    await queueMail(tx, {
      template,
      subject: { kind: 'posting', id: board.postingId, authorityId: notice.authorityId },
      version,
      to,
      ...('personId' in to ? { as: { role: 'registrar' as const, scopeId: board.principalId } } : {}),
      data: {
        body: facts.body.name,
        day: facts.meeting.day,
        ...more,
      },
      oneTimeLink: `/anslag/uppsattning/${board.postingId}/${token}`,
    });
  }
}
