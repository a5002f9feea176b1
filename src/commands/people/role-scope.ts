import type { AssignRole } from '../../contracts/bodies/people';
import { refuse, type Refusal } from '../../domain/refusals/refusal';
import { Body } from '../../store/entities/bodies';
import { Authority, Principal } from '../../store/entities/people';
import type { Transaction } from '../runner/transaction';

/** The authority whose role it is; `not-found` where the scope does not exist. */
export async function authorityOfScope(
  tx: Transaction,
  scope: AssignRole['scope'],
): Promise<{ readonly ok: true; readonly authorityId: string } | Refusal> {
  const authorityId = await find(tx, scope);
  return authorityId === undefined ? refuse('not-found') : { ok: true, authorityId };
}

/** A role in the whole installation belongs to the board that was entered first. */
async function find(tx: Transaction, scope: AssignRole['scope']): Promise<string | undefined> {
  switch (scope.kind) {
    case 'body':
      return (await tx.em.findOne(Body, scope.id))?.authorityId;
    case 'principal':
      return (await tx.em.findOne(Principal, scope.id))?.authorityId;
    case 'installation':
      return (await tx.em.find(Authority, { kind: 'board' }, { orderBy: { id: 'asc' }, limit: 1 }))[0]?.id;
  }
}
