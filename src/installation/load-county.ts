import { createAuthority } from '../commands/bodies/create-authority';
import { createNumberSeries } from '../commands/bodies/create-number-series';
import { createPrincipal } from '../commands/bodies/create-principal';
import { assignRole } from '../commands/people/assign-role';
import { registerPerson } from '../commands/people/register-person';
import type { County } from '../contracts/case-files/county';
import type { ReadProfile } from './file/check-body';
import { loadBody } from './load-body';
import { idOf, type Ids, type Names } from './names';
import type { Office } from './office';

/** What the loader found or made, by name. */
export interface LoadedCounty {
  readonly people: ReadonlyMap<string, string>;
  readonly bodies: ReadonlyMap<string, string>;
  readonly series: ReadonlyMap<string, string>;
}

/**
 * Enters a county: authorities, principals, series, people, bodies with seats and rules, roles. What the office has found to
 * be there already is left as it is (store/queries/installation/entered.ts has the names).
 * @param password one for all its people, or null: they sign in by links
 * @throws LoadFault when a command is refused; an Error when a name is used that the county does not have
 */
export async function loadCounty(
  office: Office,
  county: County,
  options: { readonly password: string | null; readonly readProfile: ReadProfile },
): Promise<LoadedCounty> {
  office.say(`${county.name}: ${county.principals.length} huvudmän och ${county.people.length} personer`);
  const { authorities, principals, series } = await loadAuthorities(office, county);
  const first = idOf(authorities, 'authorities', county.authorities[0]?.name ?? '');
  const people: Ids = new Map();
  for (const person of county.people) {
    const input = { ...person, authorityId: first, password: options.password };
    const name = `person/${person.email.toLowerCase()}`;
    const id = await office.once(name, person.name, registerPerson, input, ({ personId }) => personId);
    people.set(person.name, id);
  }
  const bodies: Ids = new Map();
  const names = { authorities, principals, series, people, bodies };
  for (const body of county.bodies) {
    office.say(`${body.name}: ${body.members.length} ledamöter och ${body.substitutes.length} ersättare`);
    bodies.set(body.slug, await loadBody(office, body, names, options.readProfile));
  }
  for (const role of county.roles) await giveRole(office, role, names);
  return { people, bodies, series };
}

async function loadAuthorities(
  office: Office,
  county: County,
): Promise<Pick<Names, 'authorities' | 'principals' | 'series'>> {
  const authorities: Ids = new Map();
  for (const authority of county.authorities) {
    const { name } = authority;
    const id = await office.once(
      `authority/${name}`,
      name,
      createAuthority,
      authority,
      (made) => made.authorityId,
    );
    authorities.set(name, id);
  }
  const principals: Ids = new Map();
  for (const { authority, ...principal } of county.principals) {
    const { name } = principal;
    const input = { ...principal, authorityId: idOf(authorities, 'authorities', authority) };
    const id = await office.once(
      `principal/${name}`,
      name,
      createPrincipal,
      input,
      (made) => made.principalId,
    );
    principals.set(name, id);
  }
  const series: Ids = new Map();
  for (const { authority, ...each } of county.series) {
    const authorityId = idOf(authorities, 'authorities', authority);
    const name = `series/${authorityId}/${each.code}`;
    const input = { ...each, authorityId };
    series.set(
      each.code,
      await office.once(name, each.code, createNumberSeries, input, (made) => made.seriesId),
    );
  }
  return { authorities, principals, series };
}

async function giveRole(office: Office, role: County['roles'][number], names: Names): Promise<void> {
  const personId = idOf(names.people, 'people', role.person);
  const scope = scopeOf(role, names);
  await office.once(
    `role/${personId}/${role.role}/${scope.kind}/${scope.id ?? ''}/${role.from}`,
    `${role.person}, ${role.role}`,
    assignRole,
    { personId, role: role.role, scope, validFrom: role.from, validTo: role.until },
    ({ roleAssignmentId }) => roleAssignmentId,
  );
}

function scopeOf(role: County['roles'][number], names: Names) {
  if (role.body !== undefined) return { kind: 'body', id: idOf(names.bodies, 'bodies', role.body) };
  if (role.principal !== undefined) {
    return { kind: 'principal', id: idOf(names.principals, 'principals', role.principal) };
  }
  return { kind: 'installation', id: null };
}
