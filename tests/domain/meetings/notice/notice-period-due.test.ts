import {
  noticePeriodDue,
  type NoticePeriodFacts,
} from '../../../../src/domain/meetings/notice/notice-period-due';
import { dispatchDue, type DispatchFacts } from '../../../../src/domain/dispatch/dispatch-due';
import {
  substituteCallDue,
  type SubstituteCallState,
} from '../../../../src/domain/meetings/before/substitute-call-due';
import { postingsOf } from '../../../../src/domain/meetings/notice/board-postings';
import { asDay } from '../../../../src/domain/time/day';

const now = new Date('2026-03-06T12:00:00Z');
const before = new Date('2026-03-06T11:00:00Z');
const ahead = new Date('2026-03-27T23:00:00Z');

describe('what a notice owes now', () => {
  const posted: NoticePeriodFacts = {
    state: 'running',
    unmade: 0,
    unasked: 0,
    bounced: 0,
    reminders: [],
    endsAt: ahead,
    allDown: false,
    certificateMade: false,
  };
  it.each<[string, Partial<NoticePeriodFacts>, ReturnType<typeof noticePeriodDue>]>([
    [
      'the notices before anyone is asked to post them',
      { state: 'posting', unmade: 11, unasked: 11, endsAt: null },
      { ended: false, due: 'makeNotices', nextAt: null },
    ],
    [
      'the registrars when the notices are made',
      { state: 'posting', unasked: 3, endsAt: null },
      { ended: false, due: 'askRegistrars', nextAt: null },
    ],
    [
      'a call to the board that no letter reached, before the day has passed',
      { state: 'posting', bounced: 1, reminders: [ahead], endsAt: null },
      { ended: false, due: 'taskBounced', nextAt: null },
    ],
    [
      'a reminder whose moment has come',
      { state: 'posting', reminders: [before], endsAt: null },
      { ended: false, due: 'remindBoards', nextAt: null },
    ],
    [
      'nothing until the reminder',
      { state: 'posting', reminders: [ahead], endsAt: null },
      { ended: false, due: null, nextAt: ahead },
    ],
    ['nothing until the last day has passed', {}, { ended: false, due: null, nextAt: ahead }],
    ['the end of the appeal time', { endsAt: before }, { ended: false, due: 'endAppealTime', nextAt: null }],
    [
      "nothing while the court's answer is waited for",
      { state: 'appealTimeEnded' },
      { ended: false, due: null, nextAt: null },
    ],
    [
      'the certificate when the last board has taken it down',
      { state: 'appealTimeEnded', allDown: true },
      { ended: false, due: 'makeCertificate', nextAt: null },
    ],
    [
      'nothing more when all is done',
      { state: 'legalForce', allDown: true, certificateMade: true },
      { ended: true, due: null, nextAt: null },
    ],
    [
      'the boards still, though nobody appealed',
      { state: 'legalForce' },
      { ended: false, due: null, nextAt: null },
    ],
  ])('%s', (_what, facts, expected) => {
    expect(noticePeriodDue({ ...posted, ...facts }, now)).toEqual(expected);
  });
});

describe('what an extract owes now', () => {
  const sent: DispatchFacts = {
    closed: false,
    made: true,
    unsent: 0,
    outstanding: 12,
    bounced: 0,
    awaitsReceipts: true,
    awaitsReplies: false,
    reminders: [ahead],
  };
  it.each<[string, Partial<DispatchFacts>, ReturnType<typeof dispatchDue>]>([
    ['the document first', { made: false, unsent: 12 }, { ended: false, due: 'makeExtract', nextAt: null }],
    ['the letters', { unsent: 12 }, { ended: false, due: 'sendExtract', nextAt: null }],
    ['nothing until receipts are expected', {}, { ended: false, due: null, nextAt: ahead }],
    [
      'a reminder to those who have not answered',
      { reminders: [before] },
      { ended: false, due: 'remindReceipts', nextAt: null },
    ],
    ['its closing when all have it', { outstanding: 0 }, { ended: false, due: 'closeExtract', nextAt: null }],
    ['nothing more when closed', { closed: true }, { ended: true, due: null, nextAt: null }],
  ])('%s', (_what, facts, expected) => {
    expect(dispatchDue({ ...sent, ...facts }, now)).toEqual(expected);
  });
});

describe('what the call for a substitute owes now', () => {
  const asked = (answer: 'declined' | null, answerBy: Date) => ({ seatId: 's1', answer, answerBy });
  const call: SubstituteCallState = { state: 'asking', phase: 'summoned', asks: [] };
  it.each<[string, Partial<SubstituteCallState>, ReturnType<typeof substituteCallDue>]>([
    ['the first question', {}, { ended: false, due: 'advance', nextAt: null }],
    [
      'nothing while someone has time to answer',
      { asks: [asked(null, ahead)] },
      { ended: false, due: null, nextAt: ahead },
    ],
    [
      'the next in order when the time is out',
      { asks: [asked(null, before)] },
      { ended: false, due: 'advance', nextAt: null },
    ],
    [
      'the next in order after a no',
      { asks: [asked('declined', ahead)] },
      { ended: false, due: 'advance', nextAt: null },
    ],
    ['nothing when someone serves', { state: 'filled' }, { ended: true, due: null, nextAt: null }],
    ['nothing when the session has begun', { phase: 'inSession' }, { ended: true, due: null, nextAt: null }],
  ])('%s', (_what, facts, expected) => {
    expect(substituteCallDue({ ...call, ...facts }, now)).toEqual(expected);
  });
});

it('counts a notice that went up again as a posting of its own', () => {
  const board = {
    boardId: 'dalbo',
    statedDay: asDay('2026-03-06'),
    downDay: asDay('2026-04-20'),
    gaps: [
      { missingFrom: asDay('2026-03-10'), restoredOn: asDay('2026-03-12') },
      { missingFrom: asDay('2026-03-20'), restoredOn: null },
    ],
  };
  expect(postingsOf([board])).toEqual([
    { boardId: 'dalbo', statedDay: '2026-03-06', downDay: '2026-03-10' },
    { boardId: 'dalbo', statedDay: '2026-03-12', downDay: '2026-03-20' },
  ]);
  expect(postingsOf([{ ...board, statedDay: null }])).toEqual([]);
});
