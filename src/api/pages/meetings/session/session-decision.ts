import { decidedPoints } from '../../../../domain/meetings/session/decided-points';
import {
  asksForAssignment,
  effectiveDateNote,
  grantsNothing,
  outcomes,
  type Outcome,
} from '../../../../domain/meetings/session/outcomes';
import type { Day } from '../../../../domain/time/day';
import { dayText } from '../../../../i18n/dates';
import { text } from '../../../../i18n/texts';
import type { AssignmentView } from '../../../../store/queries/meetings/session/session-item-rows';
import type { ReadContext } from '../../../context';
import { act, choice, outcomesWithout, sessionForm, outcomeTexts } from './session-forms';
import { servingOptions, type ItemPanel } from './session-motions';

/** People whom the body may give something to do. */
export interface PossibleOwner {
  readonly id: string;
  readonly name: string;
  readonly title: string;
}

/** What an outcome is called. */
export function outcomeText(lang: ReadContext['lang'], outcome: Outcome): string {
  return text(lang, outcomeTexts[outcome]);
}

/** The decision as it stands, the quick button "enligt förslaget", and the form for everything else. */
export function decisionView(
  panel: ItemPanel,
  owners: readonly PossibleOwner[],
  meetingDay: Day,
  appealWeeks: number,
) {
  const { context, address, item, rows } = panel;
  const { lang } = context;
  const decision = rows.decision;
  return {
    ...(decision === null ? quickAct(panel) : {}),
    ...(decision === null
      ? {}
      : {
          standing: {
            heading: outcomeText(lang, decision.outcome),
            points: decidedPoints({
              ...decision,
              itemKind: item.kind,
              proposal: item.points,
              before: null,
            }),
            lines: standingLines(panel, meetingDay, appealWeeks),
          },
        }),
    ...assignmentAsked(panel),
    heading: text(lang, decision === null ? 'session.otherDecision' : 'session.changeHeading'),
    act: text(lang, decision === null ? 'session.decideAct' : 'session.changeAct'),
    ...decisionForm(panel, owners),
    open: item.kind === 'decision' && decision === null && item.points.length === 0,
    address,
  };
}

/** M-13: asked before and after the decision, never in its way. What nobody records is followed by nobody. */
function assignmentAsked({ context: { lang }, item, rows }: ItemPanel) {
  const { decision, assignments } = rows;
  if (!asksForAssignment(decision?.points ?? item.points, assignments)) return {};
  const key = decision === null ? 'session.assignmentAhead' : 'session.assignmentMissing';
  const title = text(lang, 'session.assignmentAsked');
  const places = { where: text(lang, 'session.changeHeading'), other: text(lang, 'session.otherDecision') };
  return { assignmentAsked: { tone: 'warning', title, text: text(lang, key, places) } };
}

/** One key for what is nearly always decided. */
function quickAct({ context: { lang }, address, item }: ItemPanel) {
  const points = Object.fromEntries(item.points.map((point, index) => [`points[${index}]`, point]));
  const onlyNoted = item.points.length === 0;
  return {
    quick: act(
      address,
      'decideItem',
      text(lang, onlyNoted ? 'session.decideNoted' : 'session.decideAsProposed'),
      { itemId: item.id, outcome: onlyNoted ? 'noted' : 'approved', ...points },
      { hotkey: 'e', variant: 'primary' },
    ),
  };
}

function standingLines(
  { context: { lang }, rows }: ItemPanel,
  meetingDay: Day,
  appealWeeks: number,
): string[] {
  const { decision, assignments } = rows;
  if (decision === null) return [];
  const note =
    decision.effectiveOn === null ? null : effectiveDateNote(meetingDay, decision.effectiveOn, appealWeeks);
  return [
    ...(decision.reason === null ? [] : [text(lang, 'session.reasonLine', { reason: decision.reason })]),
    ...(decision.effectiveOn === null
      ? []
      : [text(lang, 'session.effectiveLine', { day: dayText(lang, decision.effectiveOn) })]),
    ...(note?.beforeAppealEnd === true
      ? [text(lang, 'session.effectiveEarly', { day: dayText(lang, note.earliestAppealEnd) })]
      : []),
    ...(decision.condition === null
      ? []
      : [text(lang, 'session.conditionLine', { condition: decision.condition })]),
    ...assignments.map((assignment) => assignmentLine(lang, assignment)),
  ];
}

function assignmentLine(lang: ReadContext['lang'], assignment: AssignmentView): string {
  const { dueDay, proposedDay, dueWords } = assignment;
  const day = dueDay ?? proposedDay;
  const when = [dueWords, day === null ? null : dayText(lang, day)]
    .filter((part) => part !== null)
    .join(', ');
  return text(lang, 'session.assignmentLine', {
    owner: assignment.owner,
    text: assignment.text,
    when: when === '' ? text(lang, 'session.noDay') : when,
  });
}

