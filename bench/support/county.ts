import type { Client } from 'pg';
import { addCopies } from './copies';

/** What a county has gathered: the figures that the goal of the pages names. */
export const MEETINGS = 200;
export const MATTERS = 3000;
export const DOCUMENTS = 20_000;

/** Points of the case at which its rows are kept, so that the county has a meeting at each of them today. */
export const LIVE = ['prepared', 'summoned', 'insession', 'written', 'announced'] as const;
export type Live = (typeof LIVE)[number];

/**
 * Fills the database that the case was played in: ended meetings with everything that belongs to them, one every fourth
 * week back in time; one live meeting per point; matters and documents up to their numbers. Then the planner gets its statistics.
 * @param liveDays the case's day at each point, which becomes today
 */
export async function fillCounty(
  admin: Client,
  liveDays: ReadonlyMap<Live, Date>,
  today: Date,
): Promise<void> {
  const days = (from: Date): number => Math.round((today.getTime() - from.getTime()) / 86_400_000);
  const ended = liveDays.size;
  const last = await admin.query<{ at: Date }>('select max(happened_at) as at from ended.audit_event');
  for (const [index, point] of LIVE.entries()) {
    const at = liveDays.get(point);
    if (at === undefined) throw new Error(`The case has no point ${point}`);
    await addCopies(admin, { of: point, numbers: [index + 1, index + 1], move: days(at), step: 0 });
  }
  // The meeting that was played and those that the plan holds beside it are there already.
  const { rows } = await admin.query<{ count: number }>('select count(*)::int from meeting');
  const missing = MEETINGS - (rows[0]?.count ?? 0);
  await addCopies(admin, {
    of: 'ended',
    numbers: [ended + 1, ended + missing],
    move: days(last.rows[0]!.at) - 14,
    step: -28,
  });
  for (const sql of [settledMatters, plans, matters, documents, versions]) await admin.query(sql);
  await admin.query('vacuum analyze');
}

/** Nine of ten matters that a meeting of the past decided are closed by now. */
const settledMatters = `
  update matter set state = 'closed' where number % 10 <> 0 and registry_number like '%-%'
    and opened_on < current_date - 200`;

const plans = `
  insert into meeting_plan (id, authority_id, body_id, year, rule, published_at, version)
  select gen_random_uuid(), p.authority_id, p.body_id, m.year, p.rule, p.published_at, 1
  from (select distinct body_id, year from meeting) m join lateral
    (select * from meeting_plan p where p.body_id = m.body_id order by year desc limit 1) p on true
  on conflict do nothing`;

/** Matters of ten years in the body's own series; most are closed. */
const matters = `
  insert into matter (id, authority_id, body_id, series_id, period, number, registry_number, title, party, opened_on, state,
    last_document_number, version)
  select gen_random_uuid(), b.authority_id, b.body_id, b.series_id, 'b' || (2016 + n % 11), n,
    'HMC' || (16 + n % 11) || to_char(n, 'FM00000'),
    (array['Upphandling av', 'Borttagande av', 'Riktlinjer för', 'Avgift för', 'Uppföljning av', 'Reklamation av'])[1 + n % 6] || ' '
      || (array['rollatorer', 'hörapparater', 'kommunikationshjälpmedel', 'vårdsängar', 'elrullstolar', 'ortoser', 'lyftar'])[1 + n % 7]
      || ' ' || (2016 + n % 11),
    case when n % 3 = 0 then 'Leverantör ' || n % 90 end, date '2016-01-04' + (n * 1.3)::int,
    case when n % 9 = 0 then 'open' else 'closed' end, 0, 1
  from generate_series(1, ${MATTERS} - (select count(*)::int from matter)) n,
    (select authority_id, body_id, series_id from matter where body_id is not null order by opened_on limit 1) b`;

/** Documents on the matters above: a few have many, most have a handful. */
const documents = `
  with numbered as (
    select id, row_number() over (order by id) as place, count(*) over () as matters, registry_number, body_id, authority_id, opened_on
    from matter where period like 'b%'
  ), drawn as (
    select n, 1 + floor(power(random(), 1.4) * (select max(matters) from numbered))::int as place
    from generate_series(1, ${DOCUMENTS} - (select count(*)::int from document)) n
  ), placed as (
    select d.n, m.*, row_number() over (partition by m.id order by d.n) as number
    from drawn d join numbered m on m.place = least(d.place, m.matters)
  )
  insert into document (id, authority_id, body_id, matter_id, number, registry_number, kind, title, direction, day, counterpart,
    state, closed, version)
  select gen_random_uuid(), authority_id, body_id, id, number, registry_number || '-' || number,
    case when n % 3 = 0 then 'appendix' else 'incoming' end,
    (array['Yttrande', 'Underlag', 'Offert', 'Protokollsutdrag', 'Fråga'])[1 + n % 5] || ' ' || n,
    case when n % 3 = 0 then 'drawnUp' else 'incoming' end, opened_on + (number * 3)::int,
    case when n % 3 = 0 then null else 'Avsändare ' || n % 400 end,
    case when n % 3 = 0 then 'drawnUp' else 'received' end, false, 1
  from placed`;

const versions = `
  insert into document_version (id, document_id, number, sha256, media_type, size, pages, file_name, made_key, claims, created_at, created_by)
  select gen_random_uuid(), d.id, 1, v.sha256, v.media_type, v.size, v.pages, v.file_name, 'bench/' || d.id, v.claims, d.day + time '10:00', v.created_by
  from document d, (select * from document_version where media_type = 'application/pdf' limit 1) v
  where not exists (select from document_version o where o.document_id = d.id)`;
