import type { County } from '../contracts/case-files/county';
import { readRulesOfProcedure } from '../domain/bodies/rules-faults';
import type { JsonPath, SourceText } from './source-text';

/** The shipped settings of a kind of body. */
export type ReadProfile = (profile: 'jointBoard' | 'council') => Readonly<Record<string, unknown>>;

type Body = County['bodies'][number];

/** Whether all that refers to each other by name is there, and the rules of procedure can be used. */
export function checkCounty(
  source: SourceText,
  at: JsonPath,
  county: County,
  readProfile: ReadProfile,
): void {
  const check = new NameCheck(source, at);
  const authorities = check.unique('authorities', county.authorities.map(nameOf));
  const principals = check.unique('principals', county.principals.map(nameOf));
  const people = check.unique('people', county.people.map(nameOf));
  const series = check.unique(
    'series',
    county.series.map(({ code }) => code),
    'code',
  );
  const bodies = check.unique(
    'bodies',
    county.bodies.map(({ slug }) => slug),
    'slug',
  );
  check.unique(
    'people',
    county.people.map(({ email }) => email.toLowerCase()),
    'email',
  );

  for (const [index, principal] of county.principals.entries()) {
    check.known(['principals', index, 'authority'], principal.authority, authorities, 'authorities');
  }
  for (const [index, each] of county.series.entries()) {
    check.known(['series', index, 'authority'], each.authority, authorities, 'authorities');
  }
  for (const [index, body] of county.bodies.entries()) {
    checkBody(check, ['bodies', index], body, { authorities, principals, people, series });
    checkRules(check, ['bodies', index, 'rules'], body, readProfile);
  }
  for (const [index, role] of county.roles.entries()) {
    check.known(['roles', index, 'person'], role.person, people, 'people');
    if (role.body !== undefined) check.known(['roles', index, 'body'], role.body, bodies, 'bodies (slug)');
    if (role.principal !== undefined) {
      check.known(['roles', index, 'principal'], role.principal, principals, 'principals');
    }
  }
}

interface Names {
  readonly authorities: ReadonlySet<string>;
  readonly principals: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly series: ReadonlySet<string>;
}

function checkBody(check: NameCheck, path: JsonPath, body: Body, names: Names): void {
  check.known([...path, 'authority'], body.authority, names.authorities, 'authorities');
  if (body.series !== null) check.known([...path, 'series'], body.series, names.series, 'series (code)');
  const own = new Set(body.principals);
  for (const [index, principal] of body.principals.entries()) {
    check.known([...path, 'principals', index], principal, names.principals, 'principals');
  }
  check.known([...path, 'hostPrincipal'], body.hostPrincipal, own, 'organets principals');
  for (const list of ['members', 'substitutes'] as const) {
    for (const [index, seat] of body[list].entries()) {
      check.known([...path, list, index, 'principal'], seat.principal, own, 'organets principals');
      check.known([...path, list, index, 'person'], seat.person, names.people, 'people');
    }
  }
  for (const [index, { pairedWith }] of body.substitutes.entries()) {
    if (pairedWith !== null && pairedWith > body.members.length) {
      check.fault(
        [...path, 'substitutes', index, 'pairedWith'],
        `det finns ${body.members.length} ledamotsplatser`,
      );
    }
  }
  for (const [index, recipient] of body.recipients.entries()) {
    const { person, principal } = recipient;
    if (person !== null)
      check.known([...path, 'recipients', index, 'person'], person, names.people, 'people');
    if (principal !== null) {
      check.known([...path, 'recipients', index, 'principal'], principal, own, 'organets principals');
    }
  }
}

function checkRules(check: NameCheck, path: JsonPath, body: Body, readProfile: ReadProfile): void {
  for (const [index, rules] of body.rules.entries()) {
    const reading = readRulesOfProcedure({ ...readProfile(rules.profile), ...rules.changes });
    for (const { field, refusal } of reading.ok ? [] : reading.faults) {
      const facts = Object.entries(refusal.facts).map(([key, value]) => `${key} ${value}`);
      check.fault([...path, index, 'changes', field], `${refusal.code} (${facts.join(', ')})`);
    }
  }
}

const nameOf = ({ name }: { readonly name: string }): string => name;

class NameCheck {
  constructor(
    private readonly source: SourceText,
    private readonly at: JsonPath,
  ) {}

  fault(path: JsonPath, message: string): void {
    this.source.fault([...this.at, ...path], message);
  }

  unique(list: string, names: readonly string[], field = 'name'): Set<string> {
    const seen = new Set<string>();
    for (const [index, name] of names.entries()) {
      if (seen.has(name)) this.fault([list, index, field], `"${name}" finns redan i ${list}`);
      seen.add(name);
    }
    return seen;
  }

  known(path: JsonPath, name: string, names: ReadonlySet<string>, list: string): void {
    if (!names.has(name)) this.fault(path, `"${name}" finns inte bland ${list}`);
  }
}
