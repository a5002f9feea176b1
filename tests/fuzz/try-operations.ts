import { appendFileSync } from 'node:fs';
import type { ServedApi } from '../api/support/test-api';
import { openDoor } from './door';
import type { KnownDocument } from './known-document';
import { effort, tryOut, type Effort } from './schemathesis';

/** What went wrong, empty when nothing did. */
export interface Wrong {
  readonly findings: readonly string[];
  readonly errors: readonly unknown[];
  /** Statuses of 500 and above, with how many there were. */
  readonly faults: readonly string[];
  /** How many refused attempts left no audit row. */
  readonly unseen: number;
}

export const nothingWrong: Wrong = { findings: [], errors: [], faults: [], unseen: 0 };

/** Tries a share of the operations as some people in turn, and tells the figures where `npm run fuzz` collects them. */
export async function tryOperations(
  api: ServedApi,
  known: KnownDocument,
  share: {
    readonly name: string;
    readonly of: readonly string[];
    readonly people: readonly (string | null)[];
  },
): Promise<Wrong> {
  const hard: Effort = effort();
  const door = await openDoor(api, share.people);
  try {
    const verdict = await tryOut({
      ...hard,
      url: door.url,
      document: known.document,
      operations: share.of,
    });
    const statuses = [...door.statuses].sort(([a], [b]) => a - b);
    const findings = verdict.findings.map(
      ({ code, title, operations }) => `${code} ${title}: ${operations.join(', ')}`,
    );
    const figures = statuses.map(([status, times]) => `${times} × ${status}`).join(', ');
    tell(`${share.name}: ${verdict.operations} operationer, ${verdict.cases} anrop (${figures})`);
    if (findings.length + verdict.errors.length > 0) process.stdout.write(verdict.told);
    return {
      findings,
      errors: verdict.errors,
      faults: statuses.filter(([status]) => status >= 500).map(([status, times]) => `${times} × ${status}`),
      unseen: await unseen(api, door.refused),
    };
  } finally {
    await door.close();
  }
}

/** How many of the refused attempts the audit log knows nothing of. */
async function unseen(api: ServedApi, refused: readonly string[]): Promise<number> {
  const [row] = await api.sql<{ rows: number }>(
    `select count(*)::int as rows from unnest($1::text[]) as attempt
     where not exists (select 1 from audit_event where trace_id = attempt and result = 'refused' and code is not null)`,
    [refused],
  );
  return row?.rows ?? refused.length;
}

function tell(line: string): void {
  const file = process.env['SAMRAD_FUZZ_FIGURES'];
  if (file !== undefined) appendFileSync(file, `${line}\n`);
}
