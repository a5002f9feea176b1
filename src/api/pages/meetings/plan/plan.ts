import { planByRule } from '../../../../domain/meetings/plan/plan';
import { refuse, type Refusal } from '../../../../domain/refusals/refusal';
import { yearOf, type Day } from '../../../../domain/time/day';
import { nonWorkingReason } from '../../../../domain/time/holidays';
import { dayOf } from '../../../../domain/time/stockholm';
import type { AccessObject } from '../../../../domain/access/capacities';
import { dayText } from '../../../../i18n/dates';
import type { Language } from '../../../../i18n/languages';
import { text } from '../../../../i18n/texts';
import {
  readBody,
  readPlan,
  type BodyHead,
  type PlanMeeting,
  type PlanOfYear,
} from '../../../../store/queries/meetings/plan/plan-year';
import { readRulesByDay, rulesInForce } from '../../../../store/queries/meetings/plan/plan-rules';
import type { ReadContext } from '../../../context';
import { formFields } from '../../../forms';
import { paths } from '../../../paths';
import type { NextStep, Tabs } from '../../../render/components';
import { page, type ReadRoute } from '../../../route';
import { hasReached } from '../../../../domain/meetings/phases';
import { phaseTag, readerOf, timeSpan } from '../overview/overview-head';
import { chainOf } from './plan-chain';
import { planCalendarRoutes } from './plan-calendar';
import { planChangeRoutes } from './plan-change';
import { templateRoutes } from '../agenda/template';
import { planQuery, proposedDays, ruleChoices, ruleOf, type PlanQuery } from './plan-rule';

/** Blank rows for days by hand. */
const BLANK_DAYS = 3;

const planPage = page({
  path: paths.meetingPlan,
  permission: {
    act: 'plan.read',
    object: async (
      { em }: ReadContext,
      { bodyId }: { readonly bodyId: string },
    ): Promise<AccessObject | Refusal> =>
      (await readBody(em, { id: bodyId })) === null ? refuse('not-found') : { bodyId },
  },
  auditEvent: 'readMeetingPlan',
  template: 'meetings/plan',
  query: planQuery,
  view: async (context, { bodyId }, query) => {
    const { em, lang, today } = context;
    const body = await readBody(em, { id: bodyId });
    if (body === null) return refuse('not-found');
    const year = query.ar ?? yearOf(today);
    const plan = await readPlan(em, bodyId, year);
    const secretary = readerOf(context, { bodyId }).has('secretary');
    return {
      title: text(lang, 'plan.title', { year }),
      heading: {
        eyebrow: text(lang, 'plan.eyebrow', { body: body.name }),
        lead: text(lang, 'plan.lead'),
        state: planState(lang, plan),
      },
      ...(secretary ? { nextStep: planStep(lang, body, year, plan) } : {}),
      breadcrumbs: [{ text: text(lang, 'meetings.meetingsTitle'), href: paths.meetings.to() }],
      view: {
        years: yearTabs(lang, bodyId, year),
        meetings: await meetingCards(context, bodyId, plan?.meetings ?? [], secretary),
        empty: {
          title: text(lang, 'plan.emptyTitle', { year }),
          text: text(lang, 'plan.emptyText'),
        },
        ...(secretary
          ? {
              templateHref: paths.agendaTemplate.to({ bodyId }),
              form: await planForm(context, body, year, plan, query),
            }
          : {}),
      },
    };
  },
});

function planState(lang: Language, plan: PlanOfYear | null) {
  if (plan === null) return { text: text(lang, 'plan.stateNone'), tone: 'neutral' as const };
  return plan.publishedAt === null
    ? { text: text(lang, 'plan.stateDraft'), tone: 'warning' as const }
    : { text: text(lang, 'plan.statePublished'), tone: 'success' as const };
}

function planStep(lang: Language, body: BodyHead, year: number, plan: PlanOfYear | null): NextStep {
  if (plan === null)
    return { title: text(lang, 'plan.nextPlanTitle', { year }), text: text(lang, 'plan.nextPlanText') };
  if (plan.publishedAt === null) {
    const page = paths.meetingPlan.to({ bodyId: body.id }, { ar: year });
    return {
      title: text(lang, 'plan.nextPublishTitle'),
      text: text(lang, 'plan.nextPublishText'),
      action: {
        text: text(lang, 'plan.nextPublishAct'),
        postTo: '/gor/publishPlan',
        fields: [
          { name: 'bodyId', value: body.id },
          { name: 'year', value: year },
          { name: '_page', value: page },
          { name: '_next', value: page },
        ],
      },
    };
  }
  return {
    title: text(lang, 'plan.nextPublishedTitle'),
    text: text(lang, 'plan.nextPublishedText', { day: dayText(lang, dayOf(plan.publishedAt)) }),
    action: { text: text(lang, 'plan.nextPublishedAct'), href: paths.calendar.to({ slug: body.slug }) },
  };
}

