import { z } from 'zod';
import { refuse } from '../../../domain/refusals/refusal';
import { asDay } from '../../../domain/time/day';
import { text, type TextKey } from '../../../i18n/texts';
import {
  MATTERS_A_PAGE,
  searchMatters,
  type FoundMatters,
  type MatterSearch,
} from '../../../store/queries/register/matter-search';
import { bodiesFor, seriesOf, type BodyChoice } from '../../../store/queries/register/readers';
import type { ReadContext } from '../../context';
import { forgiving } from '../../forgiving';
import { paths } from '../../paths';
import type { Action } from '../../render/components';
import type { DataList, ListFilter, Pagination } from '../../render/lists';
import { page } from '../../route';
import { dayCell, matterTag, numberText } from './words';

const word = forgiving(z.string().trim().max(200).catch(''));
const day = forgiving(z.iso.date().transform(asDay).nullable().catch(null));

/** The filter lives in the address: a list can be sent to a colleague, and Back works. */
const Query = z.object({
  sok: word,
  part: word,
  motpart: word,
  fran: day,
  till: day,
  lage: forgiving(z.enum(['open', 'closed', 'cancelled']).nullable().catch(null)),
  organ: forgiving(z.uuid().nullable().catch(null)),
  ordning: forgiving(z.enum(['nummer', 'rubrik', 'datum']).catch('nummer')),
  riktning: forgiving(z.enum(['stigande', 'fallande']).catch('fallande')),
  sida: forgiving(z.coerce.number().int().min(1).max(10_000).catch(1)),
});
type Query = z.infer<typeof Query>;

const sorts = { nummer: 'number', rubrik: 'title', datum: 'opened' } as const;

/** The register: every matter of the reader's bodies. */
export const mattersPage = page({
  path: paths.matters,
  permission: { act: 'matter.read', somewhere: true },
  auditEvent: 'readMatters',
  template: 'register/matters',
  query: Query,
  view: async (context, _params, query) => {
    const { em, holder, today, lang } = context;
    if (holder === null) return refuse('sign-in-needed');
    const bodies = await bodiesFor(em, holder, 'matter.read', today);
    const register = await bodiesFor(em, holder, 'matter.register', today);
    const found = await searchMatters(em, searchOf(query, bodies));
    return {
      title: text(lang, 'register.mattersTitle'),
      heading: { lead: text(lang, 'register.mattersLead') },
      view: {
        list: listOf(context, query, found, bodies, register.length > 0),
        actions: [...openActs(context, register), ...(await handOverActs(context, register))],
      },
    };
  },
});

/** One way in for each body whose register the reader keeps; named where there are several. */
function openActs({ lang }: ReadContext, bodies: readonly BodyChoice[]): Action[] {
  const act = text(lang, 'register.openMatter');
  return bodies.map(({ id, name }) => ({
    text: bodies.length === 1 ? act : `${act}: ${name}`,
    href: paths.openMatter.to({ bodyId: id }),
  }));
}

/** Where a body has a series that is kept elsewhere: the file for the register there. */
async function handOverActs({ em, lang }: ReadContext, bodies: readonly BodyChoice[]): Promise<Action[]> {
  const acts: Action[] = [];
  for (const { id } of bodies) {
    const elsewhere = (await seriesOf(em, id)).some(({ keptHere }) => !keptHere);
    if (elsewhere)
      acts.push({ text: text(lang, 'register.handOver'), href: paths.registerHandOver.to({ bodyId: id }) });
  }
  return acts;
}

function searchOf(query: Query, bodies: readonly BodyChoice[]): MatterSearch {
  const chosen = bodies.filter(({ id }) => query.organ === null || id === query.organ);
  return {
    bodyIds: chosen.map(({ id }) => id),
    text: query.sok,
    party: query.part,
    counterpart: query.motpart,
    from: query.fran,
    to: query.till,
    state: query.lage,
    sort: sorts[query.ordning],
    descending: query.riktning === 'fallande',
    page: query.sida,
  };
}

function address(query: Query, change: Partial<Query>): string {
  const { sida, ...asked } = { ...query, sida: 1, ...change };
  const set = Object.entries({ ...asked, ...(sida === 1 ? {} : { sida }) }).filter(
    ([, value]) => value !== null && value !== '',
  );
  return paths.matters.to({}, Object.fromEntries(set) as Record<string, string | number>);
}

function isFiltered(query: Query): boolean {
  const { sok, part, motpart, fran, till, lage, organ } = query;
  return (
    [sok, part, motpart].some((typed) => typed !== '') ||
    [fran, till, lage, organ].some((set) => set !== null)
  );
}

