import { v7 as uuidv7 } from 'uuid';
import type { Day } from '../../domain/time/day';
import type { DeadlineBasis } from '../../domain/time/deadline-basis';
import type { Transaction } from '../runner/transaction';

export interface DeadlineToSet {
  readonly owner: { readonly kind: string; readonly id: string; readonly authorityId: string };
  readonly kind: string;
  readonly day: Day;
  /** The moment it passes, on the case's clock. */
  readonly at: Date;
  /** The rule's source, such as "KL 5:69" or "reglemente 9 §". */
  readonly rule: string;
  /** What it was counted from. */
  readonly basis: DeadlineBasis;
  /** Reminders before (or after) it: kind and moment. */
  readonly reminders?: readonly { readonly kind: string; readonly dueAt: Date }[];
}

/**
 * Sets a deadline by its rule. A deadline that stands already with the same day stays; with another day it is closed
 * with the reason and a new one is written, so that history tells what once held (wake.md 16).
 */
export async function setDeadline(
  tx: Transaction,
  deadline: DeadlineToSet,
  reason = 'räknad på nytt',
): Promise<void> {
  const current: { id: string; day: string; round: number; open: boolean }[] = await tx.em.execute(
    `select id, day::text, round, closed_on is null as open from deadline where owner_kind = ? and owner_id = ? and kind = ? order by round desc limit 1`,
    [deadline.owner.kind, deadline.owner.id, deadline.kind],
  );
  const latest = current[0];
  if (latest !== undefined && latest.open && latest.day === deadline.day) return;
  if (latest !== undefined && latest.open) await close(tx, latest.id, reason);
  const id = uuidv7();
  await tx.em.execute(
    `insert into deadline (id, authority_id, owner_kind, owner_id, kind, round, day, at, rule, basis, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
    [
      id,
      deadline.owner.authorityId,
      deadline.owner.kind,
      deadline.owner.id,
      deadline.kind,
      (latest?.round ?? 0) + 1,
      deadline.day,
      deadline.at,
      deadline.rule,
      deadline.basis,
    ],
  );
  for (const reminder of deadline.reminders ?? []) {
    await tx.em.execute(
      `insert into reminder (id, authority_id, deadline_id, kind, due_at, state) values (?, ?, ?, ?, ?, 'waiting')`,
      [uuidv7(), deadline.owner.authorityId, id, reminder.kind, reminder.dueAt],
    );
  }
}

/**
 * The act is done: the deadline is met and no reminder of it goes any more.
 * @param day when it was met: today, or the deadline's own day where nothing has to be done for it
 */
export async function meetDeadline(
  tx: Transaction,
  ownerId: string,
  kind: string,
  day: Day = tx.today,
): Promise<void> {
  await tx.em.execute(
    `update deadline set done_on = ?, version = version + 1 where owner_id = ? and kind = ? and done_on is null and closed_on is null`,
    [day, ownerId, kind],
  );
  await tx.em.execute(
    `update reminder set state = 'skipped', marked_at = ? where state = 'waiting'
       and deadline_id in (select id from deadline where owner_id = ? and kind = ?)`,
    [tx.now, ownerId, kind],
  );
}

/** The deadline no longer holds, with why. */
export async function closeDeadline(
  tx: Transaction,
  ownerId: string,
  kind: string,
  reason: string,
): Promise<void> {
  const open: { id: string }[] = await tx.em.execute(
    `select id from deadline where owner_id = ? and kind = ? and done_on is null and closed_on is null`,
    [ownerId, kind],
  );
  for (const { id } of open) await close(tx, id, reason);
}

async function close(tx: Transaction, id: string, reason: string): Promise<void> {
  await tx.em.execute(
    'update deadline set closed_on = ?, closed_reason = ?, version = version + 1 where id = ?',
    [tx.today, reason, id],
  );
  await tx.em.execute(
    `update reminder set state = 'skipped', marked_at = ? where deadline_id = ? and state = 'waiting'`,
    [tx.now, id],
  );
}

export interface DueReminder {
  readonly id: string;
  readonly kind: string;
}

/**
 * Takes the reminder of a deadline that is due: of several passed ones only the latest goes, the others are marked skipped
 * (wake.md 16). What an owner's other deadlines remind of stays. Call it in the transaction that writes the mails.
 * @param kind the deadline's, such as `verification`
 */
export async function takeDueReminder(
  tx: Transaction,
  ownerId: string,
  kind: string,
): Promise<DueReminder | null> {
  const due: { id: string; kind: string }[] = await tx.em.execute(
    `select r.id, r.kind from reminder r join deadline d on d.id = r.deadline_id
     where d.owner_id = ? and d.kind = ? and r.state = 'waiting' and r.due_at <= ? and d.done_on is null and d.closed_on is null
     order by r.due_at desc, r.id for update of r`,
    [ownerId, kind, tx.now],
  );
  const [latest, ...older] = due;
  if (latest === undefined) return null;
  await tx.em.execute(`update reminder set state = 'sent', marked_at = ? where id = ?`, [tx.now, latest.id]);
  if (older.length > 0) {
    await tx.em.execute(`update reminder set state = 'skipped', marked_at = ? where id in (?)`, [
      tx.now,
      older.map((row) => row.id),
    ]);
  }
  return latest;
}
