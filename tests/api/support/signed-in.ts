import { randomUUID } from 'node:crypto';
import type { MeetingOffice } from '../../support/builders/meetings';
import type { Browser } from './browser';
import type { ServedApi } from './test-api';

/** A browser in which someone of the office has signed in, by name. */
export async function signedInAs(office: MeetingOffice, api: ServedApi, name: string): Promise<Browser> {
  const personId = office.people.get(name);
  if (personId === undefined) throw new Error(`Nobody is called ${name}`);
  await office.rows(
    `insert into account (id, person_id, state) values ($1, $2, 'active') on conflict (person_id) do nothing`,
    [randomUUID(), personId],
  );
  const visitor = api.visitor();
  const { status } = await visitor.json('/api/session', 'POST', { personId });
  if (status !== 200) throw new Error(`Signing in gave ${status}`);
  return visitor;
}

/** What stands in a part of a page, its spaces made one. */
export function wordsIn(
  shown: { readonly $: (selector: string) => { text(): string } },
  part: string,
): string {
  return shown.$(part).text().replace(/\s+/g, ' ').trim();
}
