import type { Day } from '../time/day';

/** What a person can be towards an object. Chair, member and substitute come from seats, the rest from role assignments. */
export const capacities = [
  'secretary',
  'chair',
  'viceChair',
  'member',
  'substitute',
  'headOfCentre',
  'official',
  'registrar',
  'auditor',
  'operator',
  'administrator',
  'self',
] as const;
export type Capacity = (typeof capacities)[number];

export type Scope =
  | { readonly kind: 'body' | 'principal'; readonly id: string }
  | { readonly kind: 'installation'; readonly id: null };

/** A role or seat with its days; `to` null: until further notice. */
export interface Holding {
  readonly capacity: Exclude<Capacity, 'self'>;
  readonly scope: Scope;
  readonly from: Day;
  readonly to: Day | null;
}

/** A person with everything held, now and before. */
export interface Holder {
  readonly personId: string;
  readonly holdings: readonly Holding[];
}

/** What is acted upon, as far as access needs to know. */
export interface AccessObject {
  readonly bodyId?: string | undefined;
  readonly principalId?: string | undefined;
  /** People the object is about or belongs to, such as a memo's author or an absent member: 'self'. */
  readonly ownerIds?: readonly string[] | undefined;
  /** People recused from the item (KL 6:30). */
  readonly recusedIds?: readonly string[] | undefined;
}

/** The capacities a person has towards an object on a day. */
export function capacitiesOn(holder: Holder, object: AccessObject, day: Day): Set<Capacity> {
  const found = new Set<Capacity>();
  for (const holding of holder.holdings) {
    if (holding.from <= day && (holding.to === null || day <= holding.to) && covers(holding.scope, object)) {
      found.add(holding.capacity);
    }
  }
  if (object.ownerIds?.includes(holder.personId) === true) found.add('self');
  return found;
}

function covers(scope: Scope, object: AccessObject): boolean {
  if (scope.kind === 'installation') return true;
  return scope.id === (scope.kind === 'body' ? object.bodyId : object.principalId);
}
