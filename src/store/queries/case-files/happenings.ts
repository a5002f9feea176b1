import type { EntityManager } from '@mikro-orm/postgresql';

/** One thing that happened, for `timeline.json`; moments on the case's clock. */
export interface Happening {
  readonly at: Date;
  readonly kind: 'act' | 'deadline' | 'letter' | 'document';
  /** A person's name, a process, or who made or sent it. */
  readonly who: string;
  readonly what: string;
  readonly about: string | null;
  readonly result: string;
  /** The deadline's rule; for an act that was refused the refusal's code. */
  readonly rule: string | null;
}

/** What a row is called by those who work with it: an item's number and title, a registry number, a name. */
const about = (kind: string, id: string): string => `coalesce(
  case ${kind}
    when 'agendaItem' then (select concat_ws(' ', 'punkt', i.agenda_number, i.title) from agenda_item i where i.id = ${id})
    when 'meeting' then (select 'sammanträdet ' || t.day from meeting t where t.id = ${id})
    when 'matter' then (select concat_ws(' ', t.registry_number, t.title) from matter t where t.id = ${id})
    when 'document' then (select concat_ws(' ', t.registry_number, t.title) from document t where t.id = ${id})
    when 'person' then (select t.name from person t where t.id = ${id})
    when 'body' then (select t.name from body t where t.id = ${id})
    when 'paragraph' then (select '§ ' || t.number from paragraph t where t.id = ${id})
    when 'posting' then (select r.name from notice_posting t join principal r on r.id = t.principal_id where t.id = ${id})
    when 'dispatch' then (select t.recipient_name from dispatch t where t.id = ${id})
    when 'decision' then (select concat_ws(' ', 'punkt', i.agenda_number, i.title) from decision t join agenda_item i on i.id = t.item_id where t.id = ${id})
    when 'minutes' then (select 'protokollet ' || held.day from minutes t join meeting held on held.id = t.meeting_id where t.id = ${id})
    when 'notice' then (select 'anslaget om protokollet ' || held.day from notice t join meeting held on held.id = t.meeting_id where t.id = ${id})
    when 'substituteCall' then (select 'ersättare för ' || absent.name from substitute_call t join seat_holder h on h.seat_id = t.seat_id
      join person absent on absent.id = h.person_id where t.id = ${id} order by h.valid_from desc limit 1)
    when 'assignment' then (select t.text from assignment t where t.id = ${id})
  end, ${kind} || ' ' || ${id})`;

/** Everything that happened since a moment, in order: acts, deadlines that passed, letters, documents. */
export async function readHappenings(em: EntityManager, since: Date, until: Date): Promise<Happening[]> {
  const rows: (Omit<Happening, 'at'> & { at: string | Date })[] = await em.execute(
    `select e.happened_at as at, 'act' as kind, coalesce(p.name, e.actor) as who, e.act as what,
       ${about('e.subject_kind', 'e.subject_id')} as about,
       case e.result when 'refused' then 'nekat: ' || coalesce(e.code, '') when 'read' then 'läst' else 'gjort' end as result,
       e.code as rule, e.seq as place
     from audit_event e left join person p on e.actor = 'person:' || p.id
     where e.happened_at >= ? and e.actor <> 'system' and e.act not in ('signInAs', 'keepSession')
     union all
     select d.at, 'deadline', d.owner_kind, d.kind, ${BASIS},
       case when d.done_on is not null then 'klart ' || d.done_on when d.closed_on is not null then 'upphävt: ' || coalesce(d.closed_reason, '')
         else 'passerat' end, d.rule, 0
     from deadline d where d.at between ? and ?
     union all
     select coalesce(m.sent_at, m.bounced_at, m.queued_at), 'letter', coalesce(p.name, m.to_address), m.template, ${about('m.subject_kind', 'm.subject_id')},
       m.state, null, 0
     from mail m left join person p on p.id = m.to_person_id where m.queued_at >= ?
     union all
     select v.created_at, 'document', coalesce(p.name, v.created_by), d.kind || ', version ' || v.number,
       coalesce(d.registry_number, d.title), array_to_string(array(select jsonb_array_elements_text(v.claims)), ', '), null, 0
     from document_version v join document d on d.id = v.document_id left join person p on v.created_by = 'person:' || p.id
     where v.created_at >= ?
     order by at, place`,
    [since, since, until, since, since],
  );
  return rows.map(({ kind, who, what, about, result, rule, at }) => ({
    at: new Date(at),
    kind,
    who,
    what,
    about,
    result,
    rule,
  }));
}

/** A version of a document, with what a file of it is called. */
export interface KeptVersion {
  readonly id: string;
  readonly registryNumber: string | null;
  readonly kind: string;
  readonly title: string;
  readonly number: number;
  readonly sha256: string;
}

/** Every version of every document that was made since a moment. */
export async function readKeptVersions(em: EntityManager, since: Date): Promise<KeptVersion[]> {
  return em.execute(
    `select v.id, d.registry_number as "registryNumber", d.kind, d.title, v.number, v.sha256
     from document_version v join document d on d.id = v.document_id where v.created_at >= ? order by v.created_at, v.id`,
    [since],
  );
}

/** The bytes of a version by their hash. */
export async function readBytes(em: EntityManager, sha256: string): Promise<Buffer> {
  const [found]: { bytes: Buffer }[] = await em.execute('select bytes from blob where sha256 = ?', [sha256]);
  if (found === undefined) throw new Error(`The bytes ${sha256} are missing`);
  return found.bytes;
}

const BASIS = `case d.basis when 'meetingDate' then 'sammanträdet' when 'verificationDate' then 'justeringen'
  when 'latestPosting' then 'anslaget på alla tavlor' || coalesce(' ' || (select max(a.starts_on)::text from appeal_time a
    where a.notice_id = d.owner_id and a.ends_on = d.day), '') else 'expedieringen' end`;
