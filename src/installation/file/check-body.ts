import type { County } from '../../contracts/case-files/county';
import { mayTakeSeat, seatFaults } from '../../domain/bodies/composition';
import { readRulesOfProcedure } from '../../domain/bodies/rules-faults';
import type { Seat, SeatHolder } from '../../domain/bodies/seats';
import { refuse } from '../../domain/refusals/refusal';
import { asDay } from '../../domain/time/day';
import type { NameCheck } from './name-check';
import { namesOf, type KnownNames, type Readable } from './readable';
import type { JsonPath } from './source-text';

/** The shipped settings of a kind of body. */
export type ReadProfile = (profile: 'jointBoard' | 'council') => Readonly<Record<string, unknown>>;

type Body = Readable<County['bodies'][number]>;

/** What a body may refer to, as far as it can be read. */
export interface Names {
  readonly authorities: KnownNames;
  readonly principals: KnownNames;
  readonly people: KnownNames;
  /** The authority that keeps each series, by code. */
  readonly series: ReadonlyMap<string, string | undefined> | null;
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
  const own = check.unique(
    'principals',
    namesOf(body.principals, (name) => name),
    '',
    path,
  );
  for (const [index, principal] of (body.principals ?? []).entries()) {
    check.known([...path, 'principals', index], principal, names.principals, 'principals');
  }
  check.known([...path, 'hostPrincipal'], body.hostPrincipal, own, 'organets principals');
  checkSeats(check, path, body, own, names.people);
  checkRules(check, [...path, 'rules'], body, readProfile);
  checkRecipients(check, path, body, own, names.people);
}

function checkSeries(check: NameCheck, path: JsonPath, { series, authority }: Body, names: Names): void {
  if (series === null || series === undefined || names.series === null) return;
  check.known([...path, 'series'], series, new Set(names.series.keys()), 'series (code)');
  const keeper = names.series.get(series);
  if (keeper !== undefined && authority !== undefined && keeper !== authority) {
    check.refused([...path, 'series'], refuse('series-of-other-authority'));
  }
}

function checkSeats(check: NameCheck, path: JsonPath, body: Body, own: KnownNames, people: KnownNames): void {
  const seats: Seat[] = [];
  const seated: SeatHolder[] = [];
  for (const [list, kind] of [['members', 'member'] as const, ['substitutes', 'substitute'] as const]) {
    for (const [index, seat] of (body[list] ?? []).entries()) {
      if (seat === undefined) continue;
      const at = [...path, list, index];
      check.known([...at, 'principal'], seat.principal, own, 'organets principals');
      check.known([...at, 'person'], seat.person, people, 'people');
      const seatId = `${kind} ${index}`;
      if (seat.principal !== undefined) {
        seats.push({ id: seatId, principalId: seat.principal, kind, ordinal: index + 1, pairedSeatId: null });
      }
      const candidate = asHolder(seatId, seat);
      if (candidate === null) continue;
      const verdict = mayTakeSeat(candidate, seated);
      if (!verdict.ok) check.refused([...at, 'person'], verdict);
      seated.push(candidate);
    }
  }
  const { members, substitutes } = body;
  for (const [index, substitute] of (substitutes ?? []).entries()) {
    const pairedWith = substitute?.pairedWith ?? 0;
    if (members !== undefined && pairedWith > members.length) {
      check.fault(
        [...path, 'substitutes', index, 'pairedWith'],
        `det finns ${members.length} ledamotsplatser`,
      );
    }
  }
  // Whether there are enough of each can be told when every seat and every principal can be read.
  if (body.kind !== 'jointBoard' || own === null || members === undefined || substitutes === undefined)
    return;
  if (seats.length < members.length + substitutes.length) return;
  const principals = [...own].map((name) => ({ id: name, name }));
  for (const refusal of seatFaults(seats, principals)) check.refused([...path, 'members'], refusal);
}

type HeldSeat = Readable<County['bodies'][number]['members'][number]>;

/** Null where the rule cannot be asked, since a part of it cannot be read. */
function asHolder(seatId: string, seat: HeldSeat | Omit<HeldSeat, 'office'>): SeatHolder | null {
  const { person, from, until } = seat;
  if (person === undefined || from === undefined || until === undefined) return null;
  return {
    seatId,
    personId: person,
    party: seat.party ?? '',
    office: ('office' in seat ? seat.office : null) ?? null,
    validFrom: asDay(from),
    validTo: until === null ? null : asDay(until),
  };
}

function checkRules(check: NameCheck, path: JsonPath, body: Body, readProfile: ReadProfile): void {
  let latest: string | undefined;
  for (const [index, rules] of (body.rules ?? []).entries()) {
    if (rules?.profile !== undefined && rules.changes !== undefined) {
      const reading = readRulesOfProcedure({ ...readProfile(rules.profile), ...rules.changes });
      for (const { field, refusal } of reading.ok ? [] : reading.faults) {
        check.refused([...path, index, 'changes', field], refusal);
      }
    }
    const validFrom = rules?.validFrom;
    if (latest !== undefined && validFrom !== undefined && latest >= validFrom) {
      check.refused([...path, index, 'validFrom'], refuse('rules-overlap', { number: index, from: latest }));
    }
    latest = validFrom ?? latest;
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
  own: KnownNames,
  people: KnownNames,
): void {
  check.unique(
    'recipients',
    namesOf(body.recipients, ({ name }) => name),
    'name',
    path,
  );
  for (const [index, recipient] of (body.recipients ?? []).entries()) {
    if (recipient === undefined) continue;
    const at = [...path, 'recipients', index];
    check.known([...at, 'person'], recipient.person, people, 'people');
    check.known([...at, 'principal'], recipient.principal, own, 'organets principals');
    for (const field of recipient.kind === undefined ? [] : reachedBy[recipient.kind]) {
      if (recipient[field] === null) check.refused([...at, field], refuse('recipient-incomplete', { field }));
    }
  }
}
