import { text } from '../../../../i18n/texts';
import type { AssignmentView } from '../../../../store/queries/meetings/session/session-item-rows';
import type { ReadContext } from '../../../context';
import { formFields } from '../../../forms';
import type { PossibleOwner } from '../session/session-decision';
import { choice } from '../session/session-forms';

/** M-13, M-20: who completes what the decision waits for and by when, and every assignment with a row to add one. */
export function followedForm(
  lang: ReadContext['lang'],
  posted: ReadContext['form'],
  standing: readonly AssignmentView[],
  owners: readonly PossibleOwner[],
) {
  const form = formFields(posted, 'correctRecord');
  const people = owners.map(({ id, name, title }) => ({
    value: id,
    text: title === '' ? name : `${name}, ${title}`,
  }));
  const condition = standing.find(({ kind }) => kind === 'condition');
  const given: (AssignmentView | undefined)[] = standing.filter(({ kind }) => kind === 'assignment');
  return {
    completion: {
      owner: choice(form.field('completion.ownerPersonId', condition?.ownerPersonId), people),
      dueDay: form.field('completion.dueDay', condition?.dueDay),
      dueWords: form.field('completion.dueWords', condition?.dueWords),
    },
    assignments: [...given, undefined].map((each, index) => {
      const of = (name: string) => `assignments[${index}].${name}`;
      return {
        legend: text(lang, 'minutes.assignment', { number: index + 1 }),
        words: form.field(of('text'), each?.text),
        owner: choice(form.field(of('ownerPersonId'), each?.ownerPersonId), people),
        dueDay: form.field(of('dueDay'), each?.dueDay),
        dueWords: form.field(of('dueWords'), each?.dueWords),
        ...(each === undefined
          ? {}
          : {
              idField: of('assignmentId'),
              assignmentId: each.id,
              removed: form.field(of('removed'), ''),
            }),
      };
    }),
  };
}
