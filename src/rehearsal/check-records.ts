import { existsSync } from 'node:fs';
import path from 'node:path';
import type { County } from '../contracts/case-files/county';
import type { Records } from '../contracts/case-files/records';
import type { JsonPath, SourceText } from '../installation/file/source-text';

/**
 * Whether the records' names are in the county and their files beside the file that names them.
 * @param folder where files are looked for
 */
export function checkRecords(
  source: SourceText,
  at: JsonPath,
  records: Records,
  county: County,
  folder: string,
): void {
  const people = new Set(county.people.map(({ name }) => name));
  const series = new Set(county.series.map(({ code }) => code));
  const bodies = new Set(county.bodies.map(({ slug }) => slug));
  const known = (where: JsonPath, name: string, names: ReadonlySet<string>, list: string) => {
    if (!names.has(name)) source.fault([...at, ...where], `"${name}" finns inte bland ${list}`);
  };
  const file = (where: JsonPath, name: string) => {
    if (!existsSync(path.join(folder, name))) source.fault([...at, ...where], `filen ${name} finns inte`);
  };
  for (const [index, matter] of records.matters.entries()) {
    const where = ['matters', index];
    known([...where, 'body'], matter.body, bodies, 'bodies (slug)');
    known([...where, 'series'], matter.series, series, 'series (code)');
    known([...where, 'by'], matter.by, people, 'people');
    if (matter.memo !== null) {
      known([...where, 'memo', 'author'], matter.memo.author, people, 'people');
      if (matter.memo.coAuthor !== null) {
        known([...where, 'memo', 'coAuthor'], matter.memo.coAuthor, people, 'people');
      }
      file([...where, 'memo', 'text'], matter.memo.text);
    }
    for (const [number, appendix] of matter.appendices.entries()) {
      known([...where, 'appendices', number, 'by'], appendix.by, people, 'people');
      file([...where, 'appendices', number, 'text'], appendix.text);
    }
  }
}
