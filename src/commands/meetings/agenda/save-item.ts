import type { AddItem } from '../../../contracts/meetings/agenda/add-item';
import { agendaItemFaults } from '../../../domain/meetings/agenda/agenda-item';
import { refuse, type Refusal } from '../../../domain/refusals/refusal';
import type { AgendaItem } from '../../../store/entities/meetings';
import type { Transaction } from '../../runner/transaction';
import { writePoints, writeSummary } from './item-rows';

/** What a form says stands at an item. */
export type ItemContent = Pick<
  AddItem,
  | 'kind'
  | 'title'
  | 'publicTitle'
  | 'closed'
  | 'exerciseOfAuthority'
  | 'presenters'
  | 'recipientIds'
  | 'points'
  | 'summary'
  | 'plannedTime'
>;

/** What the item's own row takes of it. A presenter of the office is named as the person register has it. */
export async function itemColumns(tx: Transaction, content: ItemContent) {
  const names = await presenterNames(tx, content);
  return {
    kind: content.kind,
    title: content.title,
    publicTitle: content.publicTitle ?? null,
    closed: content.closed,
    exerciseOfAuthority: content.exerciseOfAuthority,
    presenters: content.presenters.map(({ personId, name }) => ({
      personId: personId ?? null,
      name: names.get(personId ?? '') ?? name,
    })),
    recipientIds: [...new Set(content.recipientIds)],
    plannedTime: content.plannedTime ?? null,
  } satisfies Partial<AgendaItem>;
}

async function presenterNames(
  tx: Transaction,
  { presenters }: ItemContent,
): Promise<ReadonlyMap<string, string>> {
  const ids = presenters.flatMap(({ personId }) => personId ?? []);
  if (ids.length === 0) return new Map();
  const rows: { id: string; name: string }[] = await tx.em.execute(
    'select id, name from person where id in (?)',
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What is wrong with the content: the domain's first fault, or a recipient that is not the body's. */
export async function contentFault(
  tx: Transaction,
  bodyId: string,
  label: string,
  content: ItemContent,
): Promise<Refusal | null> {
  const { title, closed, exerciseOfAuthority } = content;
  const facts = {
    id: '',
    label,
    title,
    closed,
    exerciseOfAuthority,
    publicTitle: content.publicTitle ?? null,
  };
  const fault = agendaItemFaults(facts)[0];
  if (fault !== undefined) return fault;
  const wanted = [...new Set(content.recipientIds)];
  if (wanted.length > 0) {
    const known: unknown[] = await tx.em.execute(
      'select 1 from dispatch_recipient where body_id = ? and id in (?)',
      [bodyId, wanted],
    );
    if (known.length !== wanted.length) return refuse('not-found');
  }
  const people = [...new Set(content.presenters.flatMap(({ personId }) => personId ?? []))];
  if (people.length === 0) return null;
  const found: unknown[] = await tx.em.execute('select 1 from person where id in (?)', [people]);
  return found.length === people.length ? null : refuse('not-found');
}

/** Writes what stands in the item's own tables: points and summary. */
export async function writeContent(
  tx: Transaction,
  item: Pick<AgendaItem, 'id' | 'authorityId' | 'bodyId'>,
  content: ItemContent,
): Promise<void> {
  await tx.em.flush();
  await writePoints(tx, item.id, content.points);
  const owner = {
    itemId: item.id,
    authorityId: item.authorityId,
    bodyId: item.bodyId,
    closed: content.closed,
  };
  await writeSummary(tx, owner, content.summary ?? null);
}
