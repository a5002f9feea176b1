import { z } from 'zod';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import { dayText, shortMomentText } from '../../../i18n/dates';
import { text } from '../../../i18n/texts';
import {
  readExtracts,
  readRecipientStates,
  type ExtractView,
  type RecipientState,
} from '../../../store/queries/dispatch/dispatch-overview';
import { readMeetingHead, type MeetingHead } from '../../../store/queries/meetings/plan/overview';
import type { ReadContext } from '../../context';
import { paths } from '../../paths';
import type { FileRow, NextStep, Tabs } from '../../render/components';
import type { Cell, DataList } from '../../render/lists';
import { page, type PageContent } from '../../route';
import {
  meetingCrumbs,
  meetingHeading,
  meetingTabs,
  ofMeeting,
  readerOf,
} from '../meetings/overview/overview-head';
import { dispatchPreview } from './preview';
import { extractName, isAwaited, standingTag } from './words';

/** Before the certificate what would be sent; after it who has answered. */
interface DispatchesView {
  readonly tabs: Tabs;
  readonly preview?: DataList | undefined;
  readonly certify?: object | undefined;
  readonly recipients?: DataList;
  readonly extracts?: readonly FileRow[];
}

/** The secretary's page: what is sent, the certificate, and who has not answered. */
export const dispatchesPage = page({
  path: paths.dispatches,
  permission: ofMeeting('dispatch.read'),
  auditEvent: 'readDispatches',
  template: 'dispatch/dispatches',
  query: z.object({ visa: z.enum(['alla', 'obesvarade']).optional() }),
  view: async (context, { meetingId }, { visa }): Promise<PageContent<DispatchesView> | Refusal> => {
    const { em, lang } = context;
    const head = await readMeetingHead(em, meetingId);
    if (head === null) return refuse('not-found');
    const reader = readerOf(context, head);
    const frame = {
      title: text(lang, 'dispatch.title', { day: dayText(lang, head.day) }),
      heading: meetingHeading(lang, head, text(lang, 'dispatch.lead')),
      breadcrumbs: meetingCrumbs(lang, head),
    };
    const tabs = meetingTabs(lang, head, reader, 'dispatch');
    const extracts = await readExtracts(em, meetingId);
    if (extracts.length === 0) {
      const { nextStep, ...view } = await dispatchPreview(context, head, reader.has('secretary'));
      return {
        ...frame,
        ...(nextStep === undefined ? {} : { nextStep }),
        view: { tabs, ...view },
      };
    }
    const rows = await readRecipientStates(em, meetingId);
    return {
      ...frame,
      nextStep: nextStep(context, rows),
      view: {
        tabs,
        recipients: recipientTable(context, head, extracts, rows, visa === 'obesvarade'),
        extracts: extracts.map((extract) => extractRow(context, extract)),
      },
    };
  },
});

function nextStep({ lang }: ReadContext, rows: readonly RecipientState[]): NextStep {
  const awaited = rows.filter(isAwaited);
  if (awaited.length === 0)
    return { title: text(lang, 'dispatch.doneTitle'), text: text(lang, 'dispatch.doneText') };
  const bounced = awaited.filter(({ letter }) => letter === 'bounced').length;
  const waits = text(lang, 'dispatch.waitText', { count: awaited.length });
  return {
    title: text(lang, 'dispatch.waitTitle'),
    text: bounced === 0 ? waits : `${waits} ${text(lang, 'dispatch.bouncedText', { count: bounced })}`,
    rule: 'M-12',
    who: text(lang, 'dispatch.whoSecretary'),
  };
}

/** One row for each recipient, one column for each extract. */
function recipientTable(
  { lang }: ReadContext,
  head: MeetingHead,
  extracts: readonly ExtractView[],
  rows: readonly RecipientState[],
  awaitedOnly: boolean,
): DataList {
  const byName = new Map<string, RecipientState[]>();
  for (const row of rows) byName.set(row.name, [...(byName.get(row.name) ?? []), row]);
  const shown = [...byName].filter(([, own]) => !awaitedOnly || own.some(isAwaited));
  const address = paths.dispatches.to({ meetingId: head.id });
  return {
    caption: text(lang, 'dispatch.recipientsCaption'),
    columns: [
      { text: text(lang, 'dispatch.columnRecipient') },
      ...extracts.map(({ number, whole }) => ({
        text: whole
          ? text(lang, 'dispatch.columnWhole')
          : number === null
            ? text(lang, 'dispatch.closedParagraph')
            : text(lang, 'dispatch.columnParagraph', { number }),
      })),
    ],
    rows: shown.map(([name, own]) => ({
      cells: [
        { text: name },
        ...extracts.map((extract): Cell => {
          const row = own.find(({ extractId }) => extractId === extract.id);
          if (row === undefined) return { text: '' };
          const { text: words } = standingTag(lang, { ...row, extractState: extract.state });
          return { text: words, href: paths.dispatch.to({ dispatchId: row.id }) };
        }),
      ],
    })),
    countText: text(lang, 'dispatch.countRecipients', { count: shown.length }),
    filter: {
      action: address,
      fields: [
        {
          name: 'visa',
          label: text(lang, 'dispatch.filterShow'),
          value: '',
          options: [
            { value: 'alla', text: text(lang, 'dispatch.filterAll'), selected: !awaitedOnly },
            { value: 'obesvarade', text: text(lang, 'dispatch.filterOpen'), selected: awaitedOnly },
          ],
        },
      ],
      ...(awaitedOnly ? { clearHref: address } : {}),
    },
    empty: {
      title: text(lang, 'dispatch.allAnsweredTitle'),
      text: text(lang, 'dispatch.allAnsweredText'),
    },
  };
}

function extractRow({ lang }: ReadContext, extract: ExtractView): FileRow {
  const { documentId, certifiedAt, certifiedBy } = extract;
  const note = text(lang, 'dispatch.certifiedNote', {
    when: shortMomentText(lang, certifiedAt),
    name: certifiedBy,
  });
  return {
    name: extractName(lang, extract),
    facts: text(lang, documentId === null ? 'dispatch.fileMaking' : 'dispatch.fileMade'),
    note,
    ...(documentId === null ? {} : { href: paths.documentFile.to({ documentId }) }),
  };
}
