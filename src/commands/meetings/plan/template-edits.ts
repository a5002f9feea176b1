import { randomUUID } from 'node:crypto';
import type { CommandName } from '../../../contracts/commands';
import {
  OrderTemplate,
  RemoveTemplateItem,
  SetTemplateItem,
  type TemplateChanged,
} from '../../../contracts/meetings/plan/template-items';
import type { AgendaTemplateItem } from '../../../domain/meetings/agenda/agenda-template';
import {
  inOrder,
  withItem,
  withoutItem,
  type EditedItems,
} from '../../../domain/meetings/agenda/agenda-template-edits';
import { refuse } from '../../../domain/refusals/refusal';
import { Body } from '../../../store/entities/bodies';
import { readTemplateVersion } from '../../../store/queries/meetings/plan/plan-template';
import { defineCommand, type Command } from '../../runner/command';
import { lockRow } from '../../runner/transaction';
import { onBody } from './objects';

interface OfTemplate {
  readonly bodyId: string;
  readonly version: number;
}

/** An edit of the body's own template; the first one makes the shipped template the body's own. */
function edit<Input extends OfTemplate>(
  name: CommandName,
  input: Command<Input, TemplateChanged>['input'],
  change: (items: readonly AgendaTemplateItem[], input: Input) => EditedItems,
): Command<Input, TemplateChanged> {
  return defineCommand<Input, TemplateChanged>({
    name,
    kind: 'edit',
    input,
    permission: (tx, { bodyId }) => onBody(tx, 'plan.write', bodyId),
    handle: async (tx, given) => {
      const { bodyId } = given;
      // The body is locked first, so that two who begin from the shipped template do not both make it the body's own.
      const body = await lockRow(tx, Body, { id: bodyId });
      if (!body.ok) return body;
      const { template, version } = await readTemplateVersion(tx.em, body.row);
      if (version !== given.version) return refuse('stale-version');
      const edited = change(template.items, given);
      if (!edited.ok) return edited;
      const { authorityId } = body.row;
      await tx.em.execute(
        `insert into agenda_template (body_id, authority_id, template) values (?, ?, ?::jsonb)
         on conflict (body_id) do update set template = excluded.template, version = agenda_template.version + 1`,
        [bodyId, authorityId, JSON.stringify({ ...template, items: edited.items })],
      );
      return {
        ok: true,
        result: { bodyId, version: version + 1 },
        subject: { kind: 'body', id: bodyId, authorityId },
      };
    },
  });
}

/** M-3: an item that the agendas of the body begin from, new or changed. Planned meetings keep theirs. */
export const setTemplateItem = edit('setTemplateItem', SetTemplateItem, (items, input) => {
  const key = input.key ?? null;
  if (key !== null && !items.some((item) => item.key === key)) return refuse('template-item-unknown');
  const { title, kind, placement, proposal } = input;
  const note = input.note ?? null;
  return withItem(items, {
    key: key ?? `own${randomUUID().replaceAll('-', '')}`,
    title,
    kind,
    placement,
    proposal,
    ...(note === null ? {} : { note }),
  });
});

/** M-3: the order of the items before the matters, or of those after them. */
export const orderTemplate = edit('orderTemplate', OrderTemplate, (items, { item, position, move }) => {
  if (item.length !== position.length) return refuse('template-item-unknown');
  const [to, key = ''] = (move ?? '').split(':');
  return inOrder(
    items,
    new Map(item.map((each, index) => [each, position[index] ?? 1])),
    to === 'up' || to === 'down' ? { key, to } : null,
  );
});

/** M-3: the item is not on agendas planned from now on. */
export const removeTemplateItem = edit('removeTemplateItem', RemoveTemplateItem, (items, { key }) =>
  withoutItem(items, key),
);
