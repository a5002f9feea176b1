import type { CommandName } from '../../../contracts/commands';
import type { AppealTime } from '../../../domain/meetings/notice/appeal-time';
import type { Day } from '../../../domain/time/day';
import { dayText } from '../../../i18n/dates';
import { text, type TextKey } from '../../../i18n/texts';
import type { NoticeBoard } from '../../../store/queries/meetings/notice/notice-boards';
import type { NoticeHead } from '../../../store/queries/meetings/notice/notice-page';
import type { ReadContext } from '../../context';
import { formFields, type FieldWords } from '../../forms';
import { paths } from '../../paths';
import type { BoardState } from '../meetings/notice/notice-words';

/** What a board's page is made from. */
export interface PostingFacts {
  readonly head: NoticeHead;
  readonly board: NoticeBoard;
  readonly state: BoardState;
  readonly time: AppealTime;
  /** The proof of a one-time link; null where the reader is signed in. */
  readonly token: string | null;
}

/** The one thing of a board now: a heading, a sentence, and where something is to be confirmed a day and a button. */
export interface PostingMain {
  readonly title: string;
  readonly text: string;
  readonly form?: PostingForm;
}

export interface PostingForm {
  readonly id: string;
  readonly postTo: string;
  readonly page: string;
  readonly hidden: readonly { readonly name: string; readonly value: string | number }[];
  readonly day: FieldWords & { readonly label: string; readonly min?: string; readonly max?: string };
  readonly act: string;
}

/** M-11: confirm the posting, post it again, take it down, or nothing. */
export function postingMain(context: ReadContext, facts: PostingFacts): PostingMain {
  const { lang, today } = context;
  const { head, board, state, time, token } = facts;
  const day = (value: NoticeHead['postingDay']) => dayText(lang, value);
  const counted = time.state === 'counted' ? time : null;
  switch (state) {
    case 'waiting':
    case 'late':
      return {
        title: text(lang, 'notices.confirmTitle'),
        text: text(lang, confirmWords(head.postingDay, today), { day: day(head.postingDay) }),
        form: {
          ...dayForm(
            context,
            facts,
            token === null ? 'confirmPosting' : 'confirmPostingByLink',
            'statedDay',
            {
              // The day on the notice; while it has not come there is no day yet that could be confirmed.
              stored: head.postingDay > today ? '' : head.postingDay,
              label: text(lang, 'notices.confirmLabel'),
              min: head.verifiedOn,
            },
          ),
          act: text(lang, 'notices.confirmAct'),
        },
      };
    case 'missing': {
      const from = board.gaps.at(-1)?.missingFrom ?? head.postingDay;
      return {
        title: text(lang, 'notices.missingTitle'),
        text: text(lang, 'notices.missingText', { day: day(from) }),
        ...(token === null
          ? {
              form: {
                ...dayForm(context, facts, 'restorePosting', 'restoredOn', {
                  stored: today,
                  label: text(lang, 'notices.restoreLabel'),
                  min: from,
                }),
                act: text(lang, 'notices.restoreAct'),
              },
            }
          : {}),
      };
    }
    case 'up':
      if (counted !== null && today >= counted.earliestTakeDown) {
        return {
          title: text(lang, 'notices.downTitle'),
          text: text(lang, 'notices.downText', { day: day(counted.earliestTakeDown) }),
          form: {
            ...dayForm(
              context,
              facts,
              token === null ? 'takeDownNotice' : 'takeDownNoticeByLink',
              'downDay',
              {
                stored: today,
                label: text(lang, 'notices.downLabel'),
                min: counted.earliestTakeDown,
              },
            ),
            act: text(lang, 'notices.downAct'),
          },
        };
      }
      return {
        title: text(lang, 'notices.upTitle'),
        text:
          counted === null
            ? text(lang, 'notices.upText', { day: day(board.statedDay ?? head.postingDay) })
            : text(lang, 'notices.upUntilText', {
                day: day(board.statedDay ?? head.postingDay),
                down: day(counted.earliestTakeDown),
              }),
      };
    case 'down':
      return {
        title: text(lang, 'notices.doneTitle'),
        text: text(lang, 'notices.doneText', {
          day: day(board.statedDay ?? head.postingDay),
          down: day(board.downDay ?? head.postingDay),
        }),
      };
  }
}

/** What the registrar is told before, on and after the day that the notice states. */
function confirmWords(postingDay: Day, today: Day): TextKey {
  if (today < postingDay) return 'notices.confirmEarlyText';
  return today === postingDay ? 'notices.confirmText' : 'notices.confirmLateText';
}

/** A form of one day about the board, by the reader's way in. */
export function dayForm(
  { form: posted, today }: ReadContext,
  { board, token }: PostingFacts,
  command: CommandName,
  name: string,
  day: { readonly stored: string; readonly label: string; readonly min: string; readonly max?: string },
): Omit<PostingForm, 'act'> {
  const form = formFields(posted, command);
  const { postingId } = board;
  return {
    id: form.id,
    postTo: form.postTo,
    page: token === null ? paths.posting.to({ postingId }) : paths.postingByLink.to({ postingId, token }),
    hidden: [
      { name: 'postingId', value: postingId },
      token === null ? { name: 'version', value: board.version } : { name: 'token', value: token },
    ],
    day: { ...form.field(name, day.stored), label: day.label, min: day.min, max: day.max ?? today },
  };
}
