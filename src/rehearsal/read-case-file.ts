import path from 'node:path';
import { z } from 'zod';
import { CaseFile } from '../contracts/case-files/case-file';
import { County } from '../contracts/case-files/county';
import { Records } from '../contracts/case-files/records';
import { fillWordsIn, type NamedWords } from '../domain/case-files/fill-words';
import type { ReadProfile } from '../installation/file/check-body';
import { checkCounty } from '../installation/file/check-county';
import type { FileFault } from '../installation/file/file-fault';
import { missingFile, openJson } from '../installation/file/open-json';
import type { JsonPath, SourceText } from '../installation/file/source-text';
import { checkActs, type Contracts } from './check-acts';
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

/** The file's own part; county and records are read apart, so that each fault is told where it stands. */
const Frame = CaseFile.extend({ county: z.unknown(), records: z.unknown().optional() });

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
  if (county !== null) checkCounty(county.source, county.at, county.value, deps.readProfile);
  const records = part(source, ['records'], filled['records'] ?? { matters: [] }, named, Records, sources);
  if (county !== null && records !== null) {
    checkRecords(records.source, records.at, records.value, county.value, records.folder);
  }
  if (parsed.success && county !== null) {
    checkActs(source, parsed.data.acts, { ...deps, county: county.value, starts: parsed.data.starts });
  }
  const faults = sources.flatMap((each) => each.faults);
  if (!parsed.success || county === null || records === null || faults.length > 0)
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
  readonly value: Value;
  readonly folder: string;
}

/** A part that stands in the file itself or, named by it, in a file beside. */
function part<Value>(
  source: SourceText,
  at: JsonPath,
  given: unknown,
  named: NamedWords | null,
  schema: z.ZodType<Value>,
  sources: SourceText[],
): Part<Value> | null {
  const folder = path.dirname(source.file);
  if (typeof given !== 'string') {
    const parsed = schema.safeParse(given);
    if (!parsed.success) source.issues(parsed.error, at);
    return parsed.success ? { source, at, value: parsed.data, folder } : null;
  }
  const beside = path.join(folder, given);
  const opened = openJson(beside);
  if (opened === null) {
    source.fault(at, `filen ${given} finns inte`);
    return null;
  }
  sources.push(opened.source);
  const parsed = schema.safeParse(named === null ? opened.value : fillWordsIn(opened.value, named));
  if (!parsed.success) opened.source.issues(parsed.error);
  return parsed.success
    ? { source: opened.source, at: [], value: parsed.data, folder: path.dirname(beside) }
    : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Days and words as far as they can be read; what is wrong with them is told by the schema. */
function namesOf(value: unknown): NamedWords {
  const given = isObject(value) ? value : {};
  const days = z.record(z.string(), z.iso.date()).safeParse(given['days'] ?? {});
  const words = z.record(z.string(), z.string()).safeParse(given['words'] ?? {});
  return { days: days.success ? days.data : {}, words: words.success ? words.data : {} };
}
