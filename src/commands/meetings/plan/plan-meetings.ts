import { v7 as uuidv7 } from 'uuid';
import { PlanMeetings, type PlannedMeetings } from '../../../contracts/meetings/plan/plan-meetings';
import type { AgendaTemplate } from '../../../domain/meetings/agenda/agenda-template-defaults';
import { placeYearlyItems, planByRule, planRuleFaults } from '../../../domain/meetings/plan/plan';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import { compareDays, yearOf, type Day } from '../../../domain/time/day';
import { Body } from '../../../store/entities/bodies';
import { readAgendaTemplate } from '../../../store/queries/meetings/plan/plan-template';
import { rulesInForce, type RulesInForce } from '../../../store/queries/meetings/plan/plan-rules';
import { wakeWaitingAssignments } from '../../assignments/waiting-assignments';
import { defineCommand } from '../../runner/command';
import { lockRow, type Transaction } from '../../runner/transaction';
import { setMeetingDeadlines } from './meeting-deadlines';
import { onBody } from './objects';
import {
  neighbours,
  refreshTemplateItems,
  templateFacts,
  viceChairOn,
  writeTemplateItems,
} from './template-items';

/** A meeting that is about to be written. */
interface NewMeeting {
  readonly id: string;
  readonly number: number;
  readonly day: Day;
  readonly inForce: RulesInForce;
}

/** M-1: the meetings of a year in one go. Days that are planned already stay as they are. */
export const planMeetings = defineCommand<PlanMeetings, PlannedMeetings>({
  name: 'planMeetings',
  kind: 'step',
  input: PlanMeetings,
  permission: (tx, input) => onBody(tx, 'plan.write', input.bodyId),
  handle: async (tx, input) => {
    const found = await lockRow(tx, Body, { id: input.bodyId });
    if (!found.ok) return found;
    const body = found.row;
    const days = daysOf(input, tx.actor.kind === 'person' ? tx.today : null);
    if (!Array.isArray(days)) return days;
    const before = await neighbours(tx, body.id);
    const made = await newMeetings(tx, input, days, before);
    if (!Array.isArray(made)) return made;
    const planId = await keepPlan(tx, input, body.authorityId);
    await writeMeetings(tx, body, input, made);
    const template = await readAgendaTemplate(tx.em, body);
    await fillAgendas(tx, body, input.year, made, template);
    await refreshTemplateItems(tx, body.id, template, before);
    return {
      ok: true,
      result: { planId, meetings: made.map(({ id, number, day }) => ({ meetingId: id, number, day })) },
      subject: { kind: 'meetingPlan', id: planId, authorityId: body.authorityId },
      wakes: [
        ...made.map(({ id }) => ({ kind: 'meetingCycle' as const, row: id, authority: body.authorityId })),
        ...(await wakeWaitingAssignments(tx, body.id)),
      ],
    };
  },
});

/** The days wanted, in order. @param today nobody plans a meeting before it; null where history is loaded */
function daysOf(input: PlanMeetings, today: Day | null): Day[] | Refusal {
  const { year, startTime: start, endTime: end } = input;
  const rule = input.rule ?? null;
  if (rule !== null) {
    const fault = planRuleFaults(rule)[0];
    if (fault !== undefined) return fault;
  }
  if (end <= start) return refuse('meeting-times-reversed', { start, end });
  const days = [...new Set(input.days ?? (rule === null ? [] : planByRule(rule, year)))].sort(compareDays);
  if (days.length === 0) return refuse('plan-without-days');
  for (const day of days) {
    if (yearOf(day) !== year) return refuse('plan-day-other-year', { day, year });
    if (today !== null && day < today) return refuse('plan-day-passed', { day });
  }
  return days;
}

async function newMeetings(
  tx: Transaction,
  input: PlanMeetings,
  days: readonly Day[],
  before: readonly { readonly day: Day }[],
): Promise<NewMeeting[] | Refusal> {
  const fresh = days.filter((day) => !before.some((meeting) => meeting.day === day));
  if (fresh.length === 0) return refuse('plan-adds-nothing', { year: input.year });
  const rows: { last: number | null }[] = await tx.em.execute(
    'select max(number)::int as last from meeting where body_id = ? and year = ?',
    [input.bodyId, input.year],
  );
  const last = rows[0]?.last ?? 0;
  const made: NewMeeting[] = [];
  for (const [index, day] of fresh.entries()) {
    const inForce = await rulesInForce(tx.em, input.bodyId, day);
    if (inForce === null) return refuse('rules-of-procedure-missing', { day });
    made.push({ id: uuidv7(), number: last + 1 + index, day, inForce });
  }
  return made;
}

async function keepPlan(tx: Transaction, input: PlanMeetings, authorityId: string): Promise<string> {
  const rule = JSON.stringify(input.rule ?? null);
  const rows: { id: string }[] = await tx.em.execute(
    `insert into meeting_plan (id, authority_id, body_id, year, rule) values (?, ?, ?, ?, ?::jsonb)
     on conflict (body_id, year) do update set rule = case when excluded.rule = 'null'::jsonb then meeting_plan.rule else excluded.rule end,
       version = meeting_plan.version + 1
     returning id`,
    [uuidv7(), authorityId, input.bodyId, input.year, rule],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('The plan was not written');
  return id;
}

async function writeMeetings(
  tx: Transaction,
  body: { readonly id: string; readonly authorityId: string },
  input: PlanMeetings,
  made: readonly NewMeeting[],
): Promise<void> {
  for (const meeting of made) {
    await tx.em.execute(
      `insert into meeting (id, authority_id, body_id, year, number, phase, day, start_time, end_time, place, last_agenda_number,
         calendar_sequence) values (?, ?, ?, ?, ?, 'planned', ?, ?, ?, ?, 0, 0)`,
      [
        meeting.id,
        body.authorityId,
        body.id,
        input.year,
        meeting.number,
        meeting.day,
        input.startTime,
        input.endTime,
        input.place,
      ],
    );
    const { id, day } = meeting;
    const clocked = { id, authorityId: body.authorityId, bodyId: body.id, day, startTime: input.startTime };
    await setMeetingDeadlines(tx, clocked, meeting.inForce);
  }
}

/** Formal items for every new meeting; a yearly item only where no meeting of the year has it yet. */
async function fillAgendas(
  tx: Transaction,
  body: { readonly id: string; readonly authorityId: string },
  year: number,
  made: readonly NewMeeting[],
  template: AgendaTemplate,
): Promise<void> {
  const all = await neighbours(tx, body.id);
  const landed = placeYearlyItems(
    template.yearly,
    year,
    all.map(({ day }) => day),
  );
  const taken: { key: string }[] = await tx.em.execute(
    `select distinct i.template_key as key from agenda_item i join meeting m on m.id = i.meeting_id
     where m.body_id = ? and m.year = ? and i.template_key is not null`,
    [body.id, year],
  );
  for (const { id, day } of made) {
    const self = all.find((meeting) => meeting.id === id);
    if (self === undefined) continue;
    const yearly = landed.filter((item) => item.day === day && !taken.some(({ key }) => key === item.key));
    await writeTemplateItems(
      tx,
      { id, authorityId: body.authorityId, bodyId: body.id },
      template,
      templateFacts(self, all, await viceChairOn(tx, body.id, day)),
      new Set(yearly.map(({ key }) => key)),
    );
  }
}
