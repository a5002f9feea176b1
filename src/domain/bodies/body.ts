/** The kinds of body of the glossary: anything that meets and keeps minutes or notes. */
export const bodyKinds = [
  'jointBoard',
  'council',
  'workingCommittee',
  'preparationGroup',
  'assessmentGroup',
  'referenceGroup',
  'steeringCouncil',
  'presidium',
  'memberCouncil',
  'customerCouncil',
  'assortmentGroup',
  'forum',
] as const;

export type BodyKind = (typeof bodyKinds)[number];

/** A region or a municipality: the two kinds that can own a responsibility (2003:192 1 §). */
export type PrincipalKind = 'region' | 'municipality';

/** Offices within a body (B-2). */
export type Office = 'chair' | 'viceChair';
