import type { Capacity } from '../../../src/domain/access/capacities';
import { whoMay } from '../../support/access-matrix';
import type { Situation, Walker } from './objects';

/** What each is in the board and in the board beside it today; a registrar is that of the own principal. */
const held: Readonly<Record<Walker, { readonly board?: Capacity[]; readonly otherBoard?: Capacity[] }>> = {
  nobody: {},
  visitor: {},
  secretary: { board: ['secretary'] },
  // Those who preside are members too.
  chair: { board: ['chair', 'member'] },
  viceChair: { board: ['viceChair', 'member'] },
  member: { board: ['member'] },
  recusedMember: { board: ['member'] },
  substitute: { board: ['substitute'] },
  headOfCentre: { board: ['headOfCentre'] },
  official: { board: ['official'] },
  registrar: {},
  auditor: { board: ['auditor'] },
  operator: { board: ['operator'], otherBoard: ['operator'] },
  administrator: { board: ['administrator'], otherBoard: ['administrator'] },
  otherSecretary: { otherBoard: ['secretary'] },
  otherRegistrar: {},
  endedSecretary: {},
  endedMember: {},
};

const registrars: readonly Walker[] = ['registrar', 'otherRegistrar'];

/** Those with no relation to the board today: nothing of it is theirs. */
export const outsiders: readonly Walker[] = [
  'nobody',
  'visitor',
  'operator',
  'administrator',
  'otherSecretary',
  'endedSecretary',
  'endedMember',
];

/** By the written table: whether somebody may do an act here; null where it hangs on whose thing it is. */
export function expected(act: string, walker: Walker, situation: Situation): boolean | null {
  if (act === 'public') return true;
  if (walker === 'nobody') return false;
  const may = whoMay.get(act);
  if (may === undefined) throw new Error(`The table has no ${act}`);
  // One's own account, which everyone who is signed in has.
  if (act === 'own') return true;
  const roles = (situation === 'otherBody' ? held[walker].otherBoard : held[walker].board) ?? [];
  if (roles.some((role) => may.has(role))) return true;
  // A registrar's things are those of the own principal: which these are hangs on the posting or the dispatch.
  if (may.has('registrar') && registrars.includes(walker)) return null;
  return may.has('self') && !outsiders.includes(walker) ? null : false;
}

/** The same of a list over all bodies, which whoever may do the act anywhere is shown. */
export function expectedSomewhere(act: string, walker: Walker): boolean {
  const { board = [], otherBoard = [] } = held[walker];
  const roles = [...board, ...otherBoard, ...(registrars.includes(walker) ? ['registrar' as const] : [])];
  return roles.some((role) => whoMay.get(act)?.has(role));
}
