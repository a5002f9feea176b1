import type { Loaded } from '@mikro-orm/core';
import type { CorrectRecord } from '../../../contracts/meetings/minutes/minutes';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import { Person } from '../../../store/entities/people';
import { Assignment } from '../../../store/entities/sessions';
import { dropAssignment, setReportDay } from '../../assignments/open-assignment';
import { askForDay, remindOwner } from '../../assignments/process-steps';
import { closeDeadline } from '../../deadlines/deadlines';
import { withdrawMails } from '../../notifications/mail';
import { closeTasks, moveTasks } from '../../notifications/tasks';
import { lockRow, type Transaction } from '../../runner/transaction';
import {
  assignmentWriter,
  type AssignmentWriter,
  type WantedAssignment,
} from '../session/decisions/assignment-rows';
import type { OpenParagraph } from './open-minutes';

/** Why a row of an assignment is closed by a correction; it stands in the case file. */
const NOTED_BY_MISTAKE = 'Antecknat av misstag, rättat i protokollet';
const NOT_CONDITIONAL = 'Beslutet är inte villkorat, rättat i protokollet';
const ANOTHER_DAY = 'Rättat i protokollet';

export type CorrectedAssignments = { readonly ok: true; readonly changed: readonly string[] } | Refusal;

/**
 * M-13, M-20: what a decision waits for and what the body asked of someone, as it should have been noted: who, and by when.
 * What was reported already is left as it is.
 * @returns the assignments whose following is changed by it
 */
export async function correctAssignments(
  tx: Transaction,
  open: OpenParagraph,
  itemId: string,
  input: CorrectRecord,
): Promise<CorrectedAssignments> {
  const owners = [...input.assignments, input.completion].map((each) => each?.ownerPersonId ?? null);
  const known = [...new Set(owners.filter((id) => id !== null))];
  if ((await tx.em.count(Person, { id: { $in: known } })) !== known.length) return refuse('not-found');
  const writer = await assignmentWriter(tx, open.meeting, open.inForce.rules);
  const condition = await correctCondition(tx, open, itemId, input, writer);
  if (!condition.ok) return condition;
  const changed = [...condition.changed];
  for (const { assignmentId, removed, ...said } of input.assignments) {
    const wanted = { kind: 'assignment' as const, ...worded(said) };
    const id = assignmentId ?? null;
    if (id === null) {
      if (!removed) changed.push(writer.add(itemId, wanted));
      continue;
    }
    const row = await lockOpen(tx, itemId, 'assignment', id);
    if (row === null) return refuse('assignment-settled-already');
    if (removed) {
      await dropAssignment(tx, row, NOTED_BY_MISTAKE);
      changed.push(id);
    } else if (await change(tx, writer, row, wanted)) changed.push(id);
  }
  return { ok: true, changed };
}

async function correctCondition(
  tx: Transaction,
  { paragraph }: OpenParagraph,
  itemId: string,
  input: CorrectRecord,
  writer: AssignmentWriter,
): Promise<CorrectedAssignments> {
  if ((input.outcome ?? null) === null) return { ok: true, changed: [] };
  const row = await lockOpen(tx, itemId, 'condition');
  if (input.outcome !== 'conditional') {
    if (row !== null) await dropAssignment(tx, row, NOT_CONDITIONAL);
    return { ok: true, changed: row === null ? [] : [row.id] };
  }
  const completion = input.completion ?? null;
  const text = input.condition ?? '';
  if (completion === null) {
    if (row === null) return { ok: true, changed: [] };
    const { ownerPersonId, dueWords, dueDay } = row;
    const wanted = { text, ownerPersonId, dueWords: dueWords ?? null, dueDay: dueDay ?? null };
    const moved = await change(tx, writer, row, { kind: 'condition', ...wanted });
    return { ok: true, changed: moved ? [row.id] : [] };
  }
  const ownerPersonId = completion.ownerPersonId ?? null;
  if (ownerPersonId === null) return refuse('condition-without-owner', { paragraph: paragraph.number });
  const wanted = { kind: 'condition' as const, ...worded({ ...completion, ownerPersonId, text }) };
  if (row === null) {
    const answered = await tx.em.count(Assignment, { itemId, kind: 'condition', report: { $ne: null } });
    return { ok: true, changed: answered > 0 ? [] : [writer.add(itemId, wanted)] };
  }
  return { ok: true, changed: (await change(tx, writer, row, wanted)) ? [row.id] : [] };
}

