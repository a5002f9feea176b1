import { allowed, refuse, type Refusal, type Verdict } from '../refusals/refusal';
import { overlaps } from '../time/validity';
import type { Seat, SeatHolder } from './seats';

/** A principal as a rule speaks of it: by id, with the name a sentence can use. */
export interface NamedPrincipal {
  readonly id: string;
  readonly name: string;
}

/**
 * KL 9:24: a joint board has as many substitutes as members, and each cooperating principal has at least one of each.
 * Gives every fault; a body that municipal law does not govern has none of these.
 */
export function seatFaults(seats: readonly Seat[], principals: readonly NamedPrincipal[]): Refusal[] {
  const of = (kind: Seat['kind']) => seats.filter((seat) => seat.kind === kind);
  const members = of('member');
  const substitutes = of('substitute');
  const faults: Refusal[] = [];
  if (members.length !== substitutes.length) {
    faults.push(
      refuse('substitutes-not-as-many-as-members', {
        members: members.length,
        substitutes: substitutes.length,
      }),
    );
  }
  for (const principal of principals) {
    const seated = (among: readonly Seat[]) => among.some((seat) => seat.principalId === principal.id);
    if (!seated(members)) faults.push(refuse('principal-without-member', { principal: principal.name }));
    if (!seated(substitutes))
      faults.push(refuse('principal-without-substitute', { principal: principal.name }));
  }
  for (const among of [members, substitutes]) {
    const ordinals = among.map((seat) => seat.ordinal);
    for (const ordinal of new Set(ordinals.filter((each, index) => ordinals.indexOf(each) !== index))) {
      faults.push(refuse('seat-number-twice', { ordinal }));
    }
  }
  return faults;
}

/**
 * Whether the person may take the seat (B-2): one holder a day, one seat a person in the body, one chair and one vice
 * chair at a time.
 * @param others the holders of all seats of the body, past ones included
 */
export function mayTakeSeat(candidate: SeatHolder, others: readonly SeatHolder[]): Verdict {
  if (candidate.validTo !== null && candidate.validTo < candidate.validFrom) {
    return refuse('seat-period-reversed', { from: candidate.validFrom, until: candidate.validTo });
  }
  for (const other of others) {
    if (!overlaps(candidate, other)) continue;
    if (other.seatId === candidate.seatId)
      return refuse('seat-taken', { from: other.validFrom, until: other.validTo ?? '–' });
    if (other.personId === candidate.personId) return refuse('person-has-a-seat', { from: other.validFrom });
    if (candidate.office !== null && other.office === candidate.office) {
      return refuse(candidate.office === 'chair' ? 'chair-taken' : 'vice-chair-taken', {
        from: other.validFrom,
      });
    }
  }
  return allowed;
}
