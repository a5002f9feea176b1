import { z } from 'zod';
import { refuse } from '../../../../domain/refusals/refusal';
import { dayText, shortMomentText } from '../../../../i18n/dates';
import type { Language } from '../../../../i18n/languages';
import { roleTitle } from '../../../../i18n/roles';
import { listText } from '../../../../i18n/numbers';
import { text, type TextKey } from '../../../../i18n/texts';
import { readMeetingHead, type MeetingHead } from '../../../../store/queries/meetings/plan/overview';
import {
  readRecipients,
  type RecipientView,
  type SummonsView,
} from '../../../../store/queries/meetings/summons/summons';
import type { ReadContext } from '../../../context';
import { paths } from '../../../paths';
import type { Action } from '../../../render/components';
import type { Cell, DataList, Row } from '../../../render/lists';
import { page, type ReadRoute } from '../../../route';
import { readMeetingFacts } from '../overview/overview-facts';
import { meetingCrumbs, meetingHeading, meetingTabs, ofMeeting, readerOf } from '../overview/overview-head';
import { afterVerification } from '../overview/overview-after';
import { nextStepOf } from '../overview/overview-next';
import { paperAccess } from '../member/member-access';
import { summonsFiles } from './summons-files';
import { summonsIssueRoutes } from './summons-issue';

const summonsPage = page({
  path: paths.summons,
  permission: ofMeeting('summons.issue'),
  auditEvent: 'readSummons',
  template: 'meetings/summons',
  query: z.object({ visa: z.enum(['alla', 'oppnade-inte']).optional() }),
  view: async (context, { meetingId }, { visa }) => {
    const { em, lang, today } = context;
    const head = await readMeetingHead(em, meetingId);
    if (head === null) return refuse('not-found');
    const facts = await readMeetingFacts(em, head);
    const [summons] = facts.summonses;
    const reader = readerOf(context, head);
    const unopenedOnly = visa === 'oppnade-inte';
    const recipients = summons === undefined ? [] : await readRecipients(em, summons.id);
    const shown = recipients.filter(({ openedAt }) => !unopenedOnly || openedAt === null);
    const labels = new Map(facts.items.map(({ id, label }) => [id, label]));
    return {
      title: text(lang, 'summons.title', { day: dayText(lang, head.day) }),
      heading: meetingHeading(lang, head, text(lang, 'summons.lead')),
      nextStep: afterVerification(context, facts, reader) ?? nextStepOf(lang, facts, reader, today),
      breadcrumbs: meetingCrumbs(lang, head),
      view: {
        tabs: meetingTabs(lang, head, reader, 'summons'),
        packageHref: paths.summonsPackage.to({ meetingId }),
        ...(summons === undefined
          ? { none: { title: text(lang, 'summons.noneTitle'), text: text(lang, 'summons.noneText') } }
          : {
              ...versionWords(lang, summons),
              files: await summonsFiles(context, head, summons, await paperAccess(context, head)),
              recipients: recipientList(context, head, shown, labels, unopenedOnly),
            }),
      },
    };
  },
});

function versionWords(lang: Language, { number, issuedAt, issuedByName, lateReason }: SummonsView) {
  const when = shortMomentText(lang, issuedAt);
  return {
    versionLine: text(lang, 'summons.versionLine', { number, when, name: issuedByName }),
    ...(lateReason === null ? {} : { lateLine: text(lang, 'summons.lateLine', { reason: lateReason }) }),
  };
}