function yearTabs(lang: Language, bodyId: string, year: number): Tabs {
  return {
    label: text(lang, 'plan.yearsLabel'),
    tabs: [year - 1, year, year + 1].map((each) => ({
      text: String(each),
      href: paths.meetingPlan.to({ bodyId }, { ar: each }),
      current: each === year,
    })),
  };
}

async function meetingCards(
  { em, lang }: ReadContext,
  bodyId: string,
  meetings: readonly PlanMeeting[],
  secretary: boolean,
) {
  const cards = [];
  const rulesOn = await readRulesByDay(em, bodyId);
  for (const meeting of meetings) {
    const { id, number, day, phase, place } = meeting;
    const inForce = rulesOn(day);
    const changeable = secretary && !hasReached(phase, 'summoned');
    cards.push({
      id,
      title: text(lang, 'plan.meetingLine', { number, day: dayText(lang, day) }),
      facts: text(lang, 'plan.timeAndPlace', { time: timeSpan(lang, meeting), place }),
      tag: phaseTag(lang, phase),
      href: paths.meeting.to({ meetingId: id }),
      ...(changeable ? { changeHref: paths.meetingChange.to({ meetingId: id }) } : {}),
      summary: text(lang, 'plan.chainSummary', { day: dayText(lang, day) }),
      chain: inForce === null ? [] : chainOf(lang, day, inForce),
    });
  }
  return cards;
}

/** The two steps of planning: a rule in the address, then the days as fields that a hand corrects. */
async function planForm(
  context: ReadContext,
  body: BodyHead,
  year: number,
  plan: PlanOfYear | null,
  query: PlanQuery,
) {
  const { lang, today } = context;
  const rule = ruleOf(query);
  const planned = new Set((plan?.meetings ?? []).map(({ day }) => day));
  const proposed = rule === null ? [] : proposedDays(rule, year, planned, today);
  const form = formFields(context.form, 'planMeetings');
  const latest = plan?.meetings.at(-1);
  const count = Math.max(proposed.length + BLANK_DAYS, 4);
  const days = [];
  for (let index = 0; index < count; index += 1) {
    const day = proposed[index];
    days.push({
      ...form.field(`days[${index}]`, day),
      label: text(lang, 'plan.dayNumber', { number: index + 1 }),
      ...(day === undefined ? {} : await dayNotes(context, body.id, day)),
    });
  }
  return {
    id: form.id,
    postTo: form.postTo,
    page: paths.meetingPlan.to({ bodyId: body.id }, { ar: year }) + ruleAddress(query),
    next: paths.meetingPlan.to({ bodyId: body.id }, { ar: year }),
    ruleAction: paths.meetingPlan.to({ bodyId: body.id }),
    bodyId: body.id,
    year,
    rule: rule === null || planByRule(rule, year).length === 0 ? null : rule,
    choices: ruleChoices(lang, rule ?? plan?.rule ?? null, year),
    days,
    startTime: form.field('startTime', latest?.startTime ?? '09:00'),
    endTime: form.field('endTime', latest?.endTime ?? '12:00'),
    place: form.field('place', latest?.place),
  };
}

async function dayNotes({ em, lang }: ReadContext, bodyId: string, day: Day) {
  const inForce = await rulesInForce(em, bodyId, day);
  const closed = nonWorkingReason(day) !== undefined;
  return {
    summary: text(lang, 'plan.chainSummary', { day: dayText(lang, day) }),
    chain: inForce === null ? [] : chainOf(lang, day, inForce),
    ...(closed ? { warning: text(lang, 'plan.nonWorking', { day: dayText(lang, day) }) } : {}),
  };
}

/** The rule as it stands in the address, so that a refused form comes back to the same days. */
function ruleAddress({ veckodag, vilken, manad }: PlanQuery): string {
  const months = [manad ?? []].flat().map((month) => `&manad=${encodeURIComponent(month)}`);
  return veckodag === undefined || vilken === undefined
    ? ''
    : `&veckodag=${veckodag}&vilken=${vilken}${months.join('')}`;
}

export const planRoutes: readonly ReadRoute[] = [
  planPage,
  ...templateRoutes,
  ...planChangeRoutes,
  ...planCalendarRoutes,
];
