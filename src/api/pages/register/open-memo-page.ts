import { canChangeMatter } from '../../../domain/register/matter-states';
import { refuse } from '../../../domain/refusals/refusal';
import { text } from '../../../i18n/texts';
import { readMatter } from '../../../store/queries/register/matter';
import { writersOfBody, type NamedChoice } from '../../../store/queries/register/memos';
import { matterAccess } from '../../../store/queries/register/readers';
import { formFields } from '../../forms';
import { paths } from '../../paths';
import type { Option } from '../../render/lists';
import { page } from '../../route';
import { numberText } from './words';

/** Begins an official memo in a matter. */
export const openMemoPage = page({
  path: paths.openMemo,
  permission: { act: 'memo.open', object: ({ em }, { matterId }) => matterAccess(em, matterId) },
  auditEvent: 'readOpenMemo',
  template: 'register/open-memo',
  view: async (context, { matterId }) => {
    const { em, lang, holder, today } = context;
    const matter = await readMatter(em, matterId);
    if (matter === null) return refuse('not-found');
    const label = numberText(lang, matter.registryNumber);
    const open = canChangeMatter({ label, state: matter.state });
    if (!open.ok) return open;
    const writers = await writersOfBody(em, matter.bodyId, today);
    const form = formFields(context.form, 'openMemo');
    const author = form.field('authorPersonId', holder?.personId);
    const coAuthor = form.field('coAuthorPersonId', '');
    return {
      title: text(lang, 'memos.openMemoTitle'),
      heading: { eyebrow: label, lead: text(lang, 'memos.openMemoLead', { matter: matter.title }) },
      breadcrumbs: [
        { text: text(lang, 'register.mattersTitle'), href: paths.matters.to() },
        { text: label, href: paths.matter.to({ matterId }) },
      ],
      view: {
        id: form.id,
        postTo: form.postTo,
        page: paths.openMemo.to({ matterId }),
        next: '/tjansteskrivelser/{memoId}',
        cancelHref: paths.matter.to({ matterId }),
        matterId,
        memoTitle: form.field('title', matter.title),
        author: { ...author, options: peopleOptions(writers, author.value) },
        coAuthor: {
          ...coAuthor,
          options: [
            { value: '', text: text(lang, 'memos.nobody') },
            ...peopleOptions(writers, coAuthor.value),
          ],
        },
        day: form.field('day', today),
      },
    };
  },
});

/** People to choose among. */
export function peopleOptions(people: readonly NamedChoice[], chosen: string | null): Option[] {
  return people.map(({ id, name }) => ({ value: id, text: name, selected: id === chosen }));
}
