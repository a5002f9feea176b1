import type { County } from '../../contracts/case-files/county';
import { mayTakeSeat, seatFaults } from '../../domain/bodies/composition';
import { readRulesOfProcedure } from '../../domain/bodies/rules-faults';
import type { Seat, SeatHolder } from '../../domain/bodies/seats';
import { refuse } from '../../domain/refusals/refusal';
import { asDay } from '../../domain/time/day';
import type { NameCheck } from './name-check';
import type { JsonPath } from './source-text';

/** The shipped settings of a kind of body. */
export type ReadProfile = (profile: 'jointBoard' | 'council') => Readonly<Record<string, unknown>>;

type Body = County['bodies'][number];

/** What a body may refer to. */
export interface Names {
  readonly authorities: ReadonlySet<string>;
  readonly principals: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly series: ReadonlyMap<string, string>;
}

/** Whether the body can be founded, and its people seated, as it is written. */
export function checkBody(
  check: NameCheck,
  path: JsonPath,
  body: Body,
  names: Names,
  readProfile: ReadProfile,
): void {
  check.known([...path, 'authority'], body.authority, names.authorities, 'authorities');
  checkSeries(check, path, body, names);
  const own = new Set(body.principals);
  check.unique('principals', body.principals, '', path);
  for (const [index, principal] of body.principals.entries()) {
    check.known([...path, 'principals', index], principal, names.principals, 'principals');
  }
  check.known([...path, 'hostPrincipal'], body.hostPrincipal, own, 'organets principals');
  checkSeats(check, path, body, own, names.people);
  checkRules(check, [...path, 'rules'], body, readProfile);
  checkRecipients(check, path, body, own, names.people);
}

function checkSeries(check: NameCheck, path: JsonPath, { series, authority }: Body, names: Names): void {
  if (series === null) return;
  check.known([...path, 'series'], series, new Set(names.series.keys()), 'series (code)');
  const keeper = names.series.get(series);
  if (keeper !== undefined && keeper !== authority) {
    check.refused([...path, 'series'], refuse('series-of-other-authority'));
  }
}

function checkSeats(
  check: NameCheck,
  path: JsonPath,
  body: Body,
  own: ReadonlySet<string>,
  people: ReadonlySet<string>,
): void {
  const seats: Seat[] = [];
  const seated: SeatHolder[] = [];
  for (const [list, kind] of [['members', 'member'] as const, ['substitutes', 'substitute'] as const]) {
    for (const [index, seat] of body[list].entries()) {
      const at = [...path, list, index];
      check.known([...at, 'principal'], seat.principal, own, 'organets principals');
      check.known([...at, 'person'], seat.person, people, 'people');
      const seatId = `${kind} ${index}`;
      seats.push({ id: seatId, principalId: seat.principal, kind, ordinal: index + 1, pairedSeatId: null });
      const candidate: SeatHolder = {
        seatId,
        personId: seat.person,
        party: seat.party,
        office: 'office' in seat ? seat.office : null,
        validFrom: asDay(seat.from),
        validTo: seat.until === null ? null : asDay(seat.until),
      };
      const verdict = mayTakeSeat(candidate, seated);
      if (!verdict.ok) check.refused([...at, 'person'], verdict);
      seated.push(candidate);
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
  if (body.kind !== 'jointBoard') return;
  const principals = [...own].map((name) => ({ id: name, name }));
  for (const refusal of seatFaults(seats, principals)) check.refused([...path, 'members'], refusal);
}

function checkRules(check: NameCheck, path: JsonPath, body: Body, readProfile: ReadProfile): void {
  let latest: Body['rules'][number] | undefined;
  for (const [index, rules] of body.rules.entries()) {
    const reading = readRulesOfProcedure({ ...readProfile(rules.profile), ...rules.changes });
    for (const { field, refusal } of reading.ok ? [] : reading.faults) {
      check.refused([...path, index, 'changes', field], refusal);
    }
    if (latest !== undefined && latest.validFrom >= rules.validFrom) {
      const overlap = refuse('rules-overlap', { number: index, from: latest.validFrom });
      check.refused([...path, index, 'validFrom'], overlap);
    }
    latest = rules;
  }
}

/** What a recipient of each kind is reached by. */
const reachedBy = {
  person: ['person'],
  principalMailbox: ['principal'],
  allMunicipalities: [],
  auditors: ['principal', 'address'],
} as const;

function checkRecipients(
  check: NameCheck,
  path: JsonPath,
  body: Body,
  own: ReadonlySet<string>,
  people: ReadonlySet<string>,
): void {
  check.unique(
    'recipients',
    body.recipients.map(({ name }) => name),
    'name',
    path,
  );
  for (const [index, recipient] of body.recipients.entries()) {
    const at = [...path, 'recipients', index];
    const { person, principal, kind } = recipient;
    if (person !== null) check.known([...at, 'person'], person, people, 'people');
    if (principal !== null) check.known([...at, 'principal'], principal, own, 'organets principals');
    for (const field of reachedBy[kind]) {
      if (recipient[field] === null) check.refused([...at, field], refuse('recipient-incomplete', { field }));
    }
  }
}
