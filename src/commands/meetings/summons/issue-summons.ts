import type { Loaded } from '@mikro-orm/core';
import { v7 as uuidv7 } from 'uuid';
import { IssueSummons } from '../../../contracts/meetings/summons/issue-summons';
import { canIssueSummons, summonsTimeliness } from '../../../domain/meetings/agenda/in-time';
import { canMove, phaseAfter } from '../../../domain/meetings/phases';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import { Meeting } from '../../../store/entities/meetings';
import { readAgenda } from '../../../store/queries/meetings/agenda/agenda-items';
import { changesBetween, snapshotItems } from '../../../store/queries/meetings/agenda/agenda-snapshot';
import {
  readAgendaVersions,
  type AgendaVersionView,
} from '../../../store/queries/meetings/agenda/agenda-versions';
import { rulesOfMeeting, type RulesInForce } from '../../../store/queries/meetings/plan/plan-rules';
import { latestSummons } from '../../../store/queries/meetings/summons/summons';
import { meetDeadline } from '../../deadlines/deadlines';
import { withdrawMails } from '../../notifications/mail';
import { closeTasks } from '../../notifications/tasks';
import { defineCommand } from '../../runner/command';
import { lockRow, type Transaction } from '../../runner/transaction';
import { onMeeting } from '../plan/objects';
import { recipientsOf, writeRecipients } from './recipient-rows';

interface Issued {
  readonly summonsId: string;
  readonly number: number;
  readonly recipients: number;
  readonly late: boolean;
}

/**
 * M-4: calls to the meeting by the agenda that the chair has approved. The first time binds the meeting to the rules of
 * procedure in force on its day; a changed agenda, approved, is a new version to everyone.
 */
export const issueSummons = defineCommand<IssueSummons, Issued>({
  name: 'issueSummons',
  kind: 'step',
  input: IssueSummons,
  permission: (tx, input) => onMeeting(tx, 'summons.issue', input.meetingId),
  handle: async (tx, input) => {
    const found = await lockRow(tx, Meeting, { id: input.meetingId }, input.version);
    if (!found.ok) return found;
    const meeting = found.row;
    const verdict = canMove(meeting.phase, 'issueSummons');
    if (!verdict.ok) return verdict;
    const inForce = await rulesOfMeeting(tx.em, meeting);
    if (inForce === null) return refuse('rules-of-procedure-missing', { day: meeting.day });
    const approved = await approvedVersion(tx, meeting, inForce);
    if ('code' in approved) return approved;
    const before = await latestSummons(tx.em, meeting.id);
    if (before?.agendaVersionId === approved.id)
      return refuse('summons-issued-already', { letter: approved.letter });
    const lateness = lateSummons(tx, meeting, inForce, before === null, input.lateReason ?? null);
    if (typeof lateness !== 'boolean') return lateness;
    const recipients = await recipientsOf(tx, meeting, approved.snapshot.items);
    if (recipients.length === 0) return refuse('summons-without-recipients');
    const id = uuidv7();
    const number = (before?.number ?? 0) + 1;
    await tx.em.execute(
      `insert into summons (id, authority_id, meeting_id, number, agenda_version_id, issued_by, issued_at, late_reason, change_note)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        meeting.authorityId,
        meeting.id,
        number,
        approved.id,
        tx.actor.kind === 'person' ? tx.actor.personId : approved.approvedBy,
        tx.now,
        lateness ? (input.lateReason ?? null) : null,
        input.changeNote ?? null,
      ],
    );
    await writeRecipients(tx, id, recipients);
    meeting.rulesId = inForce.id;
    meeting.phase = phaseAfter(meeting.phase, 'issueSummons');
    await tx.em.flush();
    for (const kind of ['papers', 'summons']) await meetDeadline(tx, meeting.id, kind);
    await closeTasks(tx, meeting.id, ['issueSummons', 'agendaReturned']);
    await withdrawMails(tx, meeting.id, ['summonsReminder']);
    return {
      ok: true,
      result: { summonsId: id, number, recipients: recipients.length, late: lateness },
      subject: { kind: 'meeting', id: meeting.id, authorityId: meeting.authorityId },
      wakes: [{ kind: 'meetingCycle', row: meeting.id, authority: meeting.authorityId }],
    };
  },
});

/** The latest approved version, if the agenda still is what the chair approved. */
async function approvedVersion(
  tx: Transaction,
  meeting: Loaded<Meeting>,
  { rules }: RulesInForce,
): Promise<AgendaVersionView | Refusal> {
  const latest = (await readAgendaVersions(tx.em, meeting.id)).at(-1);
  if (latest === undefined) return refuse('agenda-not-approved');
  const now = snapshotItems(await readAgenda(tx.em, meeting, rules.agendaNumbering));
  const changed = changesBetween(latest.snapshot.items, now).length > 0;
  return changed ? refuse('agenda-changed-since-approval', { letter: latest.letter }) : latest;
}

/** Whether it is late; only the first issuing has a day to keep, a changed version says what changed instead. */
function lateSummons(
  tx: Transaction,
  meeting: Loaded<Meeting>,
  { rules }: RulesInForce,
  first: boolean,
  reason: string | null,
): boolean | Refusal {
  if (!first) return false;
  const verdict = canIssueSummons(rules, meeting.day, tx.today, reason);
  if (!verdict.ok) return verdict;
  const timeliness = summonsTimeliness(rules, meeting.day, tx.today);
  return timeliness.ok ? timeliness.late : timeliness;
}
