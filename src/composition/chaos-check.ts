import type { EntityManager } from '@mikro-orm/postgresql';
import type { Client } from '@temporalio/client';
import { workflowId, type ProcessKind } from '../contracts/processes';
import { lostActs, wrongLetters, type TakenLetter } from '../rehearsal/chaos/findings';
import { differences, type World } from '../rehearsal/chaos/same-end';
import type { Receipt } from '../rehearsal/office-by-http';
import {
  readBrokenVersions,
  readEveryTable,
  readGaps,
  readKnownActs,
  readLetters,
  readTurns,
  type KnownActs,
} from '../store/queries/case-files/end-state';
import { verifyLog } from '../store/queries/operations/audit-seals';

/** What a run came to: its rows, its letters as the mailbox took them, and what is wrong in itself. */
export interface End {
  readonly world: World;
  readonly taken: readonly TakenLetter[];
  readonly letters: Awaited<ReturnType<typeof readLetters>>;
  readonly faults: readonly string[];
  readonly seals: number;
}

export interface Known {
  readonly receipts: readonly Receipt[];
  /** What people had done before the case began. */
  readonly before: KnownActs;
  readonly taken: readonly TakenLetter[];
}

/** Reads the end of a run and checks what must hold without knowing another run. */
export async function readEnd(
  em: EntityManager,
  { receipts, before, taken }: Known,
  client: Client,
): Promise<End> {
  const { broken, seals } = await verifyLog(em);
  const faults = [
    ...lostActs(receipts, before, await readKnownActs(em)),
    ...(await readGaps(em)).map((gap) => `numren har luckor: ${gap}`),
    ...(await readBrokenVersions(em)).map((key) => `handlingens fil stämmer inte: ${key}`),
    ...(broken === null ? [] : [`loggens sigill ${broken.fromSeq}–${broken.toSeq} stämmer inte`]),
    ...(await wrongWorkflows(em, client)),
  ];
  return {
    world: await readEveryTable(em),
    taken,
    letters: await readLetters(em),
    faults,
    seals,
  };
}

/** Whether the end is the one that the case has when nothing befalls it. */
export function compareEnds(expected: End, found: End): string[] {
  return [
    ...found.faults,
    ...wrongLetters(found.letters, found.taken, expected.taken),
    ...differences(expected.world, found.world),
  ];
}

/** A process that has not ended has its workflow; one that has ended has none. */
export async function wrongWorkflows(em: EntityManager, client: Client): Promise<string[]> {
  const faults: string[] = [];
  for (const { kind, row, ended } of await readTurns(em)) {
    const id = workflowId(kind as ProcessKind, row);
    const status = await client.workflow
      .getHandle(id)
      .describe()
      .then(({ status }) => status.name as string)
      .catch(() => 'missing');
    if (!ended && status !== 'RUNNING') faults.push(`${id} pågår i raderna men arbetsflödet är ${status}`);
    if (ended && !['COMPLETED', 'missing'].includes(status))
      faults.push(`${id} är avslutad men arbetsflödet är ${status}`);
  }
  return faults;
}
