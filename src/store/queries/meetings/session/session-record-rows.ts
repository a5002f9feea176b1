import type { EntityManager } from '@mikro-orm/postgresql';
import type { RecordedParagraph } from '../../../../domain/meetings/recorded-paragraph';

/** The decision of an item, as its paragraph has it. */
export type DecisionRow = Pick<RecordedParagraph, 'points' | 'reason' | 'effectiveOn' | 'condition'> & {
  readonly outcome: NonNullable<RecordedParagraph['outcome']>;
};

/** Rows by the item they belong to. */
export type ByItem<Row> = ReadonlyMap<string, readonly Row[]>;

/** What was recorded in a meeting, item by item: the parts of a {@link RecordedParagraph} that are read as they stand. */
export interface RecordRows {
  readonly motions: ByItem<RecordedParagraph['motions'][number]>;
  readonly propositions: ByItem<RecordedParagraph['propositions'][number]>;
  readonly votes: ByItem<RecordedParagraph['votes'][number]>;
  readonly decisions: ByItem<DecisionRow>;
  readonly assignments: ByItem<RecordedParagraph['assignments'][number]>;
  readonly statements: ByItem<RecordedParagraph['statements'][number]>;
  readonly attendees: ByItem<{ readonly name: string }>;
}

/** Party as written on the day of the meeting. */
const partyOf = (seat: string) =>
  `coalesce((select h.party from seat_holder h where h.seat_id = ${seat} and h.valid_from <= m.day
     and (h.valid_to is null or h.valid_to >= m.day)), '')`;

/** Everything recorded in a meeting beside who was there. */
export async function readRecordRows(em: EntityManager, meetingId: string): Promise<RecordRows> {
  const read = async <Row>(sql: string): Promise<ByItem<Row>> => {
    const rows: (Row & { readonly itemId: string })[] = await em.execute(`${sql} limit 10000`, [meetingId]);
    const found = new Map<string, Row[]>();
    for (const { itemId, ...row } of rows) {
      const before = found.get(itemId) ?? [];
      found.set(itemId, [...before, row as Row]);
    }
    return found;
  };
  const ofMeeting = 'join agenda_item i on i.id = x.item_id join meeting m on m.id = i.meeting_id';
  return {
    motions: await read(
      `select x.item_id as "itemId", p.name as by, ${partyOf('x.seat_id')} as party, x.kind, x.text
       from motion x ${ofMeeting} join person p on p.id = x.person_id
       where i.meeting_id = ? and x.withdrawn_at is null order by x.item_id, x.ordinal`,
    ),
    propositions: await read(
      `select x.item_id as "itemId", x.words, x.carried from proposition x ${ofMeeting}
       where i.meeting_id = ? order by x.item_id, x.ordinal`,
    ),
    votes: await read(
      `select x.item_id as "itemId", x.number, x.yes_means as "yesMeans", x.no_means as "noMeans", x.yes, x.no, x.abstained,
         x.casting_vote as "castingVote", x.result,
         (select coalesce(json_agg(json_build_object('name', p.name, 'party', coalesce(h.party, ''), 'choice', b.choice)
            order by s.ordinal), '[]'::json)
          from ballot b join seat s on s.id = b.seat_id join person p on p.id = b.person_id
          left join lateral (select h.party from seat_holder h join seat o on o.id = h.seat_id
            where h.person_id = b.person_id and o.body_id = s.body_id and h.valid_from <= m.day
              and (h.valid_to is null or h.valid_to >= m.day) limit 1) h on true
          where b.vote_id = x.id) as ballots
       from vote x ${ofMeeting} where i.meeting_id = ? and x.result is not null order by x.item_id, x.number`,
    ),
    decisions: await read(
      `select x.item_id as "itemId", x.outcome, x.reason, x.effective_on::text as "effectiveOn", x.condition_text as condition,
         array(select d.text from decision_point d where d.decision_id = x.id order by d.number) as points
       from decision x ${ofMeeting} where i.meeting_id = ? order by x.item_id`,
    ),
    // A day that the body named stands as it was decided, wherever the follow-up has moved it since.
    assignments: await read(
      `select x.item_id as "itemId", x.kind, p.name as owner, x.text, x.due_words as "dueWords",
         (case when x.due_words is null then coalesce(x.proposed_day, x.due_day) else x.due_day end)::text as "dueDay"
       from assignment x ${ofMeeting} join person p on p.id = x.owner_person_id
       where i.meeting_id = ? and not (x.state = 'closed' and x.report is null)
         and (x.kind = 'assignment' or exists (select from decision d where d.item_id = x.item_id and d.outcome = 'conditional'))
       order by x.item_id, x.id`,
    ),
    statements: await read(
      `select x.item_id as "itemId", x.kind, p.name, ${partyOf('x.seat_id')} as party, x.reason
       from reservation x ${ofMeeting} join person p on p.id = x.person_id
       where i.meeting_id = ? and x.withdrawn_at is null order by x.item_id, x.announced_at, x.id`,
    ),
    attendees: await read(
      `select item_id as "itemId", name from attendee where meeting_id = ? and item_id is not null order by id`,
    ),
  };
}