function listOf(
  context: ReadContext,
  query: Query,
  found: FoundMatters,
  bodies: readonly BodyChoice[],
  mayOpen: boolean,
): DataList {
  const { lang } = context;
  const column = (key: TextKey, by: Query['ordning']) => ({
    text: text(lang, key),
    ...sorting(query, by),
  });
  const many = bodies.length > 1;
  const pagination = paginationOf(query, found.total);
  return {
    caption: text(lang, 'register.mattersTitle'),
    columns: [
      column('register.colNumber', 'nummer'),
      column('register.colTitle', 'rubrik'),
      ...(many ? [{ text: text(lang, 'register.body') }] : []),
      { text: text(lang, 'register.colParty') },
      column('register.colOpened', 'datum'),
      { text: text(lang, 'register.colState') },
    ],
    rows: found.rows.map((row) => ({
      cells: [
        { text: numberText(lang, row.registryNumber) },
        { text: row.title, href: paths.matter.to({ matterId: row.id }) },
        ...(many ? [{ text: row.body }] : []),
        { text: row.party ?? '' },
        dayCell(lang, row.openedOn),
        { text: '', tag: matterTag(lang, row.state) },
      ],
    })),
    countText: countText(context, query, found),
    filter: filterOf(context, query, bodies),
    ...(pagination === undefined ? {} : { pagination }),
    empty: emptyOf(context, query, mayOpen),
  };
}

function sorting(query: Query, by: Query['ordning']) {
  const current = query.ordning === by;
  const rising = current ? query.riktning === 'fallande' : by === 'rubrik';
  const sortHref = address(query, { ordning: by, riktning: rising ? 'stigande' : 'fallande' });
  if (!current) return { sortHref };
  return {
    sortHref,
    sorted: query.riktning === 'fallande' ? ('descending' as const) : ('ascending' as const),
  };
}

function countText({ lang }: ReadContext, query: Query, { rows, total }: FoundMatters): string {
  if (total <= MATTERS_A_PAGE) return text(lang, 'register.mattersCount', { count: total });
  const from = (query.sida - 1) * MATTERS_A_PAGE + 1;
  return text(lang, 'register.mattersCountOf', { from, to: from + rows.length - 1, count: total });
}

function filterOf({ lang }: ReadContext, query: Query, bodies: readonly BodyChoice[]): ListFilter {
  const field = (name: keyof Query, key: TextKey) => ({
    name,
    label: text(lang, key),
    value: String(query[name] ?? ''),
  });
  const all = { value: '', text: text(lang, 'register.all') };
  const states = (['open', 'closed', 'cancelled'] as const).map((state) => ({
    value: state,
    text: matterTag(lang, state).text,
    selected: query.lage === state,
  }));
  const choices = bodies.map(({ id, name }) => ({ value: id, text: name, selected: query.organ === id }));
  return {
    action: paths.matters.to(),
    fields: [
      field('sok', 'register.searchText'),
      field('part', 'register.searchParty'),
      field('motpart', 'register.searchCounterpart'),
      { ...field('fran', 'register.searchFrom'), type: 'date' },
      { ...field('till', 'register.searchTo'), type: 'date' },
      { ...field('lage', 'register.searchState'), options: [all, ...states] },
      ...(bodies.length > 1
        ? [{ ...field('organ', 'register.searchBody'), options: [all, ...choices] }]
        : []),
    ],
    ...(isFiltered(query) ? { clearHref: paths.matters.to() } : {}),
  };
}

/** The first, the last and those around the page that is shown. */
function paginationOf(query: Query, total: number): Pagination | undefined {
  const last = Math.ceil(total / MATTERS_A_PAGE);
  if (last < 2) return undefined;
  const shown = Array.from({ length: last }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === last || Math.abs(number - query.sida) <= 2,
  );
  const to = (number: number) => address(query, { sida: number });
  return {
    ...(query.sida > 1 ? { previousHref: to(query.sida - 1) } : {}),
    ...(query.sida < last ? { nextHref: to(query.sida + 1) } : {}),
    pages: shown.map((number) => ({ number, href: to(number), current: number === query.sida })),
  };
}

function emptyOf({ lang }: ReadContext, query: Query, mayOpen: boolean): DataList['empty'] {
  if (isFiltered(query)) {
    return { title: text(lang, 'register.noHitsTitle'), text: text(lang, 'register.noHitsText') };
  }
  const title = text(lang, 'register.noMattersTitle');
  if (!mayOpen) return { title, text: text(lang, 'register.noMattersReader') };
  return { title, text: text(lang, 'register.noMattersText') };
}
