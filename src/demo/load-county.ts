import { addDispatchRecipient } from '../commands/bodies/add-dispatch-recipient';
import { appointSeatHolder } from '../commands/bodies/appoint-seat-holder';
import { createAuthority } from '../commands/bodies/create-authority';
import { createNumberSeries } from '../commands/bodies/create-number-series';
import { createPrincipal } from '../commands/bodies/create-principal';
import { decideRulesOfProcedure } from '../commands/bodies/decide-rules-of-procedure';
import { foundBody } from '../commands/bodies/found-body';
import { setAgendaTemplate } from '../commands/meetings/plan/set-agenda-template';
import { assignRole } from '../commands/people/assign-role';
import { registerPerson } from '../commands/people/register-person';
import type { County } from '../contracts/case-files/county';
import type { Office } from './office';

type Ids = Map<string, string>;
type CountyBody = County['bodies'][number];

/** What the loader found or made, by name. */
export interface LoadedCounty {
  readonly people: ReadonlyMap<string, string>;
  readonly bodies: ReadonlyMap<string, string>;
  readonly series: ReadonlyMap<string, string>;
}

/** The shipped settings of a kind of body, before a county's own changes. */
export type ReadProfile = (profile: 'jointBoard' | 'council') => Readonly<Record<string, unknown>>;

/**
 * Enters a county: authorities, principals, series, people, bodies with seats and rules, roles.
 * @param password one for all its people, or null: they sign in by links
 * @throws LoadFault when a command is refused; an Error when a name is used that the county does not have
 */
export async function loadCounty(
  office: Office,
  county: County,
  options: { readonly password: string | null; readonly readProfile: ReadProfile },
): Promise<LoadedCounty> {
  office.say(`${county.name}: ${county.principals.length} huvudmän och ${county.people.length} personer`);
  const authorities: Ids = new Map();
  for (const authority of county.authorities) {
    const { authorityId } = await office.does(authority.name, createAuthority, authority);
    authorities.set(authority.name, authorityId);
  }
  const first = idOf(authorities, 'authorities', county.authorities[0]?.name ?? '');
  const principals: Ids = new Map();
  for (const { authority, ...principal } of county.principals) {
    const authorityId = idOf(authorities, 'authorities', authority);
    const made = await office.does(principal.name, createPrincipal, { ...principal, authorityId });
    principals.set(principal.name, made.principalId);
  }
  const series: Ids = new Map();
  for (const { authority, ...each } of county.series) {
    const authorityId = idOf(authorities, 'authorities', authority);
    const { seriesId } = await office.does(each.code, createNumberSeries, { ...each, authorityId });
    series.set(each.code, seriesId);
  }
  const people: Ids = new Map();
  for (const person of county.people) {
    const made = await office.does(person.name, registerPerson, {
      ...person,
      authorityId: first,
      password: options.password,
    });
    people.set(person.name, made.personId);
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

interface Names {
  readonly authorities: Ids;
  readonly principals: Ids;
  readonly series: Ids;
  readonly people: Ids;
  readonly bodies: Ids;
}

async function loadBody(
  office: Office,
  body: CountyBody,
  names: Names,
  readProfile: ReadProfile,
): Promise<string> {
  const seat =
    (kind: 'member' | 'substitute') =>
    (
      { principal, ...rest }: { readonly principal: string; readonly pairedWith?: number | null },
      index: number,
    ) => ({
      principalId: idOf(names.principals, 'principals', principal),
      kind,
      ordinal: index + 1,
      pairedWith: rest.pairedWith ?? null,
    });
  const founded = await office.does(body.name, foundBody, {
    authorityId: idOf(names.authorities, 'authorities', body.authority),
    kind: body.kind,
    name: body.name,
    slug: body.slug,
    hostPrincipalId: idOf(names.principals, 'principals', body.hostPrincipal),
    principalIds: body.principals.map((principal) => idOf(names.principals, 'principals', principal)),
    seriesId: body.series === null ? null : idOf(names.series, 'series', body.series),
    seats: [...body.members.map(seat('member')), ...body.substitutes.map(seat('substitute'))],
  });
  const { bodyId } = founded;
  for (const rules of body.rules) {
    await office.does(`${body.name}, reglemente`, decideRulesOfProcedure, {
      bodyId,
      validFrom: rules.validFrom,
      decidedBy: rules.decidedBy,
      settings: { ...readProfile(rules.profile), ...rules.changes },
    });
  }
  if (body.agenda !== null) {
    await office.does(`${body.name}, föredragningslista`, setAgendaTemplate, {
      bodyId,
      template: body.agenda,
    });
  }
  for (const { seatId, kind, ordinal } of founded.seats) {
    const holder = kind === 'member' ? body.members[ordinal - 1] : body.substitutes[ordinal - 1];
    if (holder === undefined) continue;
    await office.does(`${body.name}, ${holder.person}`, appointSeatHolder, {
      seatId,
      personId: idOf(names.people, 'people', holder.person),
      party: holder.party,
      office: 'office' in holder ? holder.office : null,
      validFrom: holder.from,
      validTo: holder.until,
    });
  }
  for (const { person, principal, ...recipient } of body.recipients) {
    await office.does(`${body.name}, ${recipient.name}`, addDispatchRecipient, {
      ...recipient,
      bodyId,
      personId: person === null ? null : idOf(names.people, 'people', person),
      principalId: principal === null ? null : idOf(names.principals, 'principals', principal),
    });
  }
  return bodyId;
}

async function giveRole(office: Office, role: County['roles'][number], names: Names): Promise<void> {
  await office.does(`${role.person}, ${role.role}`, assignRole, {
    personId: idOf(names.people, 'people', role.person),
    role: role.role,
    scope: scopeOf(role, names),
    validFrom: role.from,
    validTo: role.until,
  });
}

function scopeOf(role: County['roles'][number], names: Names) {
  if (role.body !== undefined) return { kind: 'body', id: idOf(names.bodies, 'bodies', role.body) };
  if (role.principal !== undefined) {
    return { kind: 'principal', id: idOf(names.principals, 'principals', role.principal) };
  }
  return { kind: 'installation', id: null };
}

function idOf(ids: Ids, list: string, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`"${name}" finns inte bland ${list}`);
  return id;
}
