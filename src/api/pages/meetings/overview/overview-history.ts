import { shortMomentText } from '../../../../i18n/dates';
import { text, type TextKey } from '../../../../i18n/texts';
import { readDoneActs } from '../../../../store/queries/meetings/plan/overview';
import type { ReadContext } from '../../../context';
import type { Timeline } from '../../../render/components';

/** The acts that a meeting's history tells; others, such as a mark that a day has passed, are left out. */
const actWords = {
  changeMeeting: 'meetings.actChangeMeeting',
  askForApproval: 'meetings.actAskForApproval',
  approveAgenda: 'meetings.actApproveAgenda',
  returnAgenda: 'meetings.actReturnAgenda',
  issueSummons: 'meetings.actIssueSummons',
  mailSummons: 'meetings.actMailSummons',
  reportAbsence: 'meetings.actReportAbsence',
  withdrawAbsence: 'meetings.actWithdrawAbsence',
  openMeeting: 'meetings.actOpenMeeting',
  closeMeeting: 'meetings.actCloseMeeting',
  sendToVerification: 'meetings.actSendToVerification',
  takeBackMinutes: 'meetings.actTakeBackMinutes',
  signMinutes: 'meetings.actSignMinutes',
  fileVerifiedMinutes: 'meetings.actVerified',
  askRegistrars: 'meetings.actAskRegistrars',
  confirmPosting: 'meetings.actConfirmPosting',
  confirmPostingByLink: 'meetings.actConfirmPosting',
  correctPosting: 'meetings.actCorrectPosting',
  correctPostingByLink: 'meetings.actCorrectPosting',
  correctTakeDown: 'meetings.actCorrectTakeDown',
  reportNoticeMissing: 'meetings.actNoticeMissing',
  restorePosting: 'meetings.actRestorePosting',
  takeDownNotice: 'meetings.actTakeDown',
  takeDownNoticeByLink: 'meetings.actTakeDown',
  fileNoticeCertificate: 'meetings.actCertificate',
  certifyExtracts: 'meetings.actCertifyExtracts',
  endAppealTime: 'meetings.actEndAppealTime',
  recordCourtAnswer: 'meetings.actRecordCourtAnswer',
  endMeeting: 'meetings.actEndMeeting',
} as const satisfies Readonly<Record<string, TextKey>>;

const told = Object.keys(actWords) as (keyof typeof actWords)[];

/** What has happened with a meeting, newest first; undefined before anything has. */
export async function historyOf({ em, lang }: ReadContext, meetingId: string): Promise<Timeline | undefined> {
  const acts = await readDoneActs(em, meetingId, told);
  if (acts.length === 0) return undefined;
  return {
    entries: acts.map(({ act, at, by, board }) => {
      const title = text(lang, actWords[act]);
      const entry = {
        title: board === null ? title : text(lang, 'meetings.actAtBoard', { act: title, board }),
        datetime: at.toISOString(),
        when: shortMomentText(lang, at),
      };
      return by === null ? entry : { ...entry, by };
    }),
  };
}
