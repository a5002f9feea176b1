import { canRecordCourtAnswer } from '../../../../domain/meetings/notice/notices';
import type { RulesOfProcedure } from '../../../../domain/bodies/rules-of-procedure';
import { refuse } from '../../../../domain/refusals/refusal';
import { addDays } from '../../../../domain/time/day';
import type { Language } from '../../../../i18n/languages';
import { text } from '../../../../i18n/texts';
import { readNoticeBoards } from '../../../../store/queries/meetings/notice/notice-boards';
import {
  noticeAccess,
  readNoticeHead,
  readNoticeParagraphs,
} from '../../../../store/queries/meetings/notice/notice-page';
import { readMeetingHead } from '../../../../store/queries/meetings/plan/overview';
import { rulesOfMeeting } from '../../../../store/queries/meetings/plan/plan-rules';
import { formFields } from '../../../forms';
import { paths } from '../../../paths';
import { refusalWords } from '../../../refusal-words';
import { page, type ReadRoute } from '../../../route';
import { noticeTag, timeOf } from './notice-words';
import { meetingCrumbs } from '../overview/overview-head';

/** M-11: the court's answer, with day and reference: none, or appealed per paragraph with case number and stay. */
const courtPage = page({
  path: paths.courtAnswer,
  permission: { act: 'court.record', object: ({ em }, { noticeId }) => noticeAccess(em, noticeId) },
  auditEvent: 'readCourtAnswer',
  template: 'meetings/notice-court',
  view: async (context, { noticeId }) => {
    const { em, lang, today } = context;
    const head = await readNoticeHead(em, noticeId);
    const meeting = head === null ? null : await readMeetingHead(em, head.meetingId);
    const inForce = meeting === null ? null : await rulesOfMeeting(em, meeting);
    if (head === null || meeting === null || inForce === null) return refuse('not-found');
    const time = timeOf(await readNoticeBoards(em, noticeId), inForce.rules.appealWeeks);
    const after = time.state === 'counted' ? addDays(time.endsOn, 1) : today;
    const probe = { day: today > after ? today : after, appealed: false, reference: '-', caseNumbers: 0 };
    const verdict = canRecordCourtAnswer(head.state, time, probe, today);
    const form = formFields(context.form, 'recordCourtAnswer');
    const paragraphs = await readNoticeParagraphs(em, head.minutesId);
    const here = paths.notice.to({ noticeId });
    return {
      title: text(lang, 'notices.courtTitle'),
      heading: {
        eyebrow: text(lang, 'notices.eyebrow', { body: head.body }),
        state: noticeTag(lang, head.state),
        lead: [text(lang, 'notices.courtLead'), ...whom(lang, inForce.rules)].join(' '),
      },
      breadcrumbs: [...meetingCrumbs(lang, meeting), { text: text(lang, 'notices.boardTitle'), href: here }],
      view: {
        ...(verdict.ok ? {} : { blocked: refusalWords(lang, verdict).detail }),
        id: form.id,
        postTo: form.postTo,
        page: paths.courtAnswer.to({ noticeId }),
        next: here,
        noticeId,
        version: head.version,
        day: form.field('day', today),
        reference: form.field('reference', ''),
        appealed: { ...form.field('appealed', ''), checked: form.ticked('appealed', false) },
        open: form.refused,
        rows: paragraphs.map(({ id, number, title }, index) => ({
          paragraph: {
            ...form.field(`appeals[${index}].paragraphId`, ''),
            value: id,
            label: text(lang, 'notices.courtParagraph', { number, title }),
            checked: form.ticked(`appeals[${index}].paragraphId`, false, id),
          },
          caseNumber: form.field(`appeals[${index}].caseNumber`, ''),
          stay: {
            ...form.field(`appeals[${index}].stay`, ''),
            checked: form.ticked(`appeals[${index}].stay`, false),
          },
        })),
      },
    };
  },
});

/** The court that the rules of procedure name, with its address. */
function whom(lang: Language, { appealCourt, appealCourtAddress }: RulesOfProcedure): string[] {
  return appealCourt === null
    ? []
    : [text(lang, 'notices.courtWhom', { court: appealCourt, address: appealCourtAddress.join(', ') })];
}

export const courtRoutes: readonly ReadRoute[] = [courtPage];
