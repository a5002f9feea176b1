import fc from 'fast-check';
import {
  correctPlan,
  placeYearlyItems,
  planByRule,
  planRuleFaults,
  type PlanRule,
} from '../../../../src/domain/meetings/plan/plan';
import { statedDates, wrongDates } from '../../../../src/domain/time/swedish-dates';
import { asDay, dayOfMonth, monthOf, weekday, type Weekday } from '../../../../src/domain/time/day';
import { codesOf } from '../../expect-refused';

const thirdFriday: PlanRule = { weekday: 5, occurrence: 3, months: [1, 2, 5] };

describe('case 10: the next meeting', () => {
  it('«Nästa sammanträde ska äga rum fredagen den 22 maj 2026 kl 09.00.» names the right weekday', () => {
    expect(statedDates('Nästa sammanträde ska äga rum fredagen den 22 maj 2026 kl 09.00.')).toEqual([
      {
        words: 'fredagen den 22 maj 2026',
        day: '2026-05-22',
        statedWeekday: 5,
        actualWeekday: 5,
        right: true,
      },
    ]);
  });

  it('lays out the third Friday of January, February and May', () => {
    expect(planByRule(thirdFriday, 2026)).toEqual(['2026-01-16', '2026-02-20', '2026-05-15']);
  });

  it('takes the days as decided by hand: Thursday 15 January, 20 February, 22 May', () => {
    const plan = correctPlan(planByRule(thirdFriday, 2026), [
      { from: asDay('2026-01-16'), to: asDay('2026-01-15') },
      { from: asDay('2026-05-15'), to: asDay('2026-05-22') },
    ]);
    expect(plan).toEqual([
      { day: '2026-01-15', byHand: true, nonWorking: null },
      { day: '2026-02-20', byHand: false, nonWorking: null },
      { day: '2026-05-22', byHand: true, nonWorking: null },
    ]);
    expect(weekday(asDay('2026-01-15'))).toBe(4);
  });
});

describe('the plan of a year (M-1)', () => {
  it('adds and drops days by hand, and shows a day when offices are closed', () => {
    const plan = correctPlan(planByRule(thirdFriday, 2026), [
      { from: asDay('2026-02-20'), to: null },
      { from: null, to: asDay('2026-06-19') },
    ]);
    expect(plan.map(({ day, nonWorking }) => [day, nonWorking])).toEqual([
      ['2026-01-16', null],
      ['2026-05-15', null],
      ['2026-06-19', 'midsummerEve'],
    ]);
  });

  it('counts the last weekday of a month, December too', () => {
    const rule: PlanRule = { weekday: 4, occurrence: 'last', months: [12, 2, 2] };
    expect(planByRule(rule, 2026)).toEqual(['2026-02-26', '2026-12-31']);
  });

  it('gives in every month the weekday asked for, in its right week', () => {
    const rule = fc.record({
      weekday: fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday),
      occurrence: fc.constantFrom(1, 2, 3, 4, 'last') as fc.Arbitrary<PlanRule['occurrence']>,
      months: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 }),
    });
    fc.assert(
      fc.property(rule, fc.integer({ min: 2000, max: 2060 }), (planRule, year) => {
        const days = planByRule(planRule, year);
        expect(days.map(monthOf)).toEqual([...planRule.months].sort((a, b) => a - b));
        for (const day of days) {
          expect(weekday(day)).toBe(planRule.weekday);
          const week = Math.ceil(dayOfMonth(day) / 7);
          if (planRule.occurrence === 'last') expect(week).toBeGreaterThanOrEqual(4);
          else expect(week).toBe(planRule.occurrence);
        }
      }),
    );
  });

  it('tells all faults of a rule at once', () => {
    expect(planRuleFaults(thirdFriday)).toEqual([]);
    expect(codesOf(planRuleFaults({ ...thirdFriday, months: [] }))).toEqual(['plan-without-months']);
    expect(codesOf(planRuleFaults({ ...thirdFriday, months: [0, 5, 13] }))).toEqual([
      'plan-month-unknown',
      'plan-month-unknown',
    ]);
  });

  it('puts yearly items on the first meeting in or after their month', () => {
    const meetings = ['2026-05-22', '2026-02-20', '2026-09-18', '2027-01-15'].map(asDay);
    const items = [
      { key: 'annualReport', month: 2 },
      { key: 'interimReport', month: 6 },
      { key: 'budget', month: 11 },
    ];
    expect(placeYearlyItems(items, 2026, meetings)).toEqual([
      { key: 'annualReport', day: '2026-02-20' },
      { key: 'interimReport', day: '2026-09-18' },
      { key: 'budget', day: null },
    ]);
  });
});

describe('dates with weekdays in a text', () => {
  it.each([
    ['torsdagen den 22 maj 2026', '2026-05-22', false],
    ['Måndag 26 januari 2026', '2026-01-26', true],
    ['fredagen den 31 april 2026', null, false],
  ])('%s is %s, right: %s', (words, day, right) => {
    expect(statedDates(`Mötet hålls ${words}.`)).toMatchObject([{ words, day, right }]);
  });

  it('are told once each where they are wrong, in any of the texts', () => {
    const wrong = 'torsdagen den 22 maj 2026';
    const texts = [`Mötet är ${wrong}.`, null, `Svar ${wrong}, beslut fredagen den 22 maj 2026.`];
    expect(wrongDates(texts).map(({ words }) => words)).toEqual([wrong]);
  });

  it('finds several, and none where no weekday is named', () => {
    expect(statedDates('måndagen den 2 februari 2026 och tisdagen den 3 februari 2026')).toHaveLength(2);
    expect(statedDates('Beslutet gäller från och med 2026-03-01, senast den 1 mars 2026.')).toEqual([]);
  });
});
