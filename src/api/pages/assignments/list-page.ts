import { z } from 'zod';
import { acts } from '../../../domain/access/acts';
import type { Holder } from '../../../domain/access/capacities';
import type { Day } from '../../../domain/time/day';
import { text } from '../../../i18n/texts';
import { readAssignments, type AssignmentView } from '../../../store/queries/assignments/assignment-view';
import type { ReadContext } from '../../context';
import { paths } from '../../paths';
import type { DataList, Row } from '../../render/lists';
import { page } from '../../route';
import { assignmentTag, dayWords, fromText, saidWhen } from './words';

const choices = ['pagaende', 'mina', 'alla'] as const;
type Choice = (typeof choices)[number];

/** The follow-up list: what the reader's bodies follow, and what the reader is to report (M-13). */
export const assignmentsPage = page({
  path: paths.assignments,
  permission: 'signedIn',
  auditEvent: 'readAssignments',
  template: 'assignments/list',
  query: z.object({ visa: z.enum(choices).optional() }),
  view: async (context, _params, { visa }) => {
    const { em, lang, holder, today } = context;
    const chosen = visa ?? 'pagaende';
    const all = holder === null ? [] : await readAssignments(em, holder.personId, followedBy(holder, today));
    const shown = all.filter(
      ({ state, ownerPersonId }) =>
        chosen === 'alla' ||
        (state !== 'closed' && (chosen === 'pagaende' || ownerPersonId === holder?.personId)),
    );
    return {
      title: text(lang, 'assignments.listTitle'),
      heading: { lead: text(lang, 'assignments.listLead') },
      view: { assignments: assignmentList(context, shown, chosen) },
    };
  },
});

/** The bodies whose follow-up the reader may see. */
function followedBy({ holdings }: Holder, today: Day): string[] {
  const readers: readonly string[] = acts['assignment.read'];
  return holdings
    .filter(
      ({ capacity, scope, from, to }) =>
        readers.includes(capacity) && scope.kind === 'body' && from <= today && (to === null || today <= to),
    )
    .flatMap(({ scope }) => scope.id ?? []);
}

const emptyTitles = {
  pagaende: 'assignments.emptyOpen',
  mina: 'assignments.emptyMine',
  alla: 'assignments.emptyTitle',
} as const;

function assignmentList(
  { lang, today }: ReadContext,
  assignments: readonly AssignmentView[],
  chosen: Choice,
): DataList {
  const address = paths.assignments.to();
  const names = {
    pagaende: 'assignments.filterOpen',
    mina: 'assignments.filterMine',
    alla: 'assignments.filterAll',
  } as const;
  return {
    caption: text(lang, 'assignments.caption'),
    columns: [
      { text: text(lang, 'assignments.columnWhat') },
      { text: text(lang, 'assignments.columnOwner') },
      { text: text(lang, 'assignments.columnFrom') },
      { text: text(lang, 'assignments.columnWords') },
      { text: text(lang, 'assignments.columnDay') },
      { text: text(lang, 'assignments.columnState') },
    ],
    rows: assignments.map((assignment): Row => {
      const { id, dueDay } = assignment;
      return {
        cells: [
          { text: assignment.text, href: paths.assignment.to({ assignmentId: id }) },
          { text: assignment.owner },
          { text: fromText(lang, assignment) },
          { text: saidWhen(lang, assignment) },
          { text: dayWords(lang, assignment), ...(dueDay === null ? {} : { datetime: dueDay }) },
          { text: '', tag: assignmentTag(lang, assignment, today) },
        ],
      };
    }),
    countText: text(lang, 'assignments.count', { count: assignments.length }),
    filter: {
      action: address,
      fields: [
        {
          name: 'visa',
          label: text(lang, 'assignments.filterShow'),
          value: '',
          options: choices.map((value) => ({
            value,
            text: text(lang, names[value]),
            selected: value === chosen,
          })),
        },
      ],
      ...(chosen === 'pagaende' ? {} : { clearHref: address }),
    },
    empty: { title: text(lang, emptyTitles[chosen]), text: text(lang, 'assignments.emptyText') },
  };
}
