import { v7 as uuidv7 } from 'uuid';
import { fillTemplate, type FilledTemplateItem } from '../../../domain/meetings/agenda/agenda-template';
import type { AgendaTemplate } from '../../../domain/meetings/agenda/agenda-template-defaults';
import { definiteDate } from '../../../domain/time/swedish-dates';
import { compareDays, type Day } from '../../../domain/time/day';
import type { Meeting } from '../../../store/entities/meetings';
import type { Transaction } from '../../runner/transaction';
import { writePoints, writeSummary } from '../agenda/item-rows';

/** A meeting among the body's others, for the sentences that name the one before and the one after. */
export interface NeighbourMeeting {
  readonly id: string;
  readonly day: Day;
  readonly startTime: string;
}

export type TemplateFacts = Readonly<Record<string, string>>;

/** What the standard sentences of a meeting know: the day before it, the next meeting, and the vice chair who verifies. */
export function templateFacts(
  meeting: NeighbourMeeting,
  others: readonly NeighbourMeeting[],
  viceChair: string | null,
): TemplateFacts {
  const sorted = others.filter(({ id }) => id !== meeting.id).sort((a, b) => compareDays(a.day, b.day));
  const previous = sorted.filter(({ day }) => day < meeting.day).at(-1);
  const next = sorted.find(({ day }) => day > meeting.day);
  return {
    ...(previous === undefined ? {} : { föregående: previous.day }),
    ...(next === undefined
      ? {}
      : { nästa: `${definiteDate(next.day)} kl ${next.startTime.replace(':', '.')}` }),
    ...(viceChair === null ? {} : { justerare: viceChair }),
  };
}

/** All meetings of a body with what neighbours need of each other. */
export async function neighbours(tx: Transaction, bodyId: string): Promise<NeighbourMeeting[]> {
  return tx.em.execute(
    'select id, day::text as day, start_time as "startTime" from meeting where body_id = ? order by day',
    [bodyId],
  );
}

/** The vice chair's name on a day; null when the office is empty. */
export async function viceChairOn(tx: Transaction, bodyId: string, day: Day): Promise<string | null> {
  const rows: { name: string }[] = await tx.em.execute(
    `select p.name from seat_holder h join seat s on s.id = h.seat_id join person p on p.id = h.person_id
     where s.body_id = ? and h.office = 'viceChair' and h.valid_from <= ?::date and (h.valid_to is null or h.valid_to >= ?::date)`,
    [bodyId, day, day],
  );
  return rows[0]?.name ?? null;
}

/** The formal items of a new meeting, and the yearly ones that land on it, between what comes first and last (M-1, M-3). */
export async function writeTemplateItems(
  tx: Transaction,
  meeting: Pick<Meeting, 'id' | 'authorityId' | 'bodyId'>,
  template: AgendaTemplate,
  facts: TemplateFacts,
  yearlyKeys: ReadonlySet<string>,
): Promise<void> {
  const filled = fillTemplate(template.items, facts);
  const yearly = template.yearly
    .filter(({ key }) => yearlyKeys.has(key))
    .map(({ key, title, proposal }) => ({ key, title, points: proposal, kind: 'decision' as const }));
  const items: readonly Omit<FilledTemplateItem, 'placement' | 'waitsFor'>[] = [
    ...filled.filter(({ placement }) => placement === 'first'),
    ...yearly,
    ...filled.filter(({ placement }) => placement === 'last'),
  ];
  for (const [index, item] of items.entries()) {
    const id = uuidv7();
    await tx.em.execute(
      `insert into agenda_item (id, authority_id, body_id, meeting_id, ordinal, kind, template_key, title, closed,
         exercise_of_authority, presenters, recipient_ids, late, state)
       values (?, ?, ?, ?, ?, ?, ?, ?, false, false, '[]'::jsonb, '[]'::jsonb, false, 'listed')`,
      [id, meeting.authorityId, meeting.bodyId, meeting.id, index + 1, item.kind, item.key, item.title],
    );
    await writePoints(tx, id, item.points);
    if (item.note !== undefined) await writeSummary(tx, { ...meeting, itemId: id, closed: false }, item.note);
  }
}

/**
 * Standard sentences that name a neighbouring meeting follow when days change; one that somebody has edited is left as it
 * stands. Agendas that are approved already keep what the chair read.
 */
export async function refreshTemplateItems(
  tx: Transaction,
  bodyId: string,
  template: AgendaTemplate,
  before: readonly NeighbourMeeting[],
): Promise<void> {
  const after = await neighbours(tx, bodyId);
  const planned: { id: string }[] = await tx.em.execute(
    `select id from meeting where body_id = ? and phase = 'planned'`,
    [bodyId],
  );
  for (const { id } of planned) {
    const was = before.find((meeting) => meeting.id === id);
    const is = after.find((meeting) => meeting.id === id);
    if (was === undefined || is === undefined) continue;
    const old = fillTemplate(
      template.items,
      templateFacts(was, before, await viceChairOn(tx, bodyId, was.day)),
    );
    const now = fillTemplate(template.items, templateFacts(is, after, await viceChairOn(tx, bodyId, is.day)));
    for (const item of now) {
      const former = old.find(({ key }) => key === item.key);
      if (former !== undefined && differ(former, item)) await refreshItem(tx, id, former, item);
    }
  }
}

const differ = (a: FilledTemplateItem, b: FilledTemplateItem): boolean =>
  JSON.stringify([a.points, a.note]) !== JSON.stringify([b.points, b.note]);

async function refreshItem(
  tx: Transaction,
  meetingId: string,
  former: FilledTemplateItem,
  item: FilledTemplateItem,
): Promise<void> {
  const rows: { id: string; authorityId: string; bodyId: string; points: string[]; note: string | null }[] =
    await tx.em.execute(
      `select i.id, i.authority_id as "authorityId", i.body_id as "bodyId",
         array(select p.text from proposed_point p where p.item_id = i.id order by p.number) as points,
         (select t.content from text t where t.owner_kind = 'agendaItem' and t.owner_id = i.id and t.slot = 'summary') as note
       from agenda_item i where i.meeting_id = ? and i.template_key = ? and i.state = 'listed' for update of i`,
      [meetingId, item.key],
    );
  for (const row of rows) {
    if (JSON.stringify(row.points) !== JSON.stringify(former.points) || row.note !== (former.note ?? null))
      continue;
    await tx.em.execute('update agenda_item set version = version + 1 where id = ?', [row.id]);
    await writePoints(tx, row.id, item.points);
    await writeSummary(tx, { ...row, itemId: row.id, closed: false }, item.note ?? null);
  }
}
