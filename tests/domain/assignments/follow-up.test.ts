import { followUpProposal, seasonOf } from '../../../src/domain/assignments/follow-up';
import { asDay } from '../../../src/domain/time/day';
import { boardRules } from '../meetings/rules';

describe('what vague words mean (M-13)', () => {
  it.each([
    ['hösten 2026', '2026-07-01', '2026-12-31'],
    ['presenteras under hösten 2026.', '2026-07-01', '2026-12-31'],
    ['Våren 2027', '2027-01-01', '2027-06-30'],
    ['vår 2027', '2027-01-01', '2027-06-30'],
    ['under maj 2026', '2026-05-01', '2026-05-31'],
    ['februari 2028', '2028-02-01', '2028-02-29'],
    ['andra kvartalet 2026', '2026-04-01', '2026-06-30'],
    ['fjärde kvartalet 2026', '2026-10-01', '2026-12-31'],
    ['under året 2026', '2026-01-01', '2026-12-31'],
    ['år 2027', '2027-01-01', '2027-12-31'],
    ['2026-09-18', '2026-09-18', '2026-09-18'],
  ])('%s: from %s to %s', (words, from, to) => {
    expect(seasonOf(words)).toEqual({ from, to });
  });

  it.each(['snarast', 'så snart som möjligt', 'protokoll 2026', 'hösten', ''])(
    '%j names no time',
    (words) => {
      expect(seasonOf(words)).toBeUndefined();
    },
  );
});

describe('the concrete day that is proposed', () => {
  const planned = ['2026-02-20', '2026-05-22', '2026-09-18', '2026-11-20', '2027-01-15'].map(asDay);
  const today = asDay('2026-02-20');

  it("is the paper deadline of the body's last planned meeting in the season", () => {
    expect(followUpProposal('hösten 2026', boardRules, planned, today)).toEqual({
      season: { from: '2026-07-01', to: '2026-12-31' },
      proposedDay: '2026-11-13',
      meetingDay: '2026-11-20',
    });
    expect(followUpProposal('våren 2026', boardRules, planned, today)?.proposedDay).toBe('2026-05-15');
  });

  it('is none when no meeting is planned in the season, or its papers are out already', () => {
    expect(followUpProposal('hösten 2027', boardRules, planned, today)).toMatchObject({ proposedDay: null });
    expect(followUpProposal('februari 2026', boardRules, planned, today)).toMatchObject({
      proposedDay: null,
      meetingDay: null,
    });
  });

  it('is left to the secretary when the words name no time', () => {
    expect(followUpProposal('snarast', boardRules, planned, today)).toBeUndefined();
  });
});
