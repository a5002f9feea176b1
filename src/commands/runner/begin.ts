import type { EntityManager } from '@mikro-orm/postgresql';
import { actorName, type Actor } from '../../contracts/actor';
import type { Holder } from '../../domain/access/capacities';
import type { Day } from '../../domain/time/day';
import { HOLDINGS, toHolder, type HoldingRow } from '../../store/queries/holder';
import type { KeyedRequest } from './requests';

/** How a transaction begins. */
export interface Begun {
  /** The person with every role and seat ever held; null for whoever is no person, or one that is not known. */
  readonly holder: Holder | null;
  /** Whether the request's key was taken just now; false also where it has none. */
  readonly keyTaken: boolean;
}

/** Set before anything else is read or written in the statement. */
const STATED = `select set_config('samrad.actor', ?, true), set_config('samrad.authority', ?, true), set_config('samrad.day', ?, true)`;

/** Two at once with one key: the second waits here for the first's commit (wake.md 5). */
const TAKEN = `insert into request (actor, key, act, input_hash, result, created_at)
  select ?, ?, ?, ?, 'null'::jsonb, clock_timestamp() from stated on conflict (actor, key) do nothing returning key`;

/**
 * States who acts, for row level security (docs/adr/0002), takes the request's key and finds what the person holds. One
 * statement: every step and every page pays for its way to the database.
 * @param request left out where nothing is to be repeated
 */
export async function begin(
  em: EntityManager,
  actor: Actor,
  today: Day,
  request?: KeyedRequest,
): Promise<Begun> {
  const personId = actor.kind === 'person' ? actor.personId : null;
  const rows: (HoldingRow & { taken: boolean })[] = await em.execute(
    `with stated as materialized (${STATED}), ${request === undefined ? '' : `taken as (${TAKEN}),`} holdings as (${HOLDINGS})
     select holdings.*, ${request === undefined ? 'false' : 'exists (select from taken)'} as taken
     from stated left join holdings on true`,
    [
      actorName(actor),
      actor.kind === 'process' ? actor.authorityId : '',
      today,
      ...(request === undefined ? [] : [actorName(actor), request.key, request.act, request.inputHash]),
      personId,
    ],
  );
  return {
    holder: personId === null ? null : toHolder(personId, rows),
    keyTaken: rows[0]?.taken === true,
  };
}
