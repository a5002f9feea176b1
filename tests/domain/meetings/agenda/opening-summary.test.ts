import { openingSummary } from '../../../../src/domain/meetings/agenda/opening-summary';

const item = (title: string, summary: string | null, ...names: string[]) => ({
  title,
  summary,
  presenters: names.map((name) => ({ name })),
});

describe('the summary that minutes begin from (M-9, M-20)', () => {
  it.each([
    ['says nothing where the agenda said nothing', item('Övriga frågor', null), [], ''],
    [
      'names who presented',
      item('Talflöde', 'Arton patienter.', 'Lina Strand', 'Petra Holmgren'),
      [],
      'Arton patienter.\n\nLina Strand och Petra Holmgren informerar.',
    ],
    [
      'keeps every sub-item with what it was about and its presenters',
      item('Muntlig information', null),
      [
        item('Funktionsrätt', 'Föreläsning.\n\nTvå delar.', 'Ada Ek', 'Bo Ask', 'Cia Lind'),
        item('Vad händer nu?', null),
      ],
      '- Funktionsrätt. Föreläsning. Två delar. Ada Ek, Bo Ask och Cia Lind informerar.\n- Vad händer nu?',
    ],
  ])('%s', (_what, own, subItems, expected) => {
    expect(openingSummary(own, subItems)).toBe(expected);
  });
});