function recipientList(
  { lang }: ReadContext,
  head: MeetingHead,
  recipients: readonly RecipientView[],
  labels: ReadonlyMap<string, string>,
  unopenedOnly: boolean,
): DataList {
  const t = (key: TextKey) => text(lang, key);
  const address = paths.summons.to({ meetingId: head.id });
  return {
    caption: t('summons.recipientsCaption'),
    columns: [
      { text: t('summons.columnName') },
      { text: t('summons.columnAs') },
      { text: t('summons.columnSent') },
      { text: t('summons.columnOpened') },
    ],
    rows: recipients.map((recipient) => recipientRow(lang, head, recipient, labels, unopenedOnly)),
    actsText: t('meetings.acts'),
    countText: text(lang, 'summons.countRecipients', { count: recipients.length }),
    filter: {
      action: address,
      fields: [
        {
          name: 'visa',
          label: t('summons.filterHeading'),
          value: '',
          options: [
            { value: 'alla', text: t('summons.filterAll'), selected: !unopenedOnly },
            { value: 'oppnade-inte', text: t('summons.filterUnopened'), selected: unopenedOnly },
          ],
        },
      ],
      ...(unopenedOnly ? { clearHref: address } : {}),
    },
    empty: { title: t('summons.allOpened'), text: t('summons.allOpenedText') },
  };
}

function recipientRow(
  lang: Language,
  head: MeetingHead,
  recipient: RecipientView,
  labels: ReadonlyMap<string, string>,
  toRing: boolean,
): Row {
  const { name, phone, openedAt } = recipient;
  // Numbers stand in the list of those to ring, and nowhere else.
  const ring = toRing && openedAt === null && phone !== null ? [text(lang, 'summons.ring', { phone })] : [];
  const page = paths.summons.to({ meetingId: head.id });
  const act = (words: TextKey, command: string, back: string): Action => ({
    text: text(lang, words),
    postTo: `/gor/${command}`,
    fields: [
      { name: 'recipientId', value: recipient.id },
      { name: '_page', value: back },
      { name: '_next', value: back },
    ],
  });
  // Whoever is rung is crossed off where the numbers stand; the letter is sent again from the whole list.
  const action = toRing
    ? act('summons.calledAct', 'recordCalled', `${page}?visa=oppnade-inte`)
    : act('summons.sendAgain', 'sendSummonsAgain', page);
  return {
    cells: [
      { text: [name, ...ring].join(', ') },
      { text: capacityText(lang, recipient, labels) },
      sentCell(lang, recipient),
      openedAt === null
        ? {
            text: callText(lang, recipient),
            tag: { text: text(lang, 'summons.openedNot'), tone: 'warning' },
          }
        : { text: shortMomentText(lang, openedAt), datetime: openedAt.toISOString() },
    ],
    ...(toRing || recipient.mailState !== null ? { action } : {}),
  };
}

/** "Ringd 18 feb 2026 kl. 10.14 av Maja Lind". */
function callText(lang: Language, { calledAt, calledBy }: RecipientView): string {
  if (calledAt === null) return '';
  return text(lang, 'summons.calledAt', { when: shortMomentText(lang, calledAt), name: calledBy ?? '' });
}

function capacityText(
  lang: Language,
  { capacity, office, principal, party, itemIds }: RecipientView,
  labels: ReadonlyMap<string, string>,
): string {
  if (capacity === 'other') {
    const items = itemIds.map((id) => labels.get(id) ?? '').filter((label) => label !== '');
    return text(lang, 'summons.asOther', { items: listText(lang, items) });
  }
  const word = roleTitle(lang, office ?? capacity);
  return [word, party, principal].filter((part) => part !== null && part !== '').join(', ');
}

function sentCell(lang: Language, { mailState, sentAt }: RecipientView): Cell {
  if (mailState === 'sent' && sentAt !== null) {
    return { text: shortMomentText(lang, sentAt), datetime: sentAt.toISOString() };
  }
  if (mailState === 'bounced')
    return { text: '', tag: { text: text(lang, 'summons.sentBounced'), tone: 'danger' } };
  if (mailState === 'held')
    return { text: '', tag: { text: text(lang, 'summons.sentHeld'), tone: 'warning' } };
  return { text: text(lang, mailState === null ? 'summons.sentNone' : 'summons.sentQueued') };
}

export const summonsRoutes: readonly ReadRoute[] = [summonsPage, ...summonsIssueRoutes];
