/**
 * How a case file's pointers are looked up: `@item:6` is the sixth item of the meeting in focus.
 * `:name` is what stands after the kind, `:sub` what stands after its last slash, `:meeting` the meeting in focus.
 */
interface ReferenceQuery {
  /** What the pointer names, for docs/case-files.md. */
  readonly says: string;
  readonly sql: string;
}

const ofMeeting = (table: string) => `select id, version from ${table} where meeting_id = :meeting::uuid`;

/** The item by its agenda number, before approval by its place; or by its title. */
const item = `select i.id, i.version from (
  select i.*, row_number() over (order by i.ordinal) as place from agenda_item i
    where i.meeting_id = :meeting::uuid and i.parent_id is null and (i.state = 'listed' or i.agenda_number is not null)) i
  where i.title = :name or coalesce(i.agenda_number, i.place)::text = :name`;

const itemId = `(select i.id from (${item}) i limit 1)`;
const seatOf = (person: string) =>
  `select s.id from seat s join seat_holder h on h.seat_id = s.id join person p on p.id = h.person_id
   join meeting m on m.id = :meeting::uuid and m.body_id = s.body_id
   where p.name = ${person} and m.day between h.valid_from and coalesce(h.valid_to, 'infinity'::date)`;
const minutesId = `(select id from minutes where meeting_id = :meeting::uuid)`;
const noticeId = `(select id from notice where meeting_id = :meeting::uuid)`;
const extract = `select e.id, e.version from minutes_extract e where e.meeting_id = :meeting::uuid
  and (case when :name = 'protokoll' then jsonb_array_length(e.paragraph_ids) = 0
       else e.paragraph_ids ? (select p.id::text from paragraph p where p.item_id = ${itemId}) end)`;

