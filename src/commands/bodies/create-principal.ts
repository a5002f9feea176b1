import { v7 as uuidv7 } from 'uuid';
import { CreatePrincipal, type PrincipalCreated } from '../../contracts/bodies/principals';
import { Authority, Principal } from '../../store/entities/people';
import { defineCommand } from '../runner/command';
import { findRow } from '../runner/transaction';
import { administer } from './administration';

/** Enters a principal (B-3). Whether the product's public page is its legal notice board is the principal's own word. */
export const createPrincipal = defineCommand<CreatePrincipal, PrincipalCreated>({
  name: 'createPrincipal',
  kind: 'edit',
  input: CreatePrincipal,
  permission: administer,
  handle: async (tx, principal) => {
    const authority = await findRow(tx, Authority, { id: principal.authorityId });
    if (!authority.ok) return authority;
    const principalId = uuidv7();
    tx.em.persist(tx.em.create(Principal, { id: principalId, ...principal }));
    return {
      ok: true,
      result: { principalId },
      subject: { kind: 'principal', id: principalId, authorityId: principal.authorityId },
    };
  },
});
