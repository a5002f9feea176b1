import { canChangeMatter } from '../../../domain/register/matter-states';
import { refuse } from '../../../domain/refusals/refusal';
import { text } from '../../../i18n/texts';
import { readMatter, type MatterView } from '../../../store/queries/register/matter';
import { matterAccess } from '../../../store/queries/register/readers';
import type { ReadContext } from '../../context';
import { formFields } from '../../forms';
import { paths } from '../../paths';
import { page } from '../../route';
import { numberText } from './words';

/** Adds a document to a matter: a PDF with its facts, or the facts of one on paper. */
export const addDocumentPage = page({
  path: paths.addDocument,
  permission: { act: 'matter.register', object: ({ em }, { matterId }) => matterAccess(em, matterId) },
  auditEvent: 'readAddDocument',
  template: 'register/add-document',
  view: async (context, { matterId }) => {
    const { em, lang } = context;
    const matter = await readMatter(em, matterId);
    if (matter === null) return refuse('not-found');
    const label = numberText(lang, matter.registryNumber);
    const open = canChangeMatter({ label, state: matter.state });
    if (!open.ok) return open;
    return {
      title: text(lang, 'register.addDocumentTitle'),
      heading: { eyebrow: label, lead: text(lang, leadOf(matter), { matter: matter.title }) },
      breadcrumbs: [
        { text: text(lang, 'register.mattersTitle'), href: paths.matters.to() },
        { text: label, href: paths.matter.to({ matterId }) },
      ],
      view: {
        upload: entryForm(context, 'uploadDocument', matter),
        incoming: entryForm(context, 'registerIncoming', matter),
      },
    };
  },
});

const leadOf = ({ seriesKeptHere }: MatterView) =>
  seriesKeptHere ? 'register.addDocumentLead' : 'register.addDocumentElsewhere';

/** The fields that both forms have; only the form of files asks which way the document went. */
function entryForm(context: ReadContext, command: 'uploadDocument' | 'registerIncoming', matter: MatterView) {
  const { lang, today } = context;
  const form = formFields(context.form, command);
  const matterId = matter.id;
  const direction = form.field('direction', 'drawnUp');
  const directions = [
    { value: 'drawnUp', text: text(lang, 'register.directionDrawnUpOption') },
    { value: 'incoming', text: text(lang, 'register.directionIncomingOption') },
    { value: 'outgoing', text: text(lang, 'register.directionOutgoingOption') },
  ].map((option) => ({ ...option, selected: option.value === direction.value }));
  const named = ['title', 'protectedTitle', 'counterpart', 'protectedCounterpart'] as const;
  const texts = Object.fromEntries(named.map((name) => [name, form.field(name, '')]));
  return {
    id: form.id,
    postTo: form.postTo,
    page: paths.addDocument.to({ matterId }),
    next: paths.matter.to({ matterId }),
    matterId,
    cancelHref: paths.matter.to({ matterId }),
    ...texts,
    // Where another authority gives the numbers, once the matter has its own.
    number:
      matter.seriesKeptHere || matter.registryNumber === null ? undefined : form.field('registryNumber', ''),
    direction: { ...direction, options: directions },
    day: form.field('day', today),
    file: form.field('file', ''),
    provision: form.field('secrecy.provision', ''),
    secrecyDay: form.field('secrecy.day', ''),
    secrecyAuthority: form.field('secrecy.authority', ''),
    open: [
      'protectedTitle',
      'protectedCounterpart',
      'secrecy.provision',
      'secrecy.day',
      'secrecy.authority',
    ].some((name) => form.field(name, '').value !== ''),
  };
}
