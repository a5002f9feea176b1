import { linkTokenHash } from '../../../commands/notifications/one-time-links';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import { text } from '../../../i18n/texts';
import {
  isPostingLink,
  noticeOfPosting,
  postingAccess,
  postingVersion,
  readNoticeHead,
} from '../../../store/queries/meetings/notice/notice-page';
import { readNoticeBoards } from '../../../store/queries/meetings/notice/notice-boards';
import { readMeetingHead } from '../../../store/queries/meetings/plan/overview';
import { rulesOfMeeting } from '../../../store/queries/meetings/plan/plan-rules';
import { readDocumentBytes, versionById } from '../../../store/queries/register/versions';
import { dayText } from '../../../i18n/dates';
import type { ReadContext } from '../../context';
import { paths } from '../../paths';
import { file, page, type PageContent, type ReadRoute } from '../../route';
import { boardState, boardTag, timeOf } from '../meetings/notice/notice-words';
import { postingMain } from './posting-main';
import { linkSides, postingSides } from './posting-sides';

const ofPosting = {
  act: 'notice.confirm',
  object: ({ em }: ReadContext, { postingId }: { readonly postingId: string }) =>
    postingAccess(em, postingId),
} as const;

/** M-11: one board, from the registrar's task: the notice to post and the one thing to confirm now. */
const postingPage = page({
  path: paths.posting,
  permission: ofPosting,
  auditEvent: 'readPosting',
  template: 'registrar/posting',
  view: (context, { postingId }) => contentOf(context, postingId, null),
});

/** The same from the one-time link in the letter, without an account: the acts are shown to whoever got the letter. */
const postingByLinkPage = page({
  path: paths.postingByLink,
  permission: 'public',
  auditEvent: 'readPostingByLink',
  template: 'registrar/posting',
  audience: 'public',
  view: async (context, { postingId, token }) =>
    (await isPostingLink(context.em, postingId, linkTokenHash(token)))
      ? contentOf(context, postingId, token)
      : refuse('not-found'),
});

/** @param token the proof of a one-time link; null where the reader is signed in */
async function contentOf(
  context: ReadContext,
  postingId: string,
  token: string | null,
): Promise<PageContent<object> | Refusal> {
  const { em, lang, today } = context;
  const noticeId = await noticeOfPosting(em, postingId);
  const head = noticeId === null ? null : await readNoticeHead(em, noticeId);
  const boards = head === null ? [] : await readNoticeBoards(em, head.id);
  const board = boards.find((each) => each.postingId === postingId);
  const meeting = head === null ? null : await readMeetingHead(em, head.meetingId);
  const inForce = meeting === null ? null : await rulesOfMeeting(em, meeting);
  if (head === null || board === undefined || inForce === null) return refuse('not-found');
  const state = boardState(board, head.lastDay, today);
  const time = timeOf(boards, inForce.rules.appealWeeks);
  const made = (await postingVersion(em, postingId)) !== null;
  const facts = { head, board, state, time, token };
  return {
    title: text(lang, 'notices.postingTitle', { principal: board.principal }),
    owner: head.body,
    heading: {
      eyebrow: text(lang, 'notices.eyebrow', { body: head.body }),
      state: boardTag(lang, state),
      lead: text(lang, 'notices.postingOf', { body: head.body, day: dayText(lang, head.meetingDay) }),
      facts: [{ term: text(lang, 'notices.columnAddress'), text: board.address }],
    },
    view: {
      main: postingMain(context, facts),
      files: made
        ? [
            {
              name: text(lang, 'notices.postingFile'),
              href: paths.postingFile.to({ postingId }),
              facts: text(lang, 'notices.postingFileFacts'),
            },
          ]
        : undefined,
      ...(token === null ? postingSides(context, facts) : linkSides(context, facts)),
    },
  };
}

/** The board's own notice as PDF: public, as it is on the board. */
const postingFile = file({
  path: paths.postingFile,
  permission: 'public',
  auditEvent: 'readPostingFile',
  view: async ({ em }, { postingId }) => {
    const versionId = await postingVersion(em, postingId);
    const version = versionId === null ? null : await versionById(em, versionId);
    const bytes = version === null ? null : await readDocumentBytes(em, version.id);
    if (version === null || bytes === null) return refuse('not-found');
    return { bytes, mediaType: version.mediaType, name: version.fileName, sha256: version.sha256 };
  },
});

export const postingRoutes: readonly ReadRoute[] = [postingPage, postingByLinkPage, postingFile];
