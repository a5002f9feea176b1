/** The kinds of body that have a profile of rules (B-1). */
export const bodyKinds = ['jointBoard', 'council'] as const;

export type BodyKind = (typeof bodyKinds)[number];

/** A region or a municipality: the two kinds that can own a responsibility (2003:192 1 §). */
export type PrincipalKind = 'region' | 'municipality';

/** Offices within a body (B-2). */
export type Office = 'chair' | 'viceChair';
