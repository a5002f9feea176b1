import type { County } from '../../contracts/case-files/county';
import { canKeepSeries } from '../../domain/register/registering';
import { seriesPattern } from '../../domain/register/series-pattern';
import { refuse } from '../../domain/refusals/refusal';
import { checkBody, type ReadProfile } from './check-body';
import { NameCheck } from './name-check';
import type { JsonPath, SourceText } from './source-text';

/**
 * Whether all that refers to each other by name is there, and the rules that commands ask allow it: a county without faults
 * is entered without refusals.
 */
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
  const codes = county.series.map(({ code }) => code);
  check.unique('series', codes, 'code');
  const slugs = county.bodies.map(({ slug }) => slug);
  const bodies = check.unique('bodies', slugs, 'slug');
  const addresses = county.people.map(({ email }) => email.toLowerCase());
  check.unique('people', addresses, 'email');

  for (const [index, principal] of county.principals.entries()) {
    check.known(['principals', index, 'authority'], principal.authority, authorities, 'authorities');
  }
  for (const [index, each] of county.series.entries()) {
    check.known(['series', index, 'authority'], each.authority, authorities, 'authorities');
    const kept = canKeepSeries(seriesPattern(each.pattern));
    if (!kept.ok) check.refused(['series', index, 'pattern'], kept);
  }
  const series = new Map(county.series.map(({ code, authority }) => [code, authority]));
  const names = { authorities, principals, people, series };
  for (const [index, body] of county.bodies.entries()) {
    checkBody(check, ['bodies', index], body, names, readProfile);
  }
  checkRoles(check, county, { principals, people, bodies });
}

function checkRoles(
  check: NameCheck,
  county: County,
  names: Readonly<Record<'principals' | 'people' | 'bodies', ReadonlySet<string>>>,
): void {
  const hasBoard = county.authorities.some(({ kind }) => kind === 'board');
  for (const [index, role] of county.roles.entries()) {
    const path = ['roles', index];
    const { body, principal, from, until } = role;
    check.known([...path, 'person'], role.person, names.people, 'people');
    if (body !== undefined) check.known([...path, 'body'], body, names.bodies, 'bodies (slug)');
    if (principal !== undefined)
      check.known([...path, 'principal'], principal, names.principals, 'principals');
    if (body !== undefined && principal !== undefined)
      check.fault(path, 'rollen ska gälla antingen ett organ (body) eller en huvudman (principal)');
    if (body === undefined && principal === undefined && !hasBoard)
      check.fault(
        path,
        'en roll i hela installationen kräver en myndighet av slaget board bland authorities',
      );
    if (until !== null && until < from)
      check.refused([...path, 'until'], refuse('role-period-reversed', { from, until }));
  }
}

const nameOf = ({ name }: { readonly name: string }): string => name;
