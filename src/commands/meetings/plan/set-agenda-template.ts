import { SetAgendaTemplate } from '../../../contracts/meetings/plan/set-agenda-template';
import { Body } from '../../../store/entities/bodies';
import { defineCommand } from '../../runner/command';
import { findRow } from '../../runner/transaction';
import { onBody } from './objects';

/** M-3: the body's own template of agendas. Meetings that are planned already keep their items. */
export const setAgendaTemplate = defineCommand<SetAgendaTemplate, { bodyId: string }>({
  name: 'setAgendaTemplate',
  kind: 'edit',
  input: SetAgendaTemplate,
  permission: (tx, input) => onBody(tx, 'plan.write', input.bodyId),
  handle: async (tx, { bodyId, template }) => {
    const found = await findRow(tx, Body, { id: bodyId });
    if (!found.ok) return found;
    const { authorityId } = found.row;
    await tx.em.execute(
      `insert into agenda_template (body_id, authority_id, template) values (?, ?, ?::jsonb)
       on conflict (body_id) do update set template = excluded.template, version = agenda_template.version + 1`,
      [bodyId, authorityId, JSON.stringify(template)],
    );
    return { ok: true, result: { bodyId }, subject: { kind: 'body', id: bodyId, authorityId } };
  },
});
