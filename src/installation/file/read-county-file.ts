import { County } from '../../contracts/case-files/county';
import type { ReadProfile } from './check-body';
import { checkCounty } from './check-county';
import type { FileFault } from './file-fault';
import { missingFile, openJson } from './open-json';
import { readable } from './readable';

export type CountyReading =
  | { readonly ok: true; readonly county: County }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

/** Reads and checks a county file as a whole: every fault at once, with line and path. Nothing is entered. */
export function readCountyFile(file: string, readProfile: ReadProfile): CountyReading {
  const opened = openJson(file);
  if (opened === null) return { ok: false, faults: [missingFile(file)] };
  const { source, value } = opened;
  const parsed = County.safeParse(value);
  if (!parsed.success) source.issues(parsed.error);
  const county = readable(County, value);
  if (county !== undefined) checkCounty(source, [], county, readProfile);
  if (!parsed.success || source.faults.length > 0) return { ok: false, faults: source.faults };
  return { ok: true, county: parsed.data };
}