function decisionForm({ context, address, item, rows }: ItemPanel, owners: readonly PossibleOwner[]) {
  const { lang } = context;
  const { decision } = rows;
  const command = decision === null ? 'decideItem' : 'changeDecision';
  const { form, of } = sessionForm(context, address, command, {
    itemId: item.id,
    ...(decision === null ? {} : { version: decision.version }),
  });
  const points = pointsToStart(item.points, decision);
  const condition = rows.assignments.find(({ kind }) => kind === 'condition');
  const given = rows.assignments.filter(({ kind }) => kind === 'assignment');
  const people = owners.map(({ id, name, title }) => ({
    value: id,
    text: title === '' ? name : `${name}, ${title}`,
  }));
  return {
    form,
    outcome: choice(
      of.field('outcome', decision?.outcome ?? (points.length === 0 ? 'noted' : 'approved')),
      outcomes.map((value) => ({ value, text: outcomeText(lang, value) })),
    ),
    ...outcomesWithout,
    points: Array.from({ length: points.length + 2 }, (_point, index) => ({
      ...of.field(`points[${index}]`, points[index] ?? ''),
      label: text(lang, 'session.point', { number: index + 1 }),
    })),
    reason: of.field('reason', decision?.reason ?? ''),
    effectiveOn: of.field('effectiveOn', decision?.effectiveOn ?? ''),
    conditionText: of.field('condition.text', decision?.condition ?? ''),
    conditionOwner: choice(of.field('condition.ownerPersonId', condition?.ownerPersonId ?? ''), people),
    conditionDay: of.field('condition.dueDay', condition?.dueDay ?? ''),
    assignments: Array.from({ length: given.length + 1 }, (_each, index) => ({
      words: of.field(`assignments[${index}].text`, given[index]?.text ?? ''),
      owner: choice(
        of.field(`assignments[${index}].ownerPersonId`, given[index]?.ownerPersonId ?? ''),
        people,
      ),
      dueDay: of.field(`assignments[${index}].dueDay`, given[index]?.dueDay ?? ''),
      dueWords: of.field(`assignments[${index}].dueWords`, given[index]?.dueWords ?? ''),
    })),
  };
}

/** What the form begins with: the decision, or the proposal where nothing of it was granted and that may have to be changed. */
export function pointsToStart(
  proposal: readonly string[],
  decision: { readonly outcome: Outcome; readonly points: readonly string[] } | null,
): readonly string[] {
  if (decision === null) return proposal;
  return grantsNothing(decision.outcome) && decision.points.length === 0 ? proposal : decision.points;
}

const statementKeys = {
  reservation: 'session.statementReservation',
  separateStatement: 'session.statementSeparate',
  minutesNote: 'session.statementNote',
} as const;

/** What a statement in the minutes is called. */
export function statementText(lang: ReadContext['lang'], kind: keyof typeof statementKeys): string {
  return text(lang, statementKeys[kind]);
}

/** The button that takes back what was announced (M-8). */
export function withdrawStatement(
  lang: ReadContext['lang'],
  address: string,
  { id, version }: { readonly id: string; readonly version: number },
  line: string,
) {
  const words = text(lang, 'session.statementWithdrawAct');
  const label = text(lang, 'session.actOf', { act: words, name: line });
  return act(
    address,
    'withdrawReservation',
    words,
    { reservationId: id, version },
    { label, variant: 'tertiary' },
  );
}

/** Reservations and notes, and the form that announces one; only after the decision (KL 4:27). */
export function statementsView(
  { context, address, item, rows, attendance }: ItemPanel,
  kinds: readonly (keyof typeof statementKeys)[],
) {
  const { lang } = context;
  const { form, of } = sessionForm(context, address, 'announceReservation', { itemId: item.id });
  return {
    statements: rows.statements.map(({ id, version, kind, name, reason }) => {
      const line = text(lang, 'session.statementLine', { kind: statementText(lang, kind), name });
      return {
        line,
        reason: text(
          lang,
          reason === null ? 'session.statementWithoutReason' : 'session.statementWithReason',
        ),
        takeBack: withdrawStatement(lang, address, { id, version }, line),
      };
    }),
    ...(item.decided && kinds.length > 0
      ? {
          form,
          who: choice(of.field('seatId', ''), servingOptions(attendance)),
          kind: choice(
            of.field('kind', 'reservation'),
            kinds.map((value) => ({ value, text: statementText(lang, value) })),
          ),
          reason: of.field('reason', ''),
        }
      : {}),
  };
}
