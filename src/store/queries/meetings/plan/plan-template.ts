import type { EntityManager } from '@mikro-orm/postgresql';
import type { BodyKind } from '../../../../domain/bodies/body';
import {
  defaultAgendaTemplates,
  type AgendaTemplate,
} from '../../../../domain/meetings/agenda/agenda-template-defaults';

/** What a body's agendas begin from: its own template, or the shipped one of its kind (M-3). */
export async function readAgendaTemplate(
  em: EntityManager,
  body: { readonly id: string; readonly kind: BodyKind },
): Promise<AgendaTemplate> {
  return (await readTemplateVersion(em, body)).template;
}

/** The same with its version, as forms carry it: 0 for the shipped template. */
export async function readTemplateVersion(
  em: EntityManager,
  body: { readonly id: string; readonly kind: BodyKind },
): Promise<{ readonly template: AgendaTemplate; readonly version: number }> {
  const rows: { template: AgendaTemplate; version: number }[] = await em.execute(
    'select template, version from agenda_template where body_id = ?',
    [body.id],
  );
  return rows[0] ?? { template: defaultAgendaTemplates[body.kind], version: 0 };
}
