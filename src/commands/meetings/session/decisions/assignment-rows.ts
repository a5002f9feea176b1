import { v7 as uuidv7 } from 'uuid';
import { followUpProposal } from '../../../../domain/assignments/follow-up';
import type { RulesOfProcedure } from '../../../../domain/bodies/rules-of-procedure';
import type { Day } from '../../../../domain/time/day';
import type { Meeting } from '../../../../store/entities/meetings';
import { Assignment } from '../../../../store/entities/sessions';
import type { Transaction } from '../../../runner/transaction';

/** What the body asks of someone, as it was said. */
export interface WantedAssignment {
  readonly kind: 'assignment' | 'condition';
  readonly ownerPersonId: string;
  readonly text: string;
  readonly dueWords: string | null;
  readonly dueDay: Day | null;
}

/** What an assignment's row takes: a day that the body named stands, for its words one is proposed (M-13). */
export type AssignmentColumns = WantedAssignment & Pick<Assignment, 'proposedDay' | 'confirmedAt'>;

export interface AssignmentWriter {
  columns(wanted: WantedAssignment): AssignmentColumns;
  /** @returns the new row's id */
  add(itemId: string, wanted: WantedAssignment): string;
}

/** Writes assignments of a meeting's items, with proposed days by the meetings that the body has planned after it. */
export async function assignmentWriter(
  tx: Transaction,
  meeting: Meeting,
  rules: RulesOfProcedure,
): Promise<AssignmentWriter> {
  const days: { day: Day }[] = await tx.em.execute(
    'select day::text as day from meeting where body_id = ? and day > ?::date order by day limit 200',
    [meeting.bodyId, meeting.day],
  );
  const planned = days.map(({ day }) => day);
  const proposedFor = ({ dueDay, dueWords }: WantedAssignment): Day | null => {
    if (dueDay !== null) return dueDay;
    if (dueWords === null) return null;
    return followUpProposal(dueWords, rules, planned, tx.today)?.proposedDay ?? null;
  };
  const columns = (wanted: WantedAssignment): AssignmentColumns => ({
    ...wanted,
    proposedDay: proposedFor(wanted),
    confirmedAt: wanted.dueDay === null ? null : tx.now,
  });
  return {
    columns,
    add: (itemId, wanted) => {
      const id = uuidv7();
      tx.em.persist(
        tx.em.create(Assignment, {
          id,
          authorityId: meeting.authorityId,
          bodyId: meeting.bodyId,
          itemId,
          ...columns(wanted),
          state: 'open',
          report: null,
          reportedAt: null,
          returnItemId: null,
          closedReason: null,
        }),
      );
      return id;
    },
  };
}
