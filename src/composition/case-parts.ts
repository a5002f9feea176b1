import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { EntityManager } from '@mikro-orm/postgresql';
import { exposedCommands } from '../api/commands';
import type { WakeSender } from '../contracts/ports';
import type { ProcessKind } from '../contracts/processes';
import { fillWords } from '../domain/case-files/fill-words';
import { loadCounty } from '../installation/load-county';
import { loadRecords } from '../demo/load-records';
import { Office } from '../installation/office';
import { readProfile } from '../installation/read-profile';
import type { CaseRows } from '../rehearsal/case-rows';
import { readCaseFile, type CaseReading, type ReadCase } from '../rehearsal/read-case-file';
import { findMeeting, findReference } from '../store/queries/case-files/find-reference';
import { isReferenceKind, referenceQueries } from '../store/queries/case-files/reference-queries';
import { readAgendaStamp } from '../store/queries/case-files/agenda-stamp';
import {
  markWakeDelivered,
  nextInstant,
  readUnsettled,
  takeGatheringWakes,
} from '../store/queries/case-files/unsettled';
import { root } from './parts';

/** What acts may be: every command that people reach. */
export const contracts = new Map(exposedCommands.map(({ name, input }) => [name as string, input]));

/** Reads a case file against every command that people reach. */
export async function readCase(file: string): Promise<CaseReading> {
  return readCaseFile(file, {
    contracts,
    pointerKinds: new Set([...Object.keys(referenceQueries), 'agendaStamp']),
    readProfile: await readProfile(path.join(root, 'data')),
  });
}

/** Who there is and what the register holds, before anyone acts. @returns ids of people by name */
export async function enter(
  read: ReadCase,
  deps: ConstructorParameters<typeof Office>[0],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const office = new Office(deps, 'case');
  const county = await loadCounty(office, read.county, {
    password: null,
    readProfile: await readProfile(path.join(root, 'data')),
  });
  await loadRecords(office, read.records, county, {
    readText: async (file) =>
      fillWords(await readFile(path.join(read.recordsFolder, file), 'utf8'), read.named),
    readBytes: (file) => readFile(path.join(read.recordsFolder, file)),
    now,
  });
  return county.people;
}

/** What the player asks of the rows. */
export function rowsOf(em: EntityManager, wakeSender: WakeSender): CaseRows {
  return {
    unsettled: async (now) => {
      for (const wake of await takeGatheringWakes(em.fork())) {
        await wakeSender.send({ ...wake, kind: wake.kind as ProcessKind });
        await markWakeDelivered(em.fork(), wake.id);
      }
      return readUnsettled(em.fork(), now);
    },
    nextInstant: (now) => nextInstant(em.fork(), now),
    find: async ({ kind, name }, focus) => {
      if (kind === 'agendaStamp') return readAgendaStamp(em.fork(), focus);
      return isReferenceKind(kind) ? findReference(em.fork(), kind, name, focus) : [];
    },
    meetingOn: (body, day) => findMeeting(em.fork(), body, day),
  };
}
