import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { clockTimeOf, dayOf } from '../domain/time/stockholm';
import type { PlayedAct } from './play';

/** A document's version as it is kept: the file's name is made from the register. */
export interface KeptFile {
  readonly registryNumber: string | null;
  readonly kind: string;
  readonly title: string;
  readonly number: number;
  readonly bytes: Buffer;
}

/** One line of the timeline. */
export interface TimelineEntry {
  readonly at: Date;
  readonly kind: string;
  readonly who: string;
  readonly what: string;
  readonly about: string | null;
  readonly result: string;
  readonly rule: string | null;
}

const LONGEST_NAME = 90;

/** Leaves a document's version in the folder `handlingar`. @returns the file's name */
export async function keepDocument(out: string, file: KeptFile, index: number): Promise<string> {
  const folder = path.join(out, 'handlingar');
  await mkdir(folder, { recursive: true });
  const order = String(index + 1).padStart(3, '0');
  const words = [file.registryNumber, file.title, file.number > 1 ? `version ${file.number}` : null];
  const name = words
    .filter((word) => word !== null)
    .join(' ')
    .replace(/[^\p{L}\p{N} .,§()–-]+/gu, ' ')
    .slice(0, LONGEST_NAME)
    .trim();
  const fileName = `${order} ${name}.pdf`;
  await writeFile(path.join(folder, fileName), file.bytes);
  return fileName;
}

/** Leaves `timeline.json`: what happened, when by the case's clock, by which rule. */
export async function keepTimeline(
  out: string,
  told: { readonly name: string; readonly about: string },
  happened: readonly TimelineEntry[],
  played: readonly PlayedAct[],
): Promise<void> {
  const notes = new Map(played.flatMap((act) => (act.note === null ? [] : [[noteKey(act), act.note]])));
  const timeline = happened.map(({ at, ...entry }) => {
    const note = entry.kind === 'act' ? notes.get(`${entry.who}/${entry.what}/${minute(at)}`) : undefined;
    return {
      at: `${dayOf(at)} ${clockTimeOf(at)}`,
      moment: at.toISOString(),
      ...entry,
      ...(note === undefined ? {} : { note }),
    };
  });
  const text = JSON.stringify({ ...told, happened: timeline }, null, 2);
  await writeFile(path.join(out, 'timeline.json'), `${text}\n`);
}

const minute = (at: Date): string => at.toISOString().slice(0, 16);
const noteKey = (act: PlayedAct): string => `${act.who}/${act.does}/${minute(act.at)}`;
