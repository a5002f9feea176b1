import { v7 as uuidv7 } from 'uuid';
import {
  numberingPeriod,
  numberParagraphs,
  type ClosingItem,
} from '../../../../domain/meetings/session/closing';
import { verificationDeadline, verificationReminders } from '../../../../domain/meetings/plan/deadlines';
import { openingSummary } from '../../../../domain/meetings/agenda/opening-summary';
import { beforeOfficeOpens } from '../../../../domain/processes/office-morning';
import { daysBetween, yearOf, type Day } from '../../../../domain/time/day';
import { Body } from '../../../../store/entities/bodies';
import { Minutes, Paragraph, Verifier } from '../../../../store/entities/minutes';
import type { VerificationPlan } from '../../../../store/entities/sessions';
import type { Presided } from '../../../../store/queries/meetings/session/session';
import { recordHash, recordParagraphs } from '../../../../store/queries/meetings/session/session-record';
import { setDeadline } from '../../../deadlines/deadlines';
import { openTask } from '../../../notifications/tasks';
import { saveText } from '../../../register/memos/save-text';
import { lockRow, type Transaction } from '../../../runner/transaction';
import type { OpenSession } from '../open-session';

/** Swedish councils and boards are elected for four years, from 2023 on counted in fours. */
function termOf(day: Day): string {
  const first = yearOf(day) - ((((yearOf(day) - 2023) % 4) + 4) % 4);
  return `${first}-${first + 3}`;
}

/** The period that the meeting's paragraphs are numbered in. */
function periodOf({ inForce, meeting }: OpenSession): string {
  return numberingPeriod(inForce.rules.paragraphNumbering, meeting, termOf(meeting.day));
}

/** Who signs the minutes, in the order they sign. */
export interface Signers {
  readonly writer: string;
  /** Those who presided, each with the items they presided over. */
  readonly chairs: readonly Presided[];
  readonly plan: VerificationPlan;
}

/**
 * B-8, M-9: the minutes with their paragraphs, numbered in the order treated from the body's next number, each with what
 * was recorded and the item's summary to write on from; and who signs.
 * @returns how many paragraphs there are
 */
export async function makeMinutes(
  tx: Transaction,
  open: OpenSession,
  minutesId: string,
  items: readonly ClosingItem[],
  { writer, chairs, plan }: Signers,
): Promise<number> {
  const { id: meetingId, authorityId, bodyId } = open.meeting;
  // Two meetings of a body never share a number: its row is the counter's lock.
  await lockRow(tx, Body, { id: bodyId });
  const period = periodOf(open);
  const counted: { last: number | null }[] = await tx.em.execute(
    'select max(number)::int as last from paragraph where body_id = ? and period = ?',
    [bodyId, period],
  );
  const next = (counted[0]?.last ?? 0) + 1;
  const { paragraphs } = numberParagraphs(items, next, open.inForce.rules.withdrawnItemKeepsNumber);
  tx.em.persist(
    tx.em.create(Minutes, {
      id: minutesId,
      authorityId,
      bodyId,
      meetingId,
      state: 'drafting',
      writerPersonId: writer,
      verificationDay: plan.day,
      verificationTime: plan.time,
      verificationPlace: plan.place,
      verifiedOn: null,
      documentId: null,
    }),
  );
  const signers = [
    { personId: writer, role: 'writer' as const },
    ...chairs.map(({ personId, itemIds }) => ({
      personId,
      role: 'chair' as const,
      presided: chairs.length === 1 ? null : numbersOf(paragraphs, itemIds),
    })),
    ...plan.verifierIds.map((personId) => ({ personId, role: 'verifier' as const })),
  ];
  for (const [index, signer] of signers.entries()) {
    const row = { id: uuidv7(), minutesId, presided: null, ...signer, ordinal: index + 1 };
    tx.em.persist(tx.em.create(Verifier, { ...row, replacedById: null, replacedReason: null }));
  }
  await tx.em.flush();
  await writeParagraphs(tx, open, minutesId, period, paragraphs);
  return paragraphs.length;
}

function numbersOf(
  paragraphs: readonly { readonly itemId: string; readonly number: number }[],
  itemIds: readonly string[],
): number[] {
  return paragraphs.filter(({ itemId }) => itemIds.includes(itemId)).map(({ number }) => number);
}

async function writeParagraphs(
  tx: Transaction,
  { meeting, session }: OpenSession,
  minutesId: string,
  period: string,
  paragraphs: readonly { readonly itemId: string; readonly number: number }[],
): Promise<void> {
  const { authorityId, bodyId } = meeting;
  const records = await recordParagraphs(tx.em, session);
  for (const { itemId, number } of paragraphs) {
    const record = records.get(itemId);
    const item = session.items.find(({ id }) => id === itemId);
    if (record === undefined || item === undefined) throw new Error(`No record of item ${itemId}`);
    const id = uuidv7();
    const { closed } = item;
    tx.em.persist(
      tx.em.create(Paragraph, {
        id,
        authorityId,
        bodyId,
        minutesId,
        itemId,
        number,
        period,
        closed,
        record,
        recordHash: recordHash(record),
      }),
    );
    await tx.em.flush();
    const subItems = session.items.filter(
      (each) => each.parentId === itemId && !each.withdrawn && (closed || !each.closed),
    );
    const content = openingSummary(item, subItems);
    if (content === '') continue;
    const owner = { kind: 'paragraph', id };
    await saveText(tx, { authorityId, bodyId, owner, slot: 'summary', closed, content, version: 0 });
  }
}

/** KL 5:69: the last day of verification with its reminders, and the secretary's task to write. */
export async function setVerificationDeadline(
  tx: Transaction,
  { meeting, inForce }: OpenSession,
  minutesId: string,
): Promise<void> {
  const owner = { kind: 'minutes', id: minutesId, authorityId: meeting.authorityId };
  const deadline = verificationDeadline(inForce.rules, meeting.day);
  // One kind for each, such as verificationSoon5: a deadline has each kind of reminder once.
  const soon = verificationReminders(inForce.rules, meeting.day).map((day) => ({
    kind: `verificationSoon${daysBetween(day, deadline.calendarDay)}`,
    dueAt: beforeOfficeOpens(day, minutesId),
  }));
  const late = { kind: 'verificationLate', dueAt: deadline.instant };
  const rule = deadline.law ?? inForce.decidedBy.slice(0, 255);
  await setDeadline(tx, {
    owner,
    kind: 'verification',
    day: deadline.day,
    at: deadline.instant,
    rule,
    basis: deadline.basis,
    reminders: [...soon, late].filter(({ dueAt }) => dueAt > tx.now),
  });
  await openTask(tx, {
    kind: 'writeMinutes',
    subject: owner,
    for: { role: 'secretary', scopeId: meeting.bodyId },
    bodyId: meeting.bodyId,
    dueDay: deadline.day,
    rule,
    facts: { day: meeting.day },
    link: `/sammantraden/${meeting.id}/protokoll`,
  });
}
