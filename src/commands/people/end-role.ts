import { EndRole } from '../../contracts/bodies/people';
import type { Nothing } from '../../contracts/people';
import { refuse } from '../../domain/refusals/refusal';
import { asDay } from '../../domain/time/day';
import { RoleAssignment } from '../../store/entities/people';
import { administer } from '../bodies/administration';
import { defineCommand } from '../runner/command';
import { lockRow } from '../runner/transaction';
import { authorityOfScope } from './role-scope';
import type { AssignRole } from '../../contracts/bodies/people';

/** Ends a role on its last day (T-1); the row stays, so that old acts can be read with the role they were done in. */
export const endRole = defineCommand<EndRole, Nothing>({
  name: 'endRole',
  kind: 'edit',
  input: EndRole,
  permission: administer,
  handle: async (tx, { roleAssignmentId, ...input }) => {
    const role = await lockRow(tx, RoleAssignment, { id: roleAssignmentId });
    if (!role.ok) return role;
    const validTo = asDay(input.validTo);
    const ended = role.row.validTo ?? null;
    if (ended !== null) return refuse('role-already-ended', { day: ended });
    if (validTo < role.row.validFrom) {
      return refuse('role-period-reversed', { from: role.row.validFrom, until: validTo });
    }
    const authority = await authorityOfScope(tx, scopeOf(role.row));
    if (!authority.ok) return authority;
    role.row.validTo = validTo;
    const subject = { kind: 'person', id: role.row.personId, authorityId: authority.authorityId };
    return { ok: true, result: {}, subject };
  },
});

function scopeOf({ scopeKind, scopeId }: RoleAssignment): AssignRole['scope'] {
  if (scopeKind === 'installation' || scopeId === null || scopeId === undefined)
    return { kind: 'installation', id: null };
  return { kind: scopeKind, id: scopeId };
}
