import {
  expandDispatch,
  itemsToDispatch,
  standingRecipients,
  type DispatchEntry,
  type DispatchPrincipal,
} from '../../../src/domain/dispatch/dispatch';
import { asDay } from '../../../src/domain/time/day';
import { principals as named } from '../bodies/board-of-fifteen';
import { expectRefused } from '../expect-refused';

const day = asDay('2026-03-09');
const principals: readonly DispatchPrincipal[] = named.map(({ id, name }) => ({
  kind: id === 'region' ? 'region' : 'municipality',
  mailbox: {
    key: `mailbox-${id}`,
    name: `${name}, myndighetsbrevlådan`,
    address: `registrator@${id}.example`,
  },
  auditors: { key: `auditors-${id}`, name: `Revisorerna i ${name}`, address: `revision@${id}.example` },
  validFrom: asDay('2020-01-01'),
  validTo: null,
}));
const headOfCentre: DispatchEntry = {
  kind: 'recipient',
  recipient: {
    key: 'head-of-centre',
    name: 'Verksamhetschefen, Hjälpmedelscentrum',
    address: 'chef@centrum.example',
  },
};
const municipalities: DispatchEntry = {
  kind: 'group',
  name: 'Samtliga kommuners myndighetsbrevlådor',
  members: 'municipalities',
};
const region: DispatchEntry = { kind: 'group', name: 'Regionens myndighetsbrevlåda', members: 'regions' };
const list = [headOfCentre, municipalities, region];

const rowsOf = (entries: readonly DispatchEntry[], among = principals) => {
  const expansion = expandDispatch(entries, among, day);
  if (!expansion.ok) throw new Error(expansion.code);
  return expansion.rows;
};

describe('case 15: one person, ten municipalities and the region', () => {
  it('makes twelve rows', () => {
    const rows = rowsOf(list);
    expect(rows).toHaveLength(12);
    expect(rows.filter((row) => row.group === 'Samtliga kommuners myndighetsbrevlådor')).toHaveLength(10);
    expect(new Set(rows.map((row) => row.recipient.address)).size).toBe(12);
  });

  it('expands the group to the principals of the dispatch date', () => {
    const left = principals.map((principal, index) =>
      index === 10 ? { ...principal, validTo: asDay('2026-03-08') } : principal,
    );
    expect(rowsOf(list, left)).toHaveLength(11);
  });

  it('sends once to whoever stands twice', () => {
    expect(
      rowsOf([...list, headOfCentre, { kind: 'group', name: 'Alla huvudmän', members: 'allPrincipals' }]),
    ).toHaveLength(12);
  });

  it('refuses a group that reaches no one', () => {
    const expansion = expandDispatch([region], principals.slice(1), day);
    if (expansion.ok) throw new Error('expanded');
    expectRefused(expansion, 'dispatch-group-empty');
  });
});

describe('case 16: the items with dispatch lists', () => {
  const withList = new Set(['6', '7', '8', '9', '11', '12']);
  const items = Array.from({ length: 15 }, (_, index) => {
    const id = String(index + 1);
    return { id, outcome: id === '2' ? null : ('approved' as const), entries: withList.has(id) ? list : [] };
  });

  it('are 6, 7, 8, 9, 11 and 12: six extracts to twelve recipients each, 72 rows', () => {
    const sent = itemsToDispatch(items);
    expect(sent.map((item) => item.id)).toEqual(['6', '7', '8', '9', '11', '12']);
    expect(sent.flatMap((item) => rowsOf(item.entries))).toHaveLength(72);
  });

  it('case 8: the previous minutes have no rows, nor has what was withdrawn', () => {
    expect(itemsToDispatch([{ id: '2', outcome: null, entries: list }])).toEqual([]);
    expect(itemsToDispatch([{ id: '7', outcome: 'withdrawn', entries: list }])).toEqual([]);
  });
});

describe('standing recipients (M-18)', () => {
  it("sends the full minutes to every principal's auditors", () => {
    expect(standingRecipients(principals, day).map((row) => row.recipient.key)).toEqual(
      named.map(({ id }) => `auditors-${id}`),
    );
    expect(
      standingRecipients(
        principals.map((principal) => ({ ...principal, auditors: null })),
        day,
      ),
    ).toEqual([]);
  });
});
