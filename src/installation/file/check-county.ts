import type { County } from '../../contracts/case-files/county';
import { canKeepSeries } from '../../domain/register/registering';
import { seriesPattern } from '../../domain/register/series-pattern';
import { refuse } from '../../domain/refusals/refusal';
import { checkBody, type ReadProfile } from './check-body';
import { NameCheck } from './name-check';
import { namesOf, type KnownNames, type Readable } from './readable';
import type { JsonPath, SourceText } from './source-text';

/**
 * Whether all that refers to each other by name is there, and the rules that commands ask allow it: a county without faults
 * is entered without refusals. What cannot be read is passed over, for the schema tells of it.
 */
export function checkCounty(
  source: SourceText,
  at: JsonPath,
  county: Readable<County>,
  readProfile: ReadProfile,
): void {
  const check = new NameCheck(source, at);
  const authorities = check.unique('authorities', namesOf(county.authorities, nameOf));
  const principals = check.unique('principals', namesOf(county.principals, nameOf));
  const people = check.unique('people', namesOf(county.people, nameOf));
  check.unique(
    'series',
    namesOf(county.series, ({ code }) => code),
    'code',
  );
  const slugs = namesOf(county.bodies, ({ slug }) => slug);
  const bodies = check.unique('bodies', slugs, 'slug');
  const addresses = namesOf(county.people, ({ email }) => email?.toLowerCase());
  check.unique('people', addresses, 'email');

  for (const [index, principal] of (county.principals ?? []).entries()) {
    check.known(['principals', index, 'authority'], principal?.authority, authorities, 'authorities');
  }
  for (const [index, each] of (county.series ?? []).entries()) {
    check.known(['series', index, 'authority'], each?.authority, authorities, 'authorities');
    if (each?.pattern === undefined) continue;
    const kept = canKeepSeries(seriesPattern(each.pattern));
    if (!kept.ok) check.refused(['series', index, 'pattern'], kept);
  }
  const names = { authorities, principals, people, series: keepersOf(county) };
  for (const [index, body] of (county.bodies ?? []).entries()) {
    if (body !== undefined) checkBody(check, ['bodies', index], body, names, readProfile);
  }
  checkRoles(check, county, { principals, people, bodies });
}

/** The authority that keeps each series; null where a code cannot be read. */
function keepersOf({ series }: Readable<County>): ReadonlyMap<string, string | undefined> | null {
  const keepers = new Map<string, string | undefined>();
  for (const each of series ?? [undefined]) {
    if (each?.code === undefined) return null;
    keepers.set(each.code, each.authority);
  }
  return keepers;
}

function checkRoles(
  check: NameCheck,
  county: Readable<County>,
  names: Readonly<Record<'principals' | 'people' | 'bodies', KnownNames>>,
): void {
  const hasBoard = (county.authorities ?? [undefined]).some((each) => {
    // One whose kind cannot be read may be it.
    return each?.kind === undefined || each.kind === 'board';
  });
  for (const [index, role] of (county.roles ?? []).entries()) {
    if (role === undefined) continue;
    const path = ['roles', index];
    const { body, principal, from, until } = role;
    check.known([...path, 'person'], role.person, names.people, 'people');
    check.known([...path, 'body'], body, names.bodies, 'bodies (slug)');
    check.known([...path, 'principal'], principal, names.principals, 'principals');
    if ('body' in role && 'principal' in role)
      check.fault(path, 'rollen ska gälla antingen ett organ (body) eller en huvudman (principal)');
    if (!('body' in role) && !('principal' in role) && !hasBoard)
      check.fault(
        path,
        'en roll i hela installationen kräver en myndighet av slaget board bland authorities',
      );
    if (from !== undefined && typeof until === 'string' && until < from)
      check.refused([...path, 'until'], refuse('role-period-reversed', { from, until }));
  }
}

const nameOf = ({ name }: { readonly name?: string | undefined }): string | undefined => name;
