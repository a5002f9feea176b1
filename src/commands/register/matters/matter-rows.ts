import type { Act } from '../../../domain/access/acts';
import type { MatterFacts } from '../../../domain/register/matter-states';
import type { Refusal } from '../../../domain/refusals/refusal';
import { Matter } from '../../../store/entities/register';
import type { Permission, Subject } from '../../runner/command';
import { findRow, type Transaction } from '../../runner/transaction';

/** What the rules need to know of a matter's row. */
export function factsOf(matter: Matter): MatterFacts {
  return { label: matter.registryNumber ?? matter.title, state: matter.state };
}

export function subjectOf(matter: Pick<Matter, 'id' | 'authorityId'>): Subject {
  return { kind: 'matter', id: matter.id, authorityId: matter.authorityId };
}

/** The permission of an act on a matter: decided on the body whose matter it is. */
export function onMatter(
  act: Act,
): (tx: Transaction, input: { readonly matterId: string }) => Promise<Permission | Refusal> {
  return async (tx, { matterId }) => {
    const found = await findRow(tx, Matter, { id: matterId });
    return found.ok ? { act, object: objectOf(found.row) } : found;
  };
}

export function objectOf(row: { readonly bodyId?: string | null | undefined }): Permission['object'] {
  return { bodyId: row.bodyId ?? undefined };
}
