import { v7 as uuidv7 } from 'uuid';
import type { DecideItem } from '../../../../contracts/meetings/session/decisions';
import { appealClassOf } from '../../../../domain/meetings/session/appeal-class';
import { decidedPoints } from '../../../../domain/meetings/session/decided-points';
import { decisionFaults, grantsNothing, type Outcome } from '../../../../domain/meetings/session/outcomes';
import { canDecide } from '../../../../domain/meetings/session/quorum';
import { refuse, type Refusal } from '../../../../domain/refusals/refusal';
import { Person } from '../../../../store/entities/people';
import { Assignment, DecisionPoint } from '../../../../store/entities/sessions';
import type { Transaction } from '../../../runner/transaction';
import { assignmentWriter, type WantedAssignment } from './assignment-rows';
import type { TreatedItem } from '../open-session';
import { hasOpenVote } from './vote-rows';

/** The decision as it stood before it was changed or corrected. */
export interface StandingDecision {
  readonly id: string;
  readonly outcome: Outcome;
}

/**
 * What was sent, without that which the outcome does not leave room for (KL 5:66): a form has the proposal in it, and its
 * day, whatever outcome is chosen.
 */
export async function asDecided<Sent extends Pick<DecideItem, 'outcome' | 'points' | 'effectiveOn'>>(
  tx: Transaction,
  item: { readonly kind: string; readonly points: readonly string[] },
  sent: Sent,
  standing: StandingDecision | null,
): Promise<Sent> {
  const { outcome, points } = sent;
  const before =
    standing === null ? null : { outcome: standing.outcome, points: await pointsOf(tx, standing.id) };
  return {
    ...sent,
    points: decidedPoints({ itemKind: item.kind, outcome, points, proposal: item.points, before }),
    effectiveOn: grantsNothing(outcome) ? null : (sent.effectiveOn ?? null),
  };
}

async function pointsOf(tx: Transaction, decisionId: string): Promise<string[]> {
  const rows: { text: string }[] = await tx.em.execute(
    'select text from decision_point where decision_id = ?',
    [decisionId],
  );
  return rows.map(({ text }) => text);
}

/** What keeps the decision from being recorded: the quorum (KL 6:27), an open vote, or something it must have (M-7). */
export async function decisionFault(
  tx: Transaction,
  open: TreatedItem,
  input: DecideItem,
): Promise<Refusal | null> {
  const quorate = canDecide(open.attendance.quorum);
  if (!quorate.ok) return quorate;
  if (await hasOpenVote(tx, open.meeting.id)) return refuse('vote-not-closed');
  const fault = decisionFaults({
    outcome: input.outcome,
    points: input.points.map((text, index) => ({ number: index + 1, text })),
    reason: input.reason ?? '',
    condition: input.condition?.text ?? '',
    completion: [input.condition?.ownerPersonId, input.condition?.dueDay, input.condition?.dueWords].some(
      Boolean,
    ),
  })[0];
  if (fault !== undefined) return fault;
  const owners = new Set(wanted(input).map(({ ownerPersonId }) => ownerPersonId));
  const known = owners.size === 0 ? 0 : await tx.em.count(Person, { id: { $in: [...owners] } });
  return known === owners.size ? null : refuse('not-found');
}

/** What the decision's own row takes. */
export function decisionColumns(input: DecideItem, open: TreatedItem) {
  const { municipalLaw } = open.inForce.rules;
  return {
    outcome: input.outcome,
    reason: input.reason ?? null,
    effectiveOn: input.effectiveOn ?? null,
    mandateKind: null,
    appealClass: appealClassOf({ municipalLaw, itemKind: open.item.kind, outcome: input.outcome }),
    conditionText: input.outcome === 'conditional' ? (input.condition?.text ?? null) : null,
  };
}

/** Replaces the numbered points. */
export async function writeDecisionPoints(
  tx: Transaction,
  decisionId: string,
  points: readonly string[],
): Promise<void> {
  await tx.em.execute('delete from decision_point where decision_id = ?', [decisionId]);
  for (const [index, text] of points.entries()) {
    tx.em.persist(tx.em.create(DecisionPoint, { id: uuidv7(), decisionId, number: index + 1, text }));
  }
}

function wanted(input: DecideItem): WantedAssignment[] {
  const assignments = input.assignments.map(({ ownerPersonId, text, dueWords, dueDay }) => ({
    kind: 'assignment' as const,
    ownerPersonId,
    text,
    dueWords: dueWords ?? null,
    dueDay: dueDay ?? null,
  }));
  const condition = input.outcome === 'conditional' ? (input.condition ?? null) : null;
  const ownerPersonId = condition?.ownerPersonId ?? null;
  if (condition === null || ownerPersonId === null) return assignments;
  const { text, dueWords, dueDay } = condition;
  const followed = { text, dueWords: dueWords ?? null, dueDay: dueDay ?? null };
  return [{ kind: 'condition', ownerPersonId, ...followed }, ...assignments];
}

/**
 * M-13, M-20: what the body asks of someone, with a day where it named one and else a proposed day for its words. On a
 * changed decision the rows are changed in their order; those that are no longer wanted are closed.
 */
export async function writeAssignments(tx: Transaction, open: TreatedItem, input: DecideItem): Promise<void> {
  const { meeting, inForce, item } = open;
  const standing = await tx.em.find(
    Assignment,
    { itemId: item.id, state: 'open' },
    { orderBy: { id: 'asc' } },
  );
  const writer = await assignmentWriter(tx, meeting, inForce.rules);
  const wantedNow = wanted(input);
  for (const [index, each] of wantedNow.entries()) {
    const row = standing[index];
    if (row !== undefined) tx.em.assign(row, writer.columns(each));
    else writer.add(item.id, each);
  }
  for (const row of standing.slice(wantedNow.length)) row.state = 'closed';
}
