import { placedByDay, workingCommitteeDay } from '../../../../domain/meetings/plan/deadlines';
import type { Day } from '../../../../domain/time/day';
import { lastOfficeDayBy } from '../../../../domain/time/holidays';
import { dayText, shortDayText } from '../../../../i18n/dates';
import type { Language } from '../../../../i18n/languages';
import { ruleText } from '../../../../i18n/rules';
import { text, type TextKey } from '../../../../i18n/texts';
import type { DeadlineRow } from '../../../../store/queries/meetings/plan/overview';
import type { Cell, DataList, Row } from '../../../render/lists';
import { reckonedDay, settledDeadline, type SettledDeadline } from './overview-after';
import type { MeetingFacts } from './overview-facts';

const deadlineNames: Readonly<Record<string, TextKey>> = {
  submission: 'meetings.deadlineSubmission',
  workingCommittee: 'meetings.deadlineWorkingCommittee',
  papers: 'meetings.deadlinePapers',
  summons: 'meetings.deadlineSummons',
  remoteRequest: 'meetings.deadlineRemoteRequest',
  session: 'meetings.deadlineSession',
  verification: 'meetings.deadlineVerification',
  notice: 'meetings.deadlineNotice',
  appealTime: 'meetings.deadlineAppealTime',
  reportBack: 'meetings.deadlineReportBack',
};

/** What a deadline is called. */
export function deadlineName(lang: Language, kind: string): string {
  const key = deadlineNames[kind];
  return key === undefined ? kind : text(lang, key);
}

/** Done on a day, passed without being done, or nothing to say yet. */
function stateOf(lang: Language, { day, doneOn }: SettledDeadline, today: Day): Cell {
  if (doneOn !== null) {
    const words = text(lang, 'meetings.deadlineDone', { day: shortDayText(lang, doneOn) });
    return { text: '', tag: { text: words, tone: 'success' } };
  }
  return day < today
    ? { text: '', tag: { text: text(lang, 'meetings.deadlinePassed'), tone: 'danger' } }
    : { text: '' };
}

/** The day of the working committee, which is reckoned and no row: nobody is asked anything when it passes. */
function committeeRow({ head, inForce }: MeetingFacts): DeadlineRow | null {
  const deadline = inForce === null ? null : workingCommitteeDay(inForce.rules, head.day);
  if (inForce === null || deadline === null) return null;
  return { kind: deadline.kind, day: deadline.day, rule: inForce.decidedBy, doneOn: null };
}

/** The meeting's deadlines: rows of those that stand, and what follows if every step takes its last day. */
export function deadlineList(lang: Language, facts: MeetingFacts, today: Day): DataList {
  const { deadlines, after, inForce } = facts;
  const t = (key: TextKey) => text(lang, key);
  const committee = committeeRow(facts);
  const standing = deadlines.filter(({ kind }) => kind in deadlineNames);
  const before = placedByDay(standing, committee).map((row): Row => {
    const office = lastOfficeDayBy(row.day);
    return {
      cells: [
        { text: deadlineName(lang, row.kind) },
        { text: dayText(lang, row.day), datetime: row.day },
        { text: row.kind === 'session' || office === row.day ? '' : dayText(lang, office) },
        { text: ruleText(lang, row.rule) ?? '' },
        row === committee ? { text: '' } : stateOf(lang, row, today),
      ],
    };
  });
  const later = after
    .filter(({ kind }) => !deadlines.some((row) => row.kind === kind))
    .map((row): Row => {
      const settled = settledDeadline(facts, row.kind, today);
      const day = settled?.day ?? reckonedDay(facts, row.kind) ?? row.day;
      const ends = settled !== null && row.kind === 'appealTime';
      return {
        cells: [
          { text: ends ? t('meetings.deadlineAppealEnds') : deadlineName(lang, row.kind) },
          { text: dayText(lang, day), datetime: day },
          { text: '' },
          { text: ruleText(lang, row.law ?? inForce?.decidedBy ?? '') ?? '' },
          settled === null
            ? { text: row.basis === 'meetingDate' ? '' : t('meetings.ifLastDay') }
            : stateOf(lang, settled, today),
        ],
      };
    });
  const rows = [...before, ...later];
  return {
    caption: t('meetings.deadlinesCaption'),
    columns: [
      { text: t('meetings.columnDeadline') },
      { text: t('meetings.columnDay') },
      { text: t('meetings.columnOfficeDay') },
      { text: t('meetings.columnRule') },
      { text: t('meetings.columnState') },
    ],
    rows,
    countText: '',
    empty: { title: '', text: '' },
  };
}
