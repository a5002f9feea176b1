import { planTerms, type EnteredTerm, type RegisterTerm } from '../../../src/domain/bodies/register-terms';
import type { Office } from '../../../src/domain/bodies/body';
import { asDay } from '../../../src/domain/time/day';

type Written = [
  seat: string,
  person: string,
  from: string,
  until?: string | null,
  party?: string,
  office?: Office,
];

const holder = ([seatId, personId, from, until = null, party = 'S', office]: Written) => ({
  seatId,
  personId,
  party,
  office: office ?? null,
  validFrom: asDay(from),
  validTo: until === null ? null : asDay(until),
});
const register = (...terms: Written[]): RegisterTerm[] =>
  terms.map((term, row) => ({ row, ...holder(term) }));
const entered = (...terms: Written[]): EnteredTerm[] =>
  terms.map((term, index) => ({ id: `h${index}`, ...holder(term) }));

describe('terms of office by the register', () => {
  it.each<[string, RegisterTerm[], EnteredTerm[], object]>([
    [
      'enter who sits on an empty seat',
      register(['1', 'Ada', '2023-01-01']),
      [],
      { takes: ['Ada 2023-01-01 –'] },
    ],
    [
      'change nothing where they are entered just so',
      register(['1', 'Ada', '2023-01-01', '2026-02-28'], ['1', 'Bo', '2026-03-01']),
      entered(['1', 'Ada', '2023-01-01', '2026-02-28'], ['1', 'Bo', '2026-03-01']),
      { found: 2 },
    ],
    [
      'end a term the day before the next one of the seat in the register',
      register(['1', 'Bo', '2026-03-01'], ['1', 'Ada', '2023-01-01']),
      entered(['1', 'Ada', '2023-01-01']),
      { takes: ['Bo 2026-03-01 –'], ends: ['h0 2026-02-28'] },
    ],
    [
      'change nothing where that was done before',
      register(['1', 'Bo', '2026-03-01'], ['1', 'Ada', '2023-01-01']),
      entered(['1', 'Ada', '2023-01-01', '2026-02-28'], ['1', 'Bo', '2026-03-01']),
      { found: 2 },
    ],
    [
      'end the term of whoever the register no longer names when another comes',
      register(['1', 'Bo', '2026-03-01']),
      entered(['1', 'Ada', '2023-01-01']),
      { takes: ['Bo 2026-03-01 –'], ends: ['h0 2026-02-28'] },
    ],
    [
      'end a term on the last day it has in the register, and leave the seat empty',
      register(['1', 'Ada', '2023-01-01', '2026-02-28']),
      entered(['1', 'Ada', '2023-01-01']),
      { ends: ['h0 2026-02-28'] },
    ],
    [
      'leave whoever the register does not name where they are',
      register(['1', 'Ada', '2023-01-01']),
      entered(['1', 'Ada', '2023-01-01'], ['2', 'Bo', '2023-01-01']),
      { found: 1 },
    ],
    [
      'move a person from one seat to another, when the old one is left',
      register(['2', 'Ada', '2023-01-01', '2026-02-28'], ['1', 'Ada', '2026-03-01']),
      entered(['2', 'Ada', '2023-01-01']),
      { takes: ['Ada 2026-03-01 –'], ends: ['h0 2026-02-28'] },
    ],
    [
      'change who is chair by new terms from the day',
      register(
        ['1', 'Ada', '2023-01-01', null, 'S', 'chair'],
        ['1', 'Ada', '2026-03-01'],
        ['2', 'Bo', '2023-01-01'],
        ['2', 'Bo', '2026-03-01', null, 'S', 'chair'],
      ),
      entered(['1', 'Ada', '2023-01-01', null, 'S', 'chair'], ['2', 'Bo', '2023-01-01']),
      { takes: ['Ada 2026-03-01 –', 'Bo 2026-03-01 –'], ends: ['h0 2026-02-28', 'h1 2026-02-28'] },
    ],
    [
      'let someone sit for a while',
      register(
        ['1', 'Ada', '2023-01-01'],
        ['1', 'Bo', '2026-03-01', '2026-06-30'],
        ['1', 'Ada', '2026-07-01'],
      ),
      entered(['1', 'Ada', '2023-01-01']),
      { takes: ['Bo 2026-03-01 2026-06-30', 'Ada 2026-07-01 –'], ends: ['h0 2026-02-28'] },
    ],
  ])('%s', (_what, terms, before, expected) => {
    const plan = planTerms(terms, before, []);
    expect({
      takes: plan.takes.map((term) => `${term.personId} ${term.validFrom} ${term.validTo ?? '–'}`),
      ends: plan.ends.map(({ id, validTo }) => `${id} ${validTo}`),
      found: plan.found,
      faults: plan.faults,
    }).toEqual({ takes: [], ends: [], found: 0, faults: [], ...expected });
  });

  it.each<[string, RegisterTerm[], EnteredTerm[], string[]]>([
    [
      'another party for a term that is entered',
      register(['1', 'Ada', '2023-01-01', null, 'M']),
      entered(['1', 'Ada', '2023-01-01']),
      ['0 party term-entered-otherwise'],
    ],
    [
      'another office for a term that is entered',
      register(['1', 'Ada', '2023-01-01', null, 'S', 'chair']),
      entered(['1', 'Ada', '2023-01-01']),
      ['0 office term-entered-otherwise'],
    ],
    [
      'another last day for a term that has ended',
      register(['1', 'Ada', '2023-01-01', '2026-03-31']),
      entered(['1', 'Ada', '2023-01-01', '2026-02-28']),
      ['0 until holder-already-ended'],
    ],
    [
      'no last day for a term that has ended',
      register(['1', 'Ada', '2023-01-01']),
      entered(['1', 'Ada', '2023-01-01', '2026-02-28'], ['1', 'Bo', '2026-03-01']),
      ['0 until holder-already-ended'],
    ],
    [
      'two on a seat, both with last days',
      register(['1', 'Ada', '2023-01-01', '2026-03-31'], ['1', 'Bo', '2026-03-01', '2026-12-31']),
      [],
      ['1 from seat-taken'],
    ],
    [
      'another from the same day as the one who sits',
      register(['1', 'Bo', '2023-01-01']),
      entered(['1', 'Ada', '2023-01-01']),
      ['0 from seat-taken'],
    ],
    [
      'a person on two seats, and two chairs',
      register(
        ['1', 'Ada', '2023-01-01', null, 'S', 'chair'],
        ['2', 'Ada', '2024-01-01'],
        ['3', 'Bo', '2024-01-01', null, 'S', 'chair'],
      ),
      [],
      ['1 person person-has-a-seat', '2 office chair-taken'],
    ],
    [
      'everything that is wrong with a term, and a last day before the first',
      register(['1', 'Ada', '2023-01-01', null, 'S', 'chair'], ['4', 'Bo', '2023-01-01', '2022-12-31']),
      entered(
        ['2', 'Ada', '2022-01-01'],
        ['1', 'Cia', '2023-01-01'],
        ['3', 'Dan', '2020-01-01', null, 'S', 'chair'],
      ),
      [
        '0 person person-has-a-seat',
        '0 from seat-taken',
        '0 office chair-taken',
        '1 until seat-period-reversed',
      ],
    ],
    [
      'a successor from before a meeting that was held',
      register(['1', 'Bo', '2026-02-01']),
      entered(['1', 'Ada', '2023-01-01']),
      ['0 from seat-held-at-meeting'],
    ],
    [
      'a last day before a meeting that was held',
      register(['1', 'Ada', '2023-01-01', '2026-02-19']),
      entered(['1', 'Ada', '2023-01-01']),
      ['0 until seat-held-at-meeting'],
    ],
    [
      'a seat that was empty at a meeting that was held',
      register(['1', 'Bo', '2026-02-20', '2026-02-20']),
      [],
      ['0 from seat-held-at-meeting'],
    ],
    [
      'nothing when the change comes the day after the meeting, or was over before it',
      register(
        ['1', 'Bo', '2026-02-21'],
        ['2', 'Cia', '2023-01-01', '2026-02-20'],
        ['3', 'Dan', '2019-01-01', '2022-12-31'],
      ),
      entered(['1', 'Ada', '2023-01-01'], ['2', 'Cia', '2023-01-01']),
      [],
    ],
  ])('say no to %s', (what, terms, before, expected) => {
    const { faults } = planTerms(terms, before, what.includes('meeting') ? [asDay('2026-02-20')] : []);
    expect(faults.map(({ row, field, refusal }) => `${row} ${field} ${refusal.code}`)).toEqual(expected);
  });
});
