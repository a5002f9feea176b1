import type { z } from 'zod';
import type { CaseAct } from '../contracts/case-files/case-file';
import { actInput, type PointedRow, type Pointer } from '../domain/case-files/pointers';
import { asDay } from '../domain/time/day';
import { clockTimeOf, dayOf, momentAt } from '../domain/time/stockholm';
import type { CaseRows, CaseTime } from './case-rows';
import { wantsVersion } from './check-acts';
import type { OfficeByHttp } from './office-by-http';
import { passTimeTo } from './pass-time';
import { PlayFault } from './play-fault';
import type { ReadCase } from './read-case-file';
import { settle } from './settle';

export interface PlayDeps {
  readonly rows: CaseRows;
  readonly time: CaseTime;
  readonly office: Pick<OfficeByHttp, 'does'>;
  readonly contracts: ReadonlyMap<string, z.ZodType>;
  /** Ids of the county's people by name. */
  readonly people: ReadonlyMap<string, string>;
  /** How long the rows may take to come to rest, milliseconds; half a minute where nothing is said. */
  readonly patienceMs?: number;
  /** Looks on after each act, when the rows have come to rest. */
  readonly afterAct?: (act: PlayedAct) => Promise<void>;
  /** Told in Swedish what is being done. */
  readonly say: (line: string) => void;
}

/** An act as it was played. */
export interface PlayedAct {
  readonly at: Date;
  readonly who: string;
  readonly does: string;
  readonly note: string | null;
  /** The code of the expected no, or null. */
  readonly refused: string | null;
}

/**
 * Plays the acts in order, each at its time and by its person, and lets the processes come to rest after each.
 * @throws PlayFault on the first act that has another answer than the file says, with the refusal's own words
 */
export async function play(read: ReadCase, deps: PlayDeps): Promise<PlayedAct[]> {
  const { file } = read;
  const played: PlayedAct[] = [];
  await settle(deps.rows, deps.time, deps.patienceMs);
  let who = '';
  for (const [index, act] of file.acts.entries()) {
    who = act.who ?? who;
    if (act.at !== undefined) await passTimeTo(momentOf(act.at), deps.rows, deps.time, deps.patienceMs);
    const done = await perform(act, index, who, read, deps);
    played.push(done);
    await settle(deps.rows, deps.time, deps.patienceMs);
    await deps.afterAct?.(done);
  }
  if (file.ends !== undefined) await passTimeTo(momentOf(file.ends), deps.rows, deps.time, deps.patienceMs);
  return played;
}

/** `2026-02-20 09:00` in Sweden. */
export function momentOf(text: string): Date {
  const [day = '', time = ''] = text.split(' ');
  return momentAt(asDay(day), time);
}

async function perform(
  act: CaseAct,
  index: number,
  who: string,
  read: ReadCase,
  deps: PlayDeps,
): Promise<PlayedAct> {
  const where = `acts[${index}] ${act.does} (${who})`;
  const at = await deps.time.now();
  deps.say(
    `${dayOf(at)} ${clockTimeOf(at)}  ${who}: ${act.does}${act.note === undefined ? '' : `, ${act.note}`}`,
  );
  const contract = deps.contracts.get(act.does);
  const personId = deps.people.get(who);
  if (contract === undefined || personId === undefined)
    throw new PlayFault(`${where}: okänd handling eller person`);
  const focus = await focusOf(act, read, deps.rows);
  const input = await actInput(act.with, wantsVersion(contract), (pointer) =>
    lookUp(pointer, focus, where, deps.rows),
  );
  const answer = await deps.office.does(personId, act.does, input);
  const expected = act.refused ?? null;
  if (!answer.ok && answer.code !== expected) {
    throw new PlayFault(`${where}: nekat (${answer.code}). ${answer.detail}`);
  }
  if (answer.ok && expected !== null) {
    throw new PlayFault(`${where}: gick igenom, men skulle nekas (${expected})`);
  }
  return { at, who, does: act.does, note: act.note ?? null, refused: expected };
}

async function focusOf(act: CaseAct, { file }: ReadCase, rows: CaseRows): Promise<string | null> {
  const { focus } = file;
  return focus === undefined ? null : rows.meetingOn(focus.body, act.meeting ?? focus.meeting);
}

async function lookUp(
  pointer: Pointer,
  focus: string | null,
  where: string,
  rows: CaseRows,
): Promise<PointedRow> {
  const found = await rows.find(pointer, focus);
  const [row] = found;
  if (row !== undefined && found.length === 1) return row;
  const name = pointer.name === '' ? `@${pointer.kind}` : `@${pointer.kind}:${pointer.name}`;
  throw new PlayFault(`${where}: ${name} ${row === undefined ? 'finns inte' : 'passar på flera'}`);
}
