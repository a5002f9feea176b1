import { v7 as uuidv7 } from 'uuid';
import { CreateAuthority, type AuthorityCreated } from '../../contracts/bodies/principals';
import { Authority } from '../../store/entities/people';
import { defineCommand } from '../runner/command';
import { administer } from './administration';

/** Enters an authority; it is never deleted. */
export const createAuthority = defineCommand<CreateAuthority, AuthorityCreated>({
  name: 'createAuthority',
  kind: 'edit',
  input: CreateAuthority,
  permission: administer,
  handle: (tx, { name, kind, orgNumber }) => {
    const authorityId = uuidv7();
    tx.em.persist(tx.em.create(Authority, { id: authorityId, name, kind, orgNumber }));
    return Promise.resolve({
      ok: true,
      result: { authorityId },
      subject: { kind: 'authority', id: authorityId, authorityId },
    });
  },
});
