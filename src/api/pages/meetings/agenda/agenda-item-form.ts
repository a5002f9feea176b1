import type { CommandName } from '../../../../contracts/commands';
import { text } from '../../../../i18n/texts';
import {
  readDispatchChoices,
  readPresenters,
} from '../../../../store/queries/meetings/agenda/agenda-candidates';
import type { AgendaItemView } from '../../../../store/queries/meetings/agenda/agenda-items';
import type { MeetingHead } from '../../../../store/queries/meetings/plan/overview';
import { readAgendaTemplate } from '../../../../store/queries/meetings/plan/plan-template';
import { readBody } from '../../../../store/queries/meetings/plan/plan-year';
import type { ReadContext } from '../../../context';
import { formFields } from '../../../forms';
import { kindOptions } from './agenda-kinds';

const BLANK_POINTS = 2;
const PRESENTER_ROWS = 2;

/** The fields that stand at an item, filled with what is stored or, after a refusal, with what was typed. */
export async function itemForm(
  context: ReadContext,
  command: Extract<CommandName, 'addItem' | 'changeItem'>,
  head: MeetingHead,
  item: AgendaItemView | null,
) {
  const { em, lang } = context;
  const form = formFields(context.form, command);
  const kind = form.field('kind', item?.kind ?? 'decision');
  const points = item?.points ?? [];
  const rows = Math.max(points.length, typedRows(context, 'points')) + BLANK_POINTS;
  const presenters = item?.presenters ?? [];
  const presenterRows = Math.max(presenters.length, typedRows(context, 'presenters')) + PRESENTER_ROWS;
  const people = await readPresenters(em, head.bodyId, head.day);
  const recipients = await readDispatchChoices(em, head.bodyId, head.day);
  const body = await readBody(em, { id: head.bodyId });
  return {
    id: form.id,
    postTo: form.postTo,
    title: form.field('title', item?.title),
    kind: { ...kind, options: kindOptions(lang, kind.value) },
    points: Array.from({ length: rows }, (_, index) => ({
      ...form.field(`points[${index}]`, points[index]),
      label: text(lang, 'agenda.fieldPoint', { number: index + 1 }),
      blank: points[index] === undefined,
    })),
    sentences: body === null ? [] : (await readAgendaTemplate(em, body)).sentences,
    summary: form.field('summary', item?.summary),
    presenters: Array.from({ length: presenterRows }, (_, index) => {
      const person = form.field(`presenters[${index}].personId`, presenters[index]?.personId);
      const known = presenters[index]?.personId ?? null;
      return {
        person: {
          ...person,
          label: text(lang, 'agenda.fieldPerson', { number: index + 1 }),
          options: [
            { value: '', text: text(lang, 'agenda.nobody'), selected: person.value === '' },
            ...people.map(({ id, name }) => ({ value: id, text: name, selected: id === person.value })),
          ],
        },
        name: form.field(`presenters[${index}].name`, known === null ? presenters[index]?.name : ''),
      };
    }),
    recipients: {
      name: 'recipientIds',
      options: recipients.map(({ id, name }) => ({
        value: id,
        text: name,
        selected: form.ticked('recipientIds', item?.recipientIds.includes(id) ?? false, id),
      })),
    },
    closed: { ...form.field('closed', null), checked: form.ticked('closed', item?.closed ?? false) },
    publicTitle: form.field('publicTitle', item?.publicTitle),
    exercise: {
      ...form.field('exerciseOfAuthority', null),
      checked: form.ticked('exerciseOfAuthority', item?.exerciseOfAuthority ?? false),
    },
    plannedTime: form.field('plannedTime', item?.plannedTime),
  };
}

/** How many rows of a list were typed in the refused form, so that none of them is lost. */
function typedRows({ form }: ReadContext, list: string): number {
  const places = Object.keys(form?.values ?? {}).flatMap((name) => {
    const found = new RegExp(`^${list}\\[(\\d+)\\]`).exec(name)?.[1];
    return found === undefined ? [] : [Number(found) + 1];
  });
  return Math.max(0, ...places);
}