/** Without what the contract leaves open. */
function worded(said: {
  readonly ownerPersonId: string;
  readonly text: string;
  readonly dueWords?: string | null | undefined;
  readonly dueDay?: WantedAssignment['dueDay'] | undefined;
}): Omit<WantedAssignment, 'kind'> {
  const words = said.dueWords ?? '';
  return {
    ownerPersonId: said.ownerPersonId,
    text: said.text,
    dueWords: words === '' ? null : words,
    dueDay: said.dueDay ?? null,
  };
}

async function lockOpen(
  tx: Transaction,
  itemId: string,
  kind: WantedAssignment['kind'],
  id?: string,
): Promise<Loaded<Assignment> | null> {
  const where = { itemId, kind, state: 'open' as const, ...(id === undefined ? {} : { id }) };
  const found = await lockRow(tx, Assignment, where);
  return found.ok ? found.row : null;
}

/** Writes the row as it should have been, and what follows it: its day, who is asked and who is reminded. */
async function change(
  tx: Transaction,
  writer: AssignmentWriter,
  row: Loaded<Assignment>,
  wanted: WantedAssignment,
): Promise<boolean> {
  const sameDay = (row.dueDay ?? null) === wanted.dueDay;
  const sameWords = (row.dueWords ?? null) === wanted.dueWords;
  const sameOwner = row.ownerPersonId === wanted.ownerPersonId;
  if (sameDay && sameWords && sameOwner && row.text === wanted.text) return false;
  const columns = writer.columns(wanted);
  // A day that the secretary has confirmed for vague words stays as it was confirmed.
  const { proposedDay, confirmedAt } = sameDay && sameWords ? row : columns;
  tx.em.assign(row, { ...columns, proposedDay: proposedDay ?? null, confirmedAt: confirmedAt ?? null });
  await tx.em.flush();
  if (!sameDay) await moveDay(tx, row);
  else if (!sameWords && wanted.dueDay === null) {
    const facts = wanted.dueWords === null ? {} : { words: wanted.dueWords };
    await moveTasks(tx, row.id, ['confirmDueDay'], { dueDay: row.proposedDay ?? null, facts });
  }
  if (!sameOwner) await handOver(tx, row);
  return true;
}

async function moveDay(tx: Transaction, row: Assignment): Promise<void> {
  const day = row.dueDay ?? null;
  await closeTasks(tx, row.id, ['assignmentLate']);
  if (day === null) {
    await closeDeadline(tx, row.id, 'report', ANOTHER_DAY);
    await askForDay(tx, row);
    return;
  }
  await setReportDay(tx, row, day);
  await closeTasks(tx, row.id, ['confirmDueDay']);
  await moveTasks(tx, row.id, ['reportAssignment'], { dueDay: day });
}

/** Whoever was reminded of it by mistake is not any more, and whoever has it is. */
async function handOver(tx: Transaction, row: Assignment): Promise<void> {
  const asked: unknown[] = await tx.em.execute(
    `select 1 from task where subject_id = ? and kind = 'reportAssignment' and closed_at is null limit 1`,
    [row.id],
  );
  if (asked.length === 0) return;
  await closeTasks(tx, row.id, ['reportAssignment']);
  await withdrawMails(tx, row.id, ['assignmentReminder']);
  await remindOwner(tx, row);
}
