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
      title: text(lang, 'register.memosTitle'),
      heading: { lead: text(lang, 'register.memosLead') },
      view: { list: listOf(context, memos) },
    };
  },
});

function listOf({ lang }: ReadContext, memos: readonly MemoView[]): DataList {
  return {
    caption: text(lang, 'register.memosTitle'),
    columns: [
      { text: text(lang, 'register.colMemo') },
      { text: text(lang, 'register.colMatter') },
      { text: text(lang, 'register.colAuthor') },
      { text: text(lang, 'register.colMeetingDay') },
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
            ? { text: text(lang, 'register.notPlanned') }
            : dayCell(lang, memo.meetingDay),
          { text: '', tag: memoTag(lang, memo) },
        ],
        action: { text: text(lang, finished ? 'register.show' : 'register.write'), href },
      };
    }),
    countText: text(lang, 'register.memosCount', { count: memos.length }),
    empty: {
      title: text(lang, 'register.noMemosTitle'),
      text: text(lang, 'register.noMemosText'),
      action: { text: text(lang, 'register.toMatters'), href: paths.matters.to() },
    },
  };
}
