import path from 'node:path';
import { z } from 'zod';
import { CaseAct, CaseFile, MOST_ACTS } from '../contracts/case-files/case-file';
import { County } from '../contracts/case-files/county';
import { Records } from '../contracts/case-files/records';
import { fillWordsIn, type NamedWords } from '../domain/case-files/fill-words';
import type { ReadProfile } from '../installation/file/check-body';
import { checkCounty } from '../installation/file/check-county';
import type { FileFault } from '../installation/file/file-fault';
import { missingFile, openJson } from '../installation/file/open-json';
import { isObject, readable, type Readable } from '../installation/file/readable';
import type { JsonPath, SourceText } from '../installation/file/source-text';
import { checkActs, type Contracts } from './check-acts';
import { checkFrame } from './check-frame';
import { checkRecords } from './check-records';

/** A case file without faults, whole: files it names are read, named days and words put in. */
export interface ReadCase {
  readonly file: Pick<CaseFile, 'name' | 'about' | 'starts' | 'focus' | 'acts' | 'ends'>;
  readonly county: County;
  readonly records: Records;
  /** Where the records' own files lie. */
  readonly recordsFolder: string;
  readonly named: NamedWords;
}

export type CaseReading =
  | { readonly ok: true; readonly case: ReadCase }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

export interface ReadingDeps {
  readonly contracts: Contracts;
  readonly pointerKinds: ReadonlySet<string>;
  readonly readProfile: ReadProfile;
}

/**
 * The file's own part; county and records are read apart, so that each fault is told where it stands. What an act does is
 * looked up among what people reach, for the schema would answer with all there is.
 */
const Frame = CaseFile.extend({
  county: z.unknown(),
  records: z.unknown().optional(),
  acts: z
    .array(CaseAct.extend({ does: z.string() }))
    .min(1)
    .max(MOST_ACTS),
});

/** Reads and checks a case file as a whole: every fault at once, with file, line and path. Nothing is played. */
export function readCaseFile(place: string, deps: ReadingDeps): CaseReading {
  const frame = openJson(place);
  if (frame === null) return { ok: false, faults: [missingFile(place)] };
  const { source } = frame;
  const sources = [source];
  const named = namesOf(frame.value);
  const given = isObject(frame.value) ? frame.value : {};
  // The county keeps its braces: number patterns and standard sentences have fields of their own.
  const { county: countyGiven, ...rest } = given;
  const filled: Record<string, unknown> = { ...fillWordsIn(rest, named), county: countyGiven };
  const parsed = Frame.safeParse(isObject(frame.value) ? filled : frame.value);
  if (!parsed.success) source.issues(parsed.error);

  const county = part(source, ['county'], countyGiven, null, County, sources);
  const names = county.readable;
  if (names !== null) checkCounty(county.source, county.at, names, deps.readProfile);
  const records = part(source, ['records'], filled['records'] ?? { matters: [] }, named, Records, sources);
  if (records.readable !== null) {
    checkRecords(records.source, records.at, records.readable, names ?? {}, records.folder);
  }
  const told = readable(Frame, filled);
  if (told !== undefined) {
    const latest = checkActs(source, told.acts ?? [], { ...deps, county: names ?? {}, starts: told.starts });
    checkFrame(source, told, names ?? {}, latest);
  }
  const faults = sources.flatMap((each) => each.faults);
  if (!parsed.success || county.value === null || records.value === null || faults.length > 0)
    return { ok: false, faults };
  return {
    ok: true,
    case: {
      file: parsed.data,
      county: county.value,
      records: records.value,
      recordsFolder: records.folder,
      named,
    },
  };
}

interface Part<Value> {
  readonly source: SourceText;
  readonly at: JsonPath;
  /** Null when it has faults. */
  readonly value: Value | null;
  /** What can be read of it all the same; null when nothing can. */
  readonly readable: Readable<Value> | null;
  readonly folder: string;
}

/** A part that stands in the file itself or, named by it, in a file beside. */
function part<Schema extends z.ZodType>(
  source: SourceText,
  at: JsonPath,
  given: unknown,
  named: NamedWords | null,
  schema: Schema,
  sources: SourceText[],
): Part<z.output<Schema>> {
  const folder = path.dirname(source.file);
  if (typeof given !== 'string') return read(schema, given, { source, at, folder });
  const beside = path.join(folder, given);
  const opened = openJson(beside);
  if (opened === null) {
    source.fault(at, `filen ${given} finns inte`);
    return { source, at, folder, value: null, readable: null };
  }
  sources.push(opened.source);
  const value = named === null ? opened.value : fillWordsIn(opened.value, named);
  return read(schema, value, { source: opened.source, at: [], folder: path.dirname(beside) });
}

function read<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
  place: Pick<Part<unknown>, 'source' | 'at' | 'folder'>,
): Part<z.output<Schema>> {
  const parsed = schema.safeParse(given);
  if (!parsed.success) place.source.issues(parsed.error, place.at);
  return { ...place, value: parsed.data ?? null, readable: readable(schema, given) ?? null };
}

/** Days and words as far as they can be read; what is wrong with them is told by the schema. */
function namesOf(value: unknown): NamedWords {
  const given = isObject(value) ? value : {};
  return { days: readEach(given['days'], z.iso.date()), words: readEach(given['words'], z.string()) };
}

function readEach(given: unknown, schema: z.ZodType<string>): Record<string, string> {
  const entries = Object.entries(isObject(given) ? given : {});
  return Object.fromEntries(
    entries.flatMap(([name, each]) => {
      const parsed = schema.safeParse(each);
      return parsed.success ? [[name, parsed.data]] : [];
    }),
  );
}
