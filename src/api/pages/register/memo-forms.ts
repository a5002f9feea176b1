import { text } from '../../../i18n/texts';
import { recipientsOf, writersOfBody, type MemoView } from '../../../store/queries/register/memos';
import type { ReadContext } from '../../context';
import { formFields } from '../../forms';
import { paths } from '../../paths';
import { peopleOptions } from './open-memo-page';

/** The two small forms of a memo: to whom the decision goes, and what stands in its head. */
export async function memoForms(context: ReadContext, memo: MemoView) {
  const { em, today, lang } = context;
  const page = paths.memo.to({ memoId: memo.id });
  const frame = { page, memoId: memo.id, version: memo.version };
  const recipients = await recipientsOf(em, memo.bodyId, today);
  const choose = formFields(context.form, 'chooseRecipients');
  const chosen = new Set(memo.recipientIds);
  const header = formFields(context.form, 'changeMemo');
  const coAuthor = header.field('coAuthorPersonId', memo.coAuthorPersonId);
  const writers = (await writersOfBody(em, memo.bodyId, today)).filter(
    ({ id }) => id !== memo.authorPersonId,
  );
  return {
    recipients: {
      ...frame,
      id: choose.id,
      postTo: choose.postTo,
      options: recipients.map(({ id, name }) => ({
        value: id,
        text: name,
        selected: choose.ticked('recipientIds', chosen.has(id), id),
      })),
    },
    header: {
      ...frame,
      id: header.id,
      postTo: header.postTo,
      open: header.refused,
      memoTitle: header.field('title', memo.title),
      day: header.field('day', memo.day),
      coAuthor: {
        ...coAuthor,
        options: [{ value: '', text: text(lang, 'memos.nobody') }, ...peopleOptions(writers, coAuthor.value)],
      },
    },
  };
}
