import type { AgendaVersionItem } from '../../../../domain/meetings/agenda/agenda-version-items';
import type { Language } from '../../../../i18n/languages';
import { listText } from '../../../../i18n/numbers';
import { text } from '../../../../i18n/texts';
import { readAgenda, type AgendaItemView } from '../../../../store/queries/meetings/agenda/agenda-items';
import type { AgendaVersionView } from '../../../../store/queries/meetings/agenda/agenda-versions';
import { readPapers, type PaperView } from '../../../../store/queries/meetings/summons/member-papers';
import type { MeetingHead } from '../../../../store/queries/meetings/plan/overview';
import { rulesOfMeeting } from '../../../../store/queries/meetings/plan/plan-rules';
import type { ReadContext } from '../../../context';
import { paths } from '../../../paths';
import type { FileRow, StatusTag } from '../../../render/components';
import { mayOpen, type PaperAccess } from './member-access';
import { fileFacts } from '../summons/summons-files';

/**
 * The items as they were approved. Of a closed item those who may read it get its own words; row level security keeps them
 * from everyone else.
 */
export async function itemsOf(
  context: ReadContext,
  head: MeetingHead,
  version: AgendaVersionView,
  access: PaperAccess,
) {
  const { em, lang } = context;
  const inForce = await rulesOfMeeting(em, head);
  const live = await readAgenda(em, head, inForce?.rules.agendaNumbering ?? 'meeting');
  const papers = await readPapers(em, head.id);
  return version.snapshot.items.map((item) => itemWords(lang, head, item, live, papers, access));
}

function itemWords(
  lang: Language,
  head: MeetingHead,
  item: AgendaVersionItem,
  live: readonly AgendaItemView[],
  papers: readonly PaperView[],
  access: PaperAccess,
) {
  const verdict = mayOpen(access, item.id);
  const own = item.closed && verdict.ok ? live.find(({ id }) => id === item.id) : undefined;
  const shown = item.closed ? own : item;
  const readable = verdict.ok && !item.withdrawn;
  const names = (shown?.presenters ?? []).map(({ name }) => name).filter((name) => name !== '');
  return {
    id: item.id,
    label: item.label,
    sub: item.parentId !== null,
    title: shown?.title ?? item.title,
    registryNumber: shown?.registryNumber ?? null,
    tags: itemTags(lang, item),
    summary: item.withdrawn ? null : (shown?.summary ?? null),
    points: item.withdrawn ? [] : (shown?.points ?? []),
    ...(names.length === 0
      ? {}
      : { presenters: text(lang, 'meetings.presentersLine', { names: listText(lang, names) }) }),
    ...(shown === undefined || shown.recipients.length === 0
      ? {}
      : { recipients: text(lang, 'meetings.recipientsLine', { names: listText(lang, shown.recipients) }) }),
    files: readable
      ? papers
          .filter(({ itemId }) => itemId === item.id && item.documentIds.length > 0)
          .map((paper) => paperRow(lang, head, paper))
      : [],
    ...(verdict.ok || (item.documentIds.length === 0 && !item.closed)
      ? {}
      : { withheld: withheldText(lang, access, item.id) }),
  };
}

function withheldText(lang: Language, access: PaperAccess, itemId: string): string {
  return text(lang, access.recused.has(itemId) ? 'meetings.papersRecused' : 'meetings.papersNotForYou');
}

/** Marks of an item beside its title. */
export function itemTags(
  lang: Language,
  {
    closed,
    late,
    withdrawn,
  }: { readonly closed: boolean; readonly late: boolean; readonly withdrawn: boolean },
): StatusTag[] {
  return [
    ...(withdrawn ? [{ text: text(lang, 'meetings.markWithdrawn'), tone: 'neutral' as const }] : []),
    ...(closed ? [{ text: text(lang, 'meetings.markClosed'), tone: 'warning' as const }] : []),
    ...(late ? [{ text: text(lang, 'meetings.markLate'), tone: 'info' as const }] : []),
  ];
}

/** A paper with its number and size; without a link while its file is not made. */
export function paperRow(
  lang: Language,
  head: Pick<MeetingHead, 'id'>,
  paper: Pick<PaperView, 'documentId' | 'label' | 'registryNumber' | 'pages' | 'size'>,
): FileRow {
  const { documentId, label, registryNumber, pages, size } = paper;
  const name = registryNumber === null ? label : `${registryNumber} ${label}`;
  if (pages === null || size === null) return { name, facts: text(lang, 'meetings.noFileYet') };
  return {
    name,
    href: paths.paper.to({ meetingId: head.id, documentId }),
    facts: fileFacts(lang, pages, size),
  };
}
