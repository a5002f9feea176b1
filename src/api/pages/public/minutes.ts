import type { MinutesData } from '../../../documents/meetings/minutes';
import { isPublished } from '../../../domain/meetings/notice/publication';
import { refuse } from '../../../domain/refusals/refusal';
import { dayText } from '../../../i18n/dates';
import { text } from '../../../i18n/texts';
import { readPublicMinutes, readPublicNotice } from '../../../store/queries/meetings/notice/public-board';
import { readDocumentBytes } from '../../../store/queries/register/versions';
import type { ReadContext } from '../../context';
import { paths } from '../../paths';
import { file, page, type ReadRoute } from '../../route';

/** M-16: verified minutes as everyone may read them: no signature data, nothing of closed paragraphs. */
const publicMinutesPage = page({
  path: paths.publicMinutes,
  permission: 'public',
  auditEvent: 'readPublicMinutes',
  template: 'public/minutes',
  audience: 'public',
  view: async (context, { minutesId }) => {
    const { lang } = context;
    const found = await findPublished(context, minutesId);
    if (!found.ok) return found;
    const { notice, published } = found;
    // What the published copy was set from: the same words as in its PDF.
    const words = published.words as MinutesData;
    const { body, meetingDay, verifiedOn } = notice;
    return {
      title: text(lang, 'notices.minutesTitle', { body, day: dayText(lang, meetingDay) }),
      owner: body,
      heading: {
        lead: text(lang, 'notices.minutesLead', {
          range: words.paragraphRange,
          day: dayText(lang, verifiedOn),
        }),
      },
      breadcrumbs: [{ text: text(lang, 'notices.boardTitle'), href: paths.noticeBoard.to() }],
      view: {
        words,
        paragraphs: words.paragraphs.map((paragraph, index) => ({ ...paragraph, id: String(index + 1) })),
        fileHref: paths.publicMinutesFile.to({ minutesId }),
        howTo: paths.howToAppeal.to(),
      },
    };
  },
});

/** The copy for the public, while it is published (M-16). */
async function findPublished({ em, today }: ReadContext, minutesId: string) {
  const notice = await readPublicNotice(em, minutesId, today);
  const published = await readPublicMinutes(em, minutesId);
  if (notice === null || published === null) return refuse('not-found');
  if (!isPublished(notice, notice.takenDownOn, today)) {
    return refuse('minutes-no-longer-published', { host: notice.host, mailbox: notice.hostMailbox });
  }
  return { ok: true, notice, published } as const;
}

const publicMinutesFile = file({
  path: paths.publicMinutesFile,
  permission: 'public',
  auditEvent: 'readPublicMinutesFile',
  view: async (context, { minutesId }) => {
    const found = await findPublished(context, minutesId);
    if (!found.ok) return found;
    const { versionId, fileName, sha256 } = found.published;
    const bytes = await readDocumentBytes(context.em, versionId);
    if (bytes === null) return refuse('not-found');
    return { bytes, mediaType: 'application/pdf', name: fileName, sha256 };
  },
});

export const publicMinutesRoutes: readonly ReadRoute[] = [publicMinutesPage, publicMinutesFile];
