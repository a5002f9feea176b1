import { canChangeMatter } from '../../../domain/register/matter-states';
import { refuse } from '../../../domain/refusals/refusal';
import { dayText } from '../../../i18n/dates';
import { text, type TextKey } from '../../../i18n/texts';
import type { CommandName } from '../../../contracts/commands';
import { openMeetingOfMatter } from '../../../store/queries/register/document-uses';
import { readMatter, type MatterView } from '../../../store/queries/register/matter';
import { bodiesFor, matterAccess } from '../../../store/queries/register/readers';
import type { ReadContext } from '../../context';
import { formFields } from '../../forms';
import { paths } from '../../paths';
import { refusalWords } from '../../refusal-words';
import { page } from '../../route';
import { peopleOptions } from './open-memo-page';
import { matterTag, numberText } from './words';

/** Numbers, closes, reopens or cancels a matter: each with its consequence in words. */
export const matterStatePage = page({
  path: paths.matterState,
  permission: { act: 'matter.register', object: ({ em }, { matterId }) => matterAccess(em, matterId) },
  auditEvent: 'readMatterState',
  template: 'register/matter-state',
  view: async (context, { matterId }) => {
    const { em, lang } = context;
    const matter = await readMatter(em, matterId);
    if (matter === null) return refuse('not-found');
    const label = numberText(lang, matter.registryNumber);
    const open = matter.state === 'open';
    return {
      title: text(lang, 'register.matterStateTitle'),
      heading: { eyebrow: label, state: matterTag(lang, matter.state), lead: matter.title },
      breadcrumbs: [
        { text: text(lang, 'register.mattersTitle'), href: paths.matters.to() },
        { text: label, href: paths.matter.to({ matterId }) },
      ],
      view: {
        number: open && matter.registryNumber === null ? numberForm(context, matter) : undefined,
        onAgenda: open ? await agendaWarning(context, matter) : undefined,
        acts: actsOf(context, matter, open),
        join: open ? joinForm(context, matter) : undefined,
        move: open ? await moveForm(context, matter) : undefined,
        blocked: matter.state === 'cancelled' ? blockedText(context, matter) : undefined,
      },
    };
  },
});

function blockedText({ lang }: ReadContext, matter: MatterView): string | undefined {
  const verdict = canChangeMatter({ label: matter.registryNumber ?? matter.title, state: matter.state });
  return verdict.ok ? undefined : refusalWords(lang, verdict).detail;
}

/** A closed matter stays on the agenda: whoever closes it is told so beforehand. */
async function agendaWarning({ em, lang }: ReadContext, { id }: MatterView): Promise<string | undefined> {
  const day = await openMeetingOfMatter(em, id);
  return day === null ? undefined : text(lang, 'register.onAgendaWarning', { day: dayText(lang, day) });
}

function numberForm(context: ReadContext, { id: matterId, version, seriesKeptHere }: MatterView) {
  const form = formFields(context.form, 'numberMatter');
  return {
    ...frameOf(matterId, version, form),
    field: seriesKeptHere ? undefined : form.field('registryNumber', ''),
  };
}

function joinForm(context: ReadContext, { id, version }: MatterView) {
  const form = formFields(context.form, 'joinMatter');
  return { ...frameOf(id, version, form), into: form.field('into', ''), reason: form.field('reason', '') };
}

/** Only where the reader keeps the register of another body as well. */
async function moveForm(context: ReadContext, { id, version, bodyId }: MatterView) {
  const { em, holder, today } = context;
  if (holder === null) return undefined;
  const others = (await bodiesFor(em, holder, 'matter.register', today)).filter((body) => body.id !== bodyId);
  if (others.length === 0) return undefined;
  const form = formFields(context.form, 'moveMatter');
  const to = form.field('bodyId', '');
  return { ...frameOf(id, version, form), to: { ...to, options: peopleOptions(others, to.value) } };
}

function frameOf(matterId: string, version: number, form: { readonly id: string; readonly postTo: string }) {
  return {
    id: form.id,
    postTo: form.postTo,
    page: paths.matterState.to({ matterId }),
    next: paths.matter.to({ matterId }),
    matterId,
    version,
  };
}

type Wording = readonly [
  command: CommandName,
  heading: TextKey,
  lead: TextKey,
  reason: TextKey,
  act: TextKey,
];

const close: Wording = [
  'closeMatter',
  'register.closeHeading',
  'register.closeText',
  'register.closeReason',
  'register.closeAct',
];
const reopen: Wording = [
  'reopenMatter',
  'register.reopenHeading',
  'register.reopenText',
  'register.reopenReason',
  'register.reopenAct',
];
const cancel: Wording = [
  'cancelMatter',
  'register.cancelMatterHeading',
  'register.cancelMatterText',
  'register.cancelReason',
  'register.cancelMatterAct',
];

function actsOf(context: ReadContext, matter: MatterView, open: boolean) {
  if (matter.state === 'cancelled') return [];
  const { lang } = context;
  return [open ? close : reopen, cancel].map(([command, heading, lead, reason, act], index) => {
    const form = formFields(context.form, command);
    return {
      ...frameOf(matter.id, matter.version, form),
      heading: text(lang, heading),
      lead: text(lang, lead),
      label: text(lang, reason),
      act: text(lang, act),
      main: index === 0,
      field: form.field('reason', ''),
    };
  });
}
