import type { EntityManager } from '@mikro-orm/postgresql';

export interface OpenFault {
  readonly id: string;
  readonly kind: string;
  readonly act: string;
  readonly code: string;
  readonly times: number;
  readonly since: Date;
}

export interface ParkedWake {
  readonly id: string;
  readonly kind: string;
  readonly error: string | null;
  readonly since: Date;
}

export interface StuckMail {
  readonly id: string;
  readonly template: string;
  readonly state: 'queued' | 'held' | 'bounced';
  readonly code: string | null;
  readonly since: Date;
}

export interface Drift {
  readonly faults: readonly OpenFault[];
  readonly wakes: readonly ParkedWake[];
  readonly mails: readonly StuckMail[];
}

/** Most rows of each list; the figures tell how many there are. */
const MOST = 100;

/** A mail server that restarts is back before a letter has been tried so many times. */
const SOON = 4;

/** What needs a person. Kinds and codes only: no address, no paper. */
export async function readDrift(em: EntityManager): Promise<Drift> {
  const faults: (Omit<OpenFault, 'since'> & { since: string })[] = await em.execute(
    `select id, kind, act, code, times, raised_at as since from fault where cleared_at is null order by raised_at limit ${MOST}`,
  );
  const wakes: (Omit<ParkedWake, 'since'> & { since: string })[] = await em.execute(
    `select id, kind, error, created_at as since from wake where parked and delivered_at is null order by created_at limit ${MOST}`,
  );
  const mails: (Omit<StuckMail, 'since'> & { since: string })[] = await em.execute(
    `select id, template, state, coalesce(error, bounce_code) as code, coalesce(bounced_at, queued_at) as since
     from mail where (state in ('held', 'bounced') or (state = 'queued' and error is not null and attempts >= ${SOON}))
       and within_id is null order by queued_at limit ${MOST}`,
  );
  return { faults: faults.map(dated), wakes: wakes.map(dated), mails: mails.map(dated) };
}

function dated<Row extends { readonly since: string | Date }>(
  row: Row,
): Omit<Row, 'since'> & { since: Date } {
  return { ...row, since: new Date(row.since) };
}
