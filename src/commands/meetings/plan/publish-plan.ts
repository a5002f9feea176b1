import { PublishPlan } from '../../../contracts/meetings/plan/publish-plan';
import { refuse } from '../../../domain/refusals/refusal';
import { MeetingPlan } from '../../../store/entities/bodies';
import { defineCommand } from '../../runner/command';
import { lockRow } from '../../runner/transaction';
import { onBody } from './objects';

/** M-1: the plan becomes a public page and an iCalendar feed; what is changed in it later is seen at once. */
export const publishPlan = defineCommand<PublishPlan, { planId: string }>({
  name: 'publishPlan',
  kind: 'edit',
  input: PublishPlan,
  permission: (tx, input) => onBody(tx, 'plan.write', input.bodyId),
  handle: async (tx, { bodyId, year }) => {
    const found = await lockRow(tx, MeetingPlan, { bodyId, year });
    if (!found.ok) return refuse('plan-empty', { year });
    const plan = found.row;
    if ((plan.publishedAt ?? null) !== null) return refuse('plan-published-already', { year });
    plan.publishedAt = tx.now;
    return {
      ok: true,
      result: { planId: plan.id },
      subject: { kind: 'meetingPlan', id: plan.id, authorityId: plan.authorityId },
    };
  },
});
