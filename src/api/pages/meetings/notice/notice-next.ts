import { may } from '../../../../domain/access/may';
import { dayText } from '../../../../i18n/dates';
import { listText } from '../../../../i18n/numbers';
import { text } from '../../../../i18n/texts';
import type { NoticeLetter } from '../../../../store/queries/meetings/notice/notice-letter';
import type { NoticeHead } from '../../../../store/queries/meetings/notice/notice-page';
import type { ReadContext } from '../../../context';
import { paths } from '../../../paths';
import type { NextStep } from '../../../render/components';
import { deadlineWords } from '../overview/overview-head';

/** What happens next with a notice. Before the court's answer nothing says laga kraft (M-11). */
export function noticeNext(
  { lang, today, holder }: ReadContext,
  head: NoticeHead,
  { boards, times }: NoticeLetter,
): NextStep {
  const time = times.findLast(({ annulled }) => !annulled);
  switch (head.state) {
    case 'posting': {
      const missing = boards.filter(
        ({ statedDay, gaps }) => statedDay === null || gaps.at(-1)?.restoredOn === null,
      );
      return {
        title: text(lang, 'notices.postTitle'),
        text: text(lang, 'notices.postText', {
          done: boards.length - missing.length,
          count: boards.length,
          missing: listText(
            lang,
            missing.map(({ principal }) => principal),
          ),
        }),
        who: text(lang, 'notices.whoRegistrars'),
        rule: text(lang, 'notices.postRule'),
        consequence: text(lang, 'notices.postConsequence'),
        ...(head.lastDay === null ? {} : { deadline: deadlineWords(lang, head.lastDay, today) }),
      };
    }
    case 'running':
      return {
        title: text(lang, 'notices.runningTitle'),
        who: text(lang, 'notices.whoSystem'),
        rule: 'KL 13:5',
        ...(time === undefined
          ? {}
          : {
              text: text(lang, 'notices.runningText', {
                from: dayText(lang, time.startsOn),
                until: dayText(lang, time.endsOn),
              }),
              deadline: deadlineWords(lang, time.endsOn, today),
            }),
      };
    case 'appealTimeEnded':
      return {
        title: text(lang, 'notices.askTitle'),
        text: text(lang, 'notices.askText'),
        who: text(lang, 'notices.whoSecretary'),
        rule: 'KL 13:5',
        ...(may(holder, 'court.record', { bodyId: head.bodyId }, today).ok
          ? {
              action: {
                text: text(lang, 'notices.askAct'),
                href: paths.courtAnswer.to({ noticeId: head.id }),
              },
            }
          : {}),
      };
    case 'legalForce':
    case 'appealed':
      return {
        title: text(lang, 'notices.answeredTitle'),
        text: text(lang, head.state === 'legalForce' ? 'notices.legalForceText' : 'notices.appealedText'),
      };
  }
}
