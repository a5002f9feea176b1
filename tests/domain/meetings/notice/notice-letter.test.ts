import { appealTime, type AppealTime } from '../../../../src/domain/meetings/notice/appeal-time';
import { noticeToMake, printsOtherTakeDown } from '../../../../src/domain/meetings/notice/notice-letter';
import type { NoticeState } from '../../../../src/domain/meetings/notice/notices';
import { asDay, type Day } from '../../../../src/domain/time/day';

// KL 8:12, 13:5; M-11. Two boards with the common day Friday 6 March: "tas ned tidigast" Saturday 28 March.

const day = (value: string | null): Day | null => (value === null ? null : asDay(value));

/** The time when the two boards have stated these days. */
const time = (one: string | null, other: string | null): AppealTime =>
  appealTime(
    ['one', 'other'],
    [
      { boardId: 'one', statedDay: day(one), downDay: null },
      { boardId: 'other', statedDay: day(other), downDay: null },
    ].flatMap(({ statedDay, ...rest }) => (statedDay === null ? [] : [{ statedDay, ...rest }])),
    3,
  );

type Own = Readonly<{
  stated: string | null;
  printed: string | null;
  takeDown: string | null;
  down?: string;
}>;
const board = ({ stated, printed, takeDown, down }: Own) => ({
  statedDay: day(stated),
  printedDay: day(printed),
  printedTakeDown: day(takeDown),
  downDay: day(down ?? null),
});
const common: Own = { stated: '2026-03-06', printed: '2026-03-06', takeDown: '2026-03-28' };

describe('the notice of a board', () => {
  it.each<[string, Own, NoticeState, AppealTime, { postedDay: string; earliestTakeDown: string } | null]>([
    [
      'is made with the common day before anyone has posted',
      { stated: null, printed: null, takeDown: null },
      'posting',
      time(null, null),
      { postedDay: '2026-03-06', earliestTakeDown: '2026-03-28' },
    ],
    ['stands while another board is waited for', common, 'posting', time('2026-03-06', null), null],
    [
      'is made with its own day when it posted on another',
      { ...common, stated: '2026-03-09' },
      'posting',
      time('2026-03-09', null),
      { postedDay: '2026-03-09', earliestTakeDown: '2026-03-31' },
    ],
    ['stands when all posted on the common day', common, 'running', time('2026-03-06', '2026-03-06'), null],
    [
      'keeps its own day and gets the counted one when another board was late',
      common,
      'running',
      time('2026-03-06', '2026-03-09'),
      { postedDay: '2026-03-06', earliestTakeDown: '2026-03-31' },
    ],
    [
      'stands when it states the counted day already',
      { ...common, takeDown: '2026-03-31' },
      'running',
      time('2026-03-06', '2026-03-09'),
      null,
    ],
    // Saturday, Sunday and Monday end on the same Monday (1930:173 2 §): 28 and 29 March are moved to the 30th.
    [
      'stands when the other day ends the time on the same day',
      { stated: '2026-03-07', printed: '2026-03-07', takeDown: '2026-03-31' },
      'running',
      time('2026-03-07', '2026-03-09'),
      null,
    ],
    [
      'stands when a counted time came to nothing, until the new one is known',
      { ...common, takeDown: '2026-03-31' },
      'posting',
      time('2026-03-06', null),
      null,
    ],
    ['stands when the time has ended', common, 'appealTimeEnded', time('2026-03-06', '2026-03-09'), null],
    [
      'stands when it is down',
      { ...common, down: '2026-04-01' },
      'running',
      time('2026-03-06', '2026-03-09'),
      null,
    ],
  ])('%s', (_what, own, state, counted, expected) => {
    const made = noticeToMake(board(own), { postingDay: asDay('2026-03-06'), state }, counted, 3);
    expect(made).toEqual(expected === null ? null : expect.objectContaining(expected));
  });

  it('that was never made says nothing wrong', () => {
    const unmade = board({ stated: '2026-03-06', printed: null, takeDown: null });
    expect(printsOtherTakeDown(unmade, time('2026-03-06', '2026-03-09'))).toBe(false);
  });
});
