export type Ids = Map<string, string>;

/** Ids of what a county's parts refer to, by the names they use. */
export interface Names {
  readonly authorities: Ids;
  readonly principals: Ids;
  readonly series: Ids;
  readonly people: Ids;
  readonly bodies: Ids;
}

/** @throws Error when a name is used that the county does not have */
export function idOf(ids: Ids, list: string, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`"${name}" finns inte bland ${list}`);
  return id;
}
