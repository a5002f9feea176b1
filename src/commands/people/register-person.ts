import { v7 as uuidv7 } from 'uuid';
import { RegisterPerson, type PersonRegistered } from '../../contracts/bodies/people';
import { passwordHolds } from '../../domain/people/password';
import { refuse } from '../../domain/refusals/refusal';
import { Account, Authority, Person } from '../../store/entities/people';
import { administer } from '../bodies/administration';
import { defineCommand } from '../runner/command';
import { findRow } from '../runner/transaction';
import { hashPassword } from './hash';

/** Enters a person with an open account; without a password the first sign-in goes by a link. */
export const registerPerson = defineCommand<RegisterPerson, PersonRegistered>({
  name: 'registerPerson',
  kind: 'edit',
  input: RegisterPerson,
  permission: administer,
  handle: async (tx, { authorityId, password, ...person }) => {
    const authority = await findRow(tx, Authority, { id: authorityId });
    if (!authority.ok) return authority;
    const same = await tx.em.execute('select 1 from person where lower(email) = lower(?)', [person.email]);
    if (same.length > 0) return refuse('email-taken', { email: person.email });
    if (password !== null) {
      const holds = passwordHolds(password, [person.name, person.email]);
      if (!holds.ok) return holds;
    }
    const personId = uuidv7();
    const passwordHash = password === null ? null : await hashPassword(password);
    tx.em.persist(tx.em.create(Person, { id: personId, ...person }));
    tx.em.persist(tx.em.create(Account, { id: uuidv7(), personId, passwordHash, state: 'active' }));
    return { ok: true, result: { personId }, subject: { kind: 'person', id: personId, authorityId } };
  },
});
