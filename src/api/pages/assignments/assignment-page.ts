import { may } from '../../../domain/access/may';
import { refuse } from '../../../domain/refusals/refusal';
import { dayOf } from '../../../domain/time/stockholm';
import { dayText } from '../../../i18n/dates';
import { text } from '../../../i18n/texts';
import {
  assignmentAccess,
  readAssignment,
  type AssignmentView,
} from '../../../store/queries/assignments/assignment-view';
import type { ReadContext } from '../../context';
import { formFields } from '../../forms';
import { paths } from '../../paths';
import type { DefinitionItem, NextStep } from '../../render/components';
import { page } from '../../route';
import { deadlineWords } from '../meetings/overview/overview-head';
import { assignmentTag, fromText, saidWhen } from './words';

/** One assignment or condition: the secretary gives it a day, its owner reports (M-13, M-20). */
export const assignmentPage = page({
  path: paths.assignment,
  permission: {
    act: 'assignment.read',
    object: ({ em }, { assignmentId }) => assignmentAccess(em, assignmentId),
  },
  auditEvent: 'readAssignment',
  template: 'assignments/assignment',
  view: async (context, { assignmentId }) => {
    const { em, lang, holder, today } = context;
    const assignment = await readAssignment(em, assignmentId);
    if (assignment === null) return refuse('not-found');
    const { bodyId, ownerPersonId, item, kind } = assignment;
    const object = { bodyId, ownerIds: [ownerPersonId] };
    const open = assignment.state === 'open';
    const keeps = open && may(holder, 'assignment.confirm', object, today).ok;
    const reports = open && may(holder, 'assignment.report', object, today).ok;
    return {
      title: text(lang, kind === 'condition' ? 'assignments.titleCondition' : 'assignments.title', { item }),
      heading: {
        eyebrow: fromText(lang, assignment),
        state: assignmentTag(lang, assignment, today),
      },
      nextStep: nextStep(context, assignment),
      breadcrumbs: [{ text: text(lang, 'assignments.listTitle'), href: paths.assignments.to() }],
      view: {
        facts: factsOf(context, assignment),
        decided: assignment.text,
        ...reportOf(context, assignment),
        ...(keeps ? { confirm: confirmForm(context, assignment) } : {}),
        ...(reports ? { reporting: formOf(context, assignment, 'reportAssignment', 'report') } : {}),
        ...(keeps ? { closing: formOf(context, assignment, 'closeAssignment', 'reason') } : {}),
      },
    };
  },
});

function reportOf({ lang }: ReadContext, { report, reportedOn }: AssignmentView) {
  if (report === null || reportedOn === null) return {};
  const day = dayText(lang, dayOf(reportedOn));
  return { report: { heading: text(lang, 'assignments.reportedHeading', { day }), text: report } };
}

function nextStep({ lang, today }: ReadContext, assignment: AssignmentView): NextStep {
  const { state, dueDay, dueWords, owner, report, returnDay, closedReason } = assignment;
  if (state === 'closed') {
    if (report !== null && returnDay !== null)
      return {
        title: text(lang, 'assignments.nextDoneTitle'),
        text: text(lang, 'assignments.nextDoneText', { day: dayText(lang, returnDay) }),
      };
    return {
      title: text(lang, 'assignments.nextClosedTitle'),
      text:
        closedReason === null
          ? text(lang, 'assignments.nextClosedPlain')
          : text(lang, 'assignments.nextClosedText', { reason: closedReason }),
    };
  }
  if (state === 'reported')
    return {
      title: text(lang, 'assignments.nextWaitTitle'),
      text: text(lang, 'assignments.nextWaitText'),
    };
  if (dueDay === null)
    return {
      title: text(lang, 'assignments.nextConfirmTitle'),
      text:
        dueWords === null
          ? text(lang, 'assignments.nextConfirmTextPlain')
          : text(lang, 'assignments.nextConfirmText', { words: dueWords }),
      who: text(lang, 'assignments.whoSecretary'),
      rule: 'M-13',
      consequence: text(lang, 'assignments.nextConfirmConsequence'),
    };
  return {
    title: text(lang, 'assignments.nextReportTitle'),
    text: text(lang, 'assignments.nextReportText'),
    deadline: deadlineWords(lang, dueDay, today),
    who: text(lang, 'assignments.whoOwner', { name: owner }),
    rule: 'M-13',
    consequence: text(lang, 'assignments.nextReportConsequence'),
  };
}

/** Both days are shown: what the body said, what its words mean where they are no day, and what was set. */
function factsOf({ lang }: ReadContext, assignment: AssignmentView): DefinitionItem[] {
  const { dueWords, proposedDay, dueDay, returnDay, returnMeetingId } = assignment;
  const day = (value: typeof dueDay, none: 'assignments.noProposal' | 'assignments.dayNotSet') =>
    value === null ? { text: text(lang, none) } : { text: dayText(lang, value), datetime: value };
  return [
    { term: text(lang, 'assignments.termOwner'), text: assignment.owner },
    { term: text(lang, 'assignments.termWords'), text: saidWhen(lang, assignment) },
    ...(dueWords === null
      ? []
      : [{ term: text(lang, 'assignments.termProposed'), ...day(proposedDay, 'assignments.noProposal') }]),
    { term: text(lang, 'assignments.termDay'), ...day(dueDay, 'assignments.dayNotSet') },
    ...(returnDay === null || returnMeetingId === null
      ? []
      : [
          {
            term: text(lang, 'assignments.termReturn'),
            text: dayText(lang, returnDay),
            href: paths.meeting.to({ meetingId: returnMeetingId }),
          },
        ]),
  ];
}

function confirmForm(context: ReadContext, assignment: AssignmentView) {
  const { lang, today } = context;
  const { dueDay, dueWords, proposedDay } = assignment;
  const words = dueWords ?? text(lang, 'assignments.noWords');
  return {
    ...formOf(context, assignment, 'confirmDueDay', 'day', dueDay ?? proposedDay ?? ''),
    min: today,
    heading: text(lang, dueDay === null ? 'assignments.confirmHeading' : 'assignments.confirmMoveHeading'),
    act: text(lang, dueDay === null ? 'assignments.confirmAct' : 'assignments.confirmMoveAct'),
    main: dueDay === null,
    hint:
      proposedDay === null
        ? text(lang, 'assignments.confirmHintWords', { words })
        : text(lang, 'assignments.confirmHint', { words, day: dayText(lang, proposedDay) }),
  };
}

function formOf(
  context: ReadContext,
  { id, version }: AssignmentView,
  command: 'confirmDueDay' | 'reportAssignment' | 'closeAssignment',
  field: string,
  stored?: string,
) {
  const form = formFields(context.form, command);
  return {
    id: form.id,
    postTo: form.postTo,
    page: paths.assignment.to({ assignmentId: id }),
    assignmentId: id,
    version,
    field: form.field(field, stored),
  };
}