export const referenceQueries = {
  person: { says: 'en person: namnet', sql: 'select id, version from person where name = :name' },
  body: {
    says: 'ett organ: slug eller namn',
    sql: 'select id, version from body where :name in (slug, name)',
  },
  principal: { says: 'en huvudman: namnet', sql: 'select id, version from principal where name = :name' },
  authority: {
    says: 'en myndighet: namnet',
    sql: 'select id, null as version from authority where name = :name',
  },
  series: {
    says: 'en nummerserie: beteckningen',
    sql: 'select id, null as version from number_series where code = :name',
  },
  matter: {
    says: 'ett ärende: diarienummer eller rubrik',
    sql: 'select id, version from matter where :name in (registry_number, title)',
  },
  memo: {
    says: 'tjänsteskrivelsen i ett ärende: ärendets diarienummer eller rubrik',
    sql: 'select o.id, o.version from memo o join matter m on m.id = o.matter_id where :name in (m.registry_number, m.title)',
  },
  memoDocument: {
    says: 'tjänsteskrivelsen som handling i diariet: ärendets diarienummer eller rubrik',
    sql: `select d.id, d.version from memo o join matter m on m.id = o.matter_id join document d on d.id = o.document_id
      where :name in (m.registry_number, m.title)`,
  },
  document: {
    says: 'en handling: diarienummer eller rubrik',
    sql: 'select id, version from document where :name in (registry_number, title)',
  },
  recipient: {
    says: 'en mottagare eller grupp: namnet',
    sql: `select id, null as version from dispatch_recipient where name = :name and valid_to is null
      and (:meeting::uuid is null or body_id = (select body_id from meeting where id = :meeting::uuid))`,
  },
  meeting: {
    says: 'ett sammanträde: dagen, som 2026-02-20, eller "now" för det i fokus',
    sql: `select id, version from meeting where case when :name = 'now' then id = :meeting::uuid
      else day::text = :name and (:meeting::uuid is null or body_id = (select body_id from meeting where id = :meeting::uuid)) end`,
  },
  item: { says: 'en punkt: nummer eller rubrik', sql: item },
  subItem: {
    says: 'en underpunkt: punkt/rubrik',
    sql: `select c.id, c.version from agenda_item c where c.parent_id = ${itemId} and c.title = :sub`,
  },
  seat: {
    says: 'en plats: innehavarens namn',
    sql: `select id, null as version from (${seatOf(':name')}) s`,
  },
  absence: {
    says: 'en frånvaroanmälan: ledamotens namn',
    sql: `select id, version from absence where meeting_id = :meeting::uuid and seat_id in (${seatOf(':name')})`,
  },
  substituteCall: {
    says: 'sökandet efter ersättare för en ledamot: ledamotens namn',
    sql: `select id, version from substitute_call where meeting_id = :meeting::uuid and seat_id in (${seatOf(':name')}) and state <> 'withdrawn'`,
  },
  substituteAsk: {
    says: 'frågan till en ersättare: ersättarens namn',
    sql: `select a.id, null as version from substitute_ask a join substitute_call c on c.id = a.call_id join person p on p.id = a.person_id
      where c.meeting_id = :meeting::uuid and p.name = :name order by a.asked_at desc limit 1`,
  },
  remoteRequest: {
    says: 'begäran om att delta på distans: namnet',
    sql: `select r.id, r.version from remote_request r join person p on p.id = r.person_id where r.meeting_id = :meeting::uuid and p.name = :name`,
  },
  recusal: {
    says: 'ett jäv: punkt/namn',
    sql: `select r.id, r.version from recusal r join person p on p.id = r.person_id where r.item_id = ${itemId} and p.name = :sub and r.withdrawn_at is null`,
  },
  motion: {
    says: 'ett yrkande: punkt/ordningsnummer',
    sql: `select id, version from motion where item_id = ${itemId} and ordinal::text = :sub`,
  },
  vote: {
    says: 'en votering: punkt/ordningsnummer',
    sql: `select id, version from vote where item_id = ${itemId} and number::text = :sub`,
  },
  decision: {
    says: 'beslutet på en punkt',
    sql: `select id, version from decision where item_id = ${itemId}`,
  },
  reservation: {
    says: 'en reservation, ett särskilt yttrande eller en protokollsanteckning: punkt/namn',
    sql: `select r.id, r.version from reservation r join person p on p.id = r.person_id where r.item_id = ${itemId} and p.name = :sub`,
  },
  assignment: {
    says: 'ett uppdrag eller villkor: punkt',
    sql: `select id, version from assignment where item_id = ${itemId}`,
  },
  summons: {
    says: 'kallelsen: dess nummer',
    sql: `select id, version from summons where meeting_id = :meeting::uuid and number::text = :name`,
  },
  minutes: { says: 'protokollet', sql: ofMeeting('minutes') },
  paragraph: {
    says: 'paragrafen för en punkt',
    sql: `select id, version from paragraph where item_id = ${itemId}`,
  },
  frozen: {
    says: 'hashen för den text som justeras, som den som skriver under skickar',
    sql: `select sha256 as id, null as version from verification_round where minutes_id = ${minutesId} and sha256 is not null
      order by number desc limit 1`,
  },
  verifier: {
    says: 'en justerare: namnet',
    sql: `select v.id, null as version from verifier v join person p on p.id = v.person_id where v.minutes_id = ${minutesId} and p.name = :name`,
  },
  round: {
    says: 'den pågående justeringen',
    sql: `select id, version from verification_round where minutes_id = ${minutesId} order by number desc limit 1`,
  },
  notice: { says: 'anslaget', sql: ofMeeting('notice') },
  posting: {
    says: 'anslaget på en huvudmans tavla: huvudmannen',
    sql: `select n.id, n.version from notice_posting n join principal p on p.id = n.principal_id where n.notice_id = ${noticeId} and p.name = :name`,
  },
  extract: { says: 'protokollsutdraget för en punkt, eller "protokoll" för hela', sql: extract },
  dispatch: {
    says: 'expedieringen av ett utdrag till en mottagare: punkt/huvudman eller punkt/namn',
    sql: `select d.id, d.version from dispatch d left join principal p on p.id = d.principal_id left join person q on q.id = d.person_id
      where d.extract_id in (select e.id from (${extract}) e) and :sub in (p.name, q.name, d.recipient_name) and (:name = 'protokoll' or d.recipient_kind <> 'auditors')`,
  },
} as const satisfies Record<string, ReferenceQuery>;

export type ReferenceKind = keyof typeof referenceQueries;

export function isReferenceKind(text: string): text is ReferenceKind {
  return Object.hasOwn(referenceQueries, text);
}
