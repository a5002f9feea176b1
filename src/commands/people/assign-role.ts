import { v7 as uuidv7 } from 'uuid';
import { AssignRole, type RoleAssigned } from '../../contracts/bodies/people';
import { refuse } from '../../domain/refusals/refusal';
import { asDay } from '../../domain/time/day';
import { Person, RoleAssignment } from '../../store/entities/people';
import { administer } from '../bodies/administration';
import { defineCommand } from '../runner/command';
import { findRow } from '../runner/transaction';
import { authorityOfScope } from './role-scope';

/** Gives a role from a day on (T-1). Chairs, members and substitutes come from seats instead. */
export const assignRole = defineCommand<AssignRole, RoleAssigned>({
  name: 'assignRole',
  kind: 'edit',
  input: AssignRole,
  permission: administer,
  handle: async (tx, { personId, role, scope, ...input }) => {
    const person = await findRow(tx, Person, { id: personId });
    if (!person.ok) return person;
    const authority = await authorityOfScope(tx, scope);
    if (!authority.ok) return authority;
    const validFrom = asDay(input.validFrom);
    const validTo = input.validTo === null ? null : asDay(input.validTo);
    if (validTo !== null && validTo < validFrom) {
      return refuse('role-period-reversed', { from: validFrom, until: validTo });
    }
    const roleAssignmentId = uuidv7();
    tx.em.persist(
      tx.em.create(RoleAssignment, {
        id: roleAssignmentId,
        personId,
        role,
        scopeKind: scope.kind,
        scopeId: scope.id,
        validFrom,
        validTo,
      }),
    );
    const subject = { kind: 'person', id: personId, authorityId: authority.authorityId };
    return { ok: true, result: { roleAssignmentId }, subject };
  },
});
