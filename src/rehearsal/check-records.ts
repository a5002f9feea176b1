import { existsSync } from 'node:fs';
import path from 'node:path';
import type { County } from '../contracts/case-files/county';
import type { Records } from '../contracts/case-files/records';
import { known as namesIn, namesOf, type KnownNames, type Readable } from '../installation/file/readable';
import type { JsonPath, SourceText } from '../installation/file/source-text';
import { unknownName } from '../installation/file/unknown-name';

/**
 * Whether the records' names are in the county and their files beside the file that names them, as far as both can be
 * read.
 * @param folder where files are looked for
 */
export function checkRecords(
  source: SourceText,
  at: JsonPath,
  records: Readable<Records>,
  county: Readable<County>,
  folder: string,
): void {
  const people = namesIn(namesOf(county.people, ({ name }) => name));
  const series = namesIn(namesOf(county.series, ({ code }) => code));
  const bodies = namesIn(namesOf(county.bodies, ({ slug }) => slug));
  const known = (where: JsonPath, name: string | null | undefined, names: KnownNames, list: string) => {
    if (name === null || name === undefined || names === null || names.has(name)) return;
    source.fault([...at, ...where], unknownName(name, list, names));
  };
  const file = (where: JsonPath, name: string | undefined) => {
    if (name !== undefined && !existsSync(path.join(folder, name)))
      source.fault([...at, ...where], `filen ${name} finns inte`);
  };
  for (const [index, matter] of (records.matters ?? []).entries()) {
    if (matter === undefined) continue;
    const where = ['matters', index];
    known([...where, 'body'], matter.body, bodies, 'bodies (slug)');
    known([...where, 'series'], matter.series, series, 'series (code)');
    known([...where, 'by'], matter.by, people, 'people');
    if (matter.memo !== null && matter.memo !== undefined) {
      known([...where, 'memo', 'author'], matter.memo.author, people, 'people');
      known([...where, 'memo', 'coAuthor'], matter.memo.coAuthor, people, 'people');
      file([...where, 'memo', 'text'], matter.memo.text);
    }
    for (const [number, appendix] of (matter.appendices ?? []).entries()) {
      if (appendix === undefined) continue;
      known([...where, 'appendices', number, 'by'], appendix.by, people, 'people');
      file([...where, 'appendices', number, 'text'], appendix.text);
    }
  }
}
