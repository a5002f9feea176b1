import { formatParagraphRange } from '../../../domain/meetings/minutes/paragraph-reference';
import { dayText } from '../../../i18n/dates';
import type { Language } from '../../../i18n/languages';
import { text } from '../../../i18n/texts';
import { readPublicNotices, type PublicNotice } from '../../../store/queries/meetings/notice/public-board';
import { readPublishedCalendars } from '../../../store/queries/meetings/plan/plan-year';
import type { ReadContext } from '../../context';
import { paths } from '../../paths';
import { feed, page, type ReadRoute } from '../../route';
import { noticeTag } from '../meetings/notice/notice-words';

/** KL 8:9-11, M-16: the notices of all bodies, with where the minutes are and how they are appealed. */
const boardPage = page({
  path: paths.noticeBoard,
  permission: 'public',
  auditEvent: 'readNoticeBoard',
  template: 'public/notice-board',
  audience: 'public',
  view: async (context) => {
    const { lang } = context;
    const notices = await listed(context);
    const words = (which: readonly PublicNotice[]) => which.map((notice) => noticeView(lang, notice));
    return {
      title: text(lang, 'notices.boardTitle'),
      heading: { lead: text(lang, 'notices.boardLead') },
      view: {
        now: words(notices.filter(({ takenDownOn }) => takenDownOn === null)),
        before: words(notices.filter(({ takenDownOn }) => takenDownOn !== null)),
        empty: { title: text(lang, 'notices.boardEmptyTitle'), text: text(lang, 'notices.boardEmptyText') },
        howTo: paths.howToAppeal.to(),
        calendars: (await readPublishedCalendars(context.em)).map(({ name, slug }) => ({
          text: text(lang, 'plan.calendarTitle', { body: name }),
          href: paths.calendar.to({ slug }),
        })),
        rss: paths.noticeBoardRss.to(),
        json: paths.noticeBoardJson.to(),
      },
    };
  },
});

function listed({ em, today }: ReadContext): Promise<PublicNotice[]> {
  return readPublicNotices(em, today);
}

/** A notice in finished words: body, meeting day, §§, verification day, posting day, where the minutes are. */
export function noticeView(lang: Language, notice: PublicNotice) {
  const { body, meetingDay, verifiedOn, postingDay, startsOn, endsOn, host, hostMailbox, minutesId } = notice;
  const { court, courtAddress } = notice;
  return {
    id: notice.id,
    title: text(lang, 'notices.noticeOf', { body, day: dayText(lang, meetingDay) }),
    tag: noticeTag(lang, notice.state),
    range: formatParagraphRange(notice.paragraphs),
    lines: [
      text(lang, 'notices.noticeVerified', { day: dayText(lang, verifiedOn) }),
      startsOn === null
        ? text(lang, 'notices.noticePosted', { day: dayText(lang, postingDay) })
        : text(lang, 'notices.noticeUp', { day: dayText(lang, startsOn) }),
      ...(endsOn === null ? [] : [text(lang, 'notices.noticeEnds', { day: dayText(lang, endsOn) })]),
      text(lang, 'notices.noticeKept', { host, mailbox: hostMailbox }),
      ...(court === null
        ? []
        : [text(lang, 'notices.noticeCourt', { court, address: courtAddress.join(', ') })]),
    ],
    ...(notice.published ? { href: paths.publicMinutes.to({ minutesId }) } : {}),
  };
}

/** The same for feed readers. */
const rssFeed = feed({
  path: paths.noticeBoardRss,
  permission: 'public',
  auditEvent: 'readNoticeBoardRss',
  view: async (context) => ({
    body: rss(context, await listed(context)),
    mediaType: 'application/rss+xml; charset=utf-8',
  }),
});

const escaped: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const xml = (words: string): string => words.replace(/[&<>"']/g, (sign) => escaped[sign] ?? sign);

function rss({ lang, site }: ReadContext, notices: readonly PublicNotice[]): string {
  const items = notices.map((notice) => {
    const { title, lines, range, href } = noticeView(lang, notice);
    // Only what can be read: the copy of the minutes is made a while after the notice.
    const link = href === undefined ? '' : `<link>${xml(`${site.publicUrl}${href}`)}</link>`;
    const at = new Date(`${notice.verifiedOn}T12:00:00Z`).toUTCString();
    return `<item><title>${xml(title)}</title>${link}<guid isPermaLink="false">${notice.id}</guid><pubDate>${at}</pubDate><description>${xml([range, ...lines].join('. '))}</description></item>`;
  });
  const board = `${site.publicUrl}${paths.noticeBoard.to()}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>${xml(text(lang, 'notices.feedTitle'))}</title><link>${xml(board)}</link><description>${xml(text(lang, 'notices.boardLead'))}</description>${items.join('')}</channel></rss>\n`;
}

/** The same as open data (law.md J1): days and paragraphs, no personal data. */
const jsonFeed = feed({
  path: paths.noticeBoardJson,
  permission: 'public',
  auditEvent: 'readNoticeBoardJson',
  view: async (context) => ({
    body: JSON.stringify({
      notices: (await listed(context)).map((notice) => ({
        id: notice.id,
        body: notice.body,
        meetingDate: notice.meetingDay,
        paragraphs: notice.paragraphs,
        verificationDate: notice.verifiedOn,
        postingDay: notice.postingDay,
        appealTimeStarts: notice.startsOn,
        appealTimeEnds: notice.endsOn,
        state: notice.state,
        appealCourt: notice.court,
        appealCourtAddress: notice.courtAddress,
        minutes: notice.published
          ? `${context.site.publicUrl}${paths.publicMinutes.to({ minutesId: notice.minutesId })}`
          : null,
      })),
    }),
    mediaType: 'application/json; charset=utf-8',
  }),
});

export const noticeBoardRoutes: readonly ReadRoute[] = [boardPage, rssFeed, jsonFeed];
