import { text } from '../../../../i18n/texts';
import type { AgendaItemView } from '../../../../store/queries/meetings/agenda/agenda-items';
import type { ItemMemo } from '../../../../store/queries/register/waiting-memos';
import type { ReadContext } from '../../../context';
import type { HiddenField, Notice, PostAction } from '../../../render/components';
import { pointsOf } from './agenda-add';

/** What the memos of its matter offer an item: themselves among its papers, and their proposals. */
export interface MemoOffers {
  readonly waiting: readonly (Notice & { readonly action: PostAction })[];
  readonly proposals: readonly MemoProposal[];
}

interface MemoProposal {
  readonly heading: string;
  readonly lead: string;
  readonly points: readonly string[];
  /** Whether the item has fewer points than the memo: then it stands open on the page. */
  readonly open: boolean;
  readonly action: PostAction;
}

/** R-2, M-3: what a ready memo says is never typed again. @param page the page that both acts come back to */
export function memoOffers(
  { lang }: ReadContext,
  item: AgendaItemView,
  memos: readonly ItemMemo[],
  page: string,
): MemoOffers {
  const back: readonly HiddenField[] = [
    { name: '_page', value: page },
    { name: '_next', value: page },
    { name: 'itemId', value: item.id },
  ];
  return {
    waiting: memos
      .filter(({ lies }) => !lies)
      .map(({ documentId, title }) => ({
        tone: 'warning',
        title: text(lang, 'agenda.memoWaits', { title }),
        text: text(lang, 'agenda.memoWaitsText'),
        action: {
          text: text(lang, 'agenda.memoAttach'),
          postTo: '/gor/attachDocument',
          fields: [
            ...back,
            { name: 'documentId', value: documentId },
            { name: 'label', value: `Tjänsteskrivelse ${title}` },
          ],
        },
      })),
    proposals: memos
      .map((memo) => ({ ...memo, points: pointsOf(memo.proposal) }))
      .filter(({ points }) => points.length > 0 && !sameWords(points, item.points))
      .map(({ title, points }) => ({
        heading: text(lang, 'agenda.memoProposal', { title }),
        lead: text(lang, item.points.length === 0 ? 'agenda.memoProposalNew' : 'agenda.memoProposalInstead'),
        points,
        open: points.length > item.points.length,
        action: {
          text: text(lang, 'agenda.memoProposalAct'),
          postTo: '/gor/changeItem',
          fields: [...back, ...asItStands(item), ...rows('points', points)],
        },
      })),
  };
}

const words = (point: string): string => point.replace(/\s+/g, ' ').trim();

function sameWords(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((point, at) => words(point) === words(others[at] ?? ''));
}

const rows = (name: string, values: readonly string[]): HiddenField[] =>
  values.map((value, index) => ({ name: `${name}[${index}]`, value }));

/** Everything else that stands at the item, as its form would send it. */
function asItStands(item: AgendaItemView): HiddenField[] {
  const given = (name: string, value: string | null): HiddenField[] =>
    value === null || value === '' ? [] : [{ name, value }];
  return [
    { name: 'version', value: item.version },
    { name: 'kind', value: item.kind },
    { name: 'title', value: item.title },
    ...given('publicTitle', item.publicTitle),
    ...(item.closed ? [{ name: 'closed', value: 'true' }] : []),
    ...(item.exerciseOfAuthority ? [{ name: 'exerciseOfAuthority', value: 'true' }] : []),
    ...given('summary', item.summary),
    ...given('plannedTime', item.plannedTime),
    ...rows('recipientIds', item.recipientIds),
    ...item.presenters.flatMap(({ personId, name }, index) => [
      ...given(`presenters[${index}].personId`, personId),
      ...given(`presenters[${index}].name`, name),
    ]),
  ];
}
