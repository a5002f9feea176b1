import { refuse } from '../../../domain/refusals/refusal';
import { text } from '../../../i18n/texts';
import { memosFor, type MemoView } from '../../../store/queries/register/memos';
import { bodiesFor } from '../../../store/queries/register/readers';
import type { ReadContext } from '../../context';
import { paths } from '../../paths';
import type { DataList } from '../../render/lists';
import { page } from '../../route';
import { dayCell, memoTag, numberText } from './words';

/** The memos that the reader writes, and for a secretary or head of centre those of the body. */
export const memosPage = page({
  path: paths.memos,
  permission: 'signedIn',
  auditEvent: 'readMemos',
  template: 'register/memos',
  view: async (context) => {
    const { em, holder, today, lang } = context;
    if (holder === null) return refuse('sign-in-needed');
    const leads = await bodiesFor(em, holder, 'memo.write', today);
    const memos = await memosFor(
      em,
      holder.personId,
      leads.map(({ id }) => id),
    );
    return {
      title: text(lang, 'memos.memosTitle'),
      heading: { lead: text(lang, 'memos.memosLead') },
      view: { list: listOf(context, memos) },
    };
  },
});

function listOf({ lang }: ReadContext, memos: readonly MemoView[]): DataList {
  return {
    caption: text(lang, 'memos.memosTitle'),
    columns: [
      { text: text(lang, 'memos.colMemo') },
      { text: text(lang, 'memos.colMatter') },
      { text: text(lang, 'memos.colAuthor') },
      { text: text(lang, 'memos.colMeetingDay') },
      { text: text(lang, 'register.colState') },
    ],
    actsText: text(lang, 'components.open'),
    rows: memos.map((memo) => {
      const href = paths.memo.to({ memoId: memo.id });
      const finished = memo.readyNumber > 0;
      return {
        cells: [
          { text: memo.title, href },
          {
            text: numberText(lang, memo.matterNumber),
            href: paths.matter.to({ matterId: memo.matterId }),
          },
          { text: [memo.author, memo.coAuthor].filter((name) => name !== null).join(', ') },
          memo.meetingDay === null
            ? { text: text(lang, 'memos.notPlanned') }
            : dayCell(lang, memo.meetingDay),
          { text: '', tag: memoTag(lang, memo) },
        ],
        action: { text: text(lang, finished ? 'memos.show' : 'memos.write'), href },
      };
    }),
    countText: text(lang, 'memos.memosCount', { count: memos.length }),
    empty: {
      title: text(lang, 'memos.noMemosTitle'),
      text: text(lang, 'memos.noMemosText'),
      action: { text: text(lang, 'memos.toMatters'), href: paths.matters.to() },
    },
  };
}
