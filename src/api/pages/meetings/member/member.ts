import type { Capacity } from '../../../../domain/access/capacities';
import { hasReached } from '../../../../domain/meetings/phases';
import { refuse, type Refusal } from '../../../../domain/refusals/refusal';
import { addDays } from '../../../../domain/time/day';
import { dayOf } from '../../../../domain/time/stockholm';
import { agendaChangeText } from '../../../../i18n/agenda-changes';
import { dayText } from '../../../../i18n/dates';
import { text } from '../../../../i18n/texts';
import { changesBetween } from '../../../../store/queries/meetings/agenda/agenda-snapshot';
import { readAgendaVersions } from '../../../../store/queries/meetings/agenda/agenda-versions';
import { readMeetingHead, type MeetingHead } from '../../../../store/queries/meetings/plan/overview';
import { rulesOfMeeting } from '../../../../store/queries/meetings/plan/plan-rules';
import { readSummonses } from '../../../../store/queries/meetings/summons/summons';
import type { ReadContext } from '../../../context';
import { paths } from '../../../paths';
import { page, type PageContent, type ReadRoute } from '../../../route';
import { paperAccess } from './member-access';
import { labelsOf, memberFileRoutes, notesOpening } from './member-files';
import { itemsOf } from './member-items';
import { memberMeetingsRoutes } from './member-meetings';
import { meetingCrumbs, meetingHeading, meetingTabs, ofMeeting, readerOf } from '../overview/overview-head';
import { summonsFiles } from '../summons/summons-files';

const papersPage = page({
  path: paths.papers,
  permission: ofMeeting('meeting.read'),
  auditEvent: 'readPapers',
  template: 'meetings/member-papers',
  view: async (context, { meetingId }): Promise<PageContent<object> | Refusal> => {
    const { em, lang } = context;
    const head = await readMeetingHead(em, meetingId);
    if (head === null) return refuse('not-found');
    const reader = readerOf(context, head);
    const access = await paperAccess(context, head);
    const summonses = await readSummonses(em, meetingId);
    const [summons, before] = summonses;
    const versions = await readAgendaVersions(em, meetingId);
    const version = versions.find(({ id }) => id === summons?.agendaVersionId) ?? versions.at(-1);
    const tabs = meetingTabs(lang, head, reader, 'papers');
    const frame = {
      title: text(lang, 'meetings.papersTitle', { day: dayText(lang, head.day) }),
      heading: meetingHeading(lang, head, text(lang, 'meetings.papersLead')),
      breadcrumbs: meetingCrumbs(lang, head),
    };
    if (!access.out || version === undefined)
      return { ...frame, view: { tabs, ...(await notOut(context, head)) } };
    const earlier = versions.find(({ id }) => id === before?.agendaVersionId);
    const changes =
      earlier === undefined ? [] : changesBetween(earlier.snapshot.items, version.snapshot.items);
    const withheld = access.recused.size > 0;
    const files = await summonsFiles(context, head, summons, access);
    return {
      ...frame,
      read: { kind: 'meeting', id: head.id, authorityId: head.authorityId },
      after: notesOpening(head.id),
      view: {
        tabs,
        versionLine: text(lang, 'meetings.versionLine', {
          letter: version.letter,
          day: dayText(lang, dayOf(version.approvedAt)),
        }),
        ...(seatedIn(reader) && !hasReached(head.phase, 'closed')
          ? { participationHref: paths.participation.to({ meetingId }) }
          : {}),
        changes: changes.map((change) => agendaChangeText(lang, change)),
        files,
        ...(withheld
          ? {
              recusedText: text(lang, 'meetings.papersPackageRecused', {
                items: await labelsOf(context, head, access.recused),
              }),
            }
          : {}),
        items: await itemsOf(context, head, version, access),
      },
    };
  },
});

/** Members and substitutes report absence and recusal themselves. */
function seatedIn(reader: ReadonlySet<Capacity>): boolean {
  return reader.has('member') || reader.has('substitute');
}

async function notOut({ em, lang }: ReadContext, head: MeetingHead) {
  const inForce = await rulesOfMeeting(em, head);
  const day = addDays(head.day, -(inForce?.rules.summonsDays ?? 0));
  return {
    notOut: {
      title: text(lang, 'meetings.papersNotOutTitle'),
      text: text(lang, 'meetings.papersNotOutText', { day: dayText(lang, day) }),
    },
  };
}

export const memberRoutes: readonly ReadRoute[] = [...memberMeetingsRoutes, papersPage, ...memberFileRoutes];
