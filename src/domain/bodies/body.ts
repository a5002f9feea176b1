/** The kinds of body that have a profile of rules (B-1). */
export const bodyKinds = ['jointBoard', 'council'] as const;

export type BodyKind = (typeof bodyKinds)[number];

/** Offices within a body (B-2). */
export type Office = 'chair' | 'viceChair';
