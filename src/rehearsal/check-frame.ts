import type { CaseFile } from '../contracts/case-files/case-file';
import type { County } from '../contracts/case-files/county';
import { known, namesOf, type Readable } from '../installation/file/readable';
import type { SourceText } from '../installation/file/source-text';
import { unknownName } from '../installation/file/unknown-name';

/**
 * Whether what the acts stand in holds together: a body in focus that is in the county, and an end that is not before the
 * last act.
 * @param latest when the last act is done, or the story begins where no act has a time
 */
export function checkFrame(
  source: SourceText,
  { focus, ends }: Pick<Readable<CaseFile>, 'focus' | 'ends'>,
  county: Readable<County>,
  latest: string | undefined,
): void {
  const slugs = known(namesOf(county.bodies, ({ slug }) => slug));
  if (focus?.body !== undefined && slugs !== null && !slugs.has(focus.body)) {
    source.fault(['focus', 'body'], unknownName(focus.body, 'bodies (slug)', slugs));
  }
  if (ends !== undefined && latest !== undefined && ends < latest) {
    source.fault(['ends'], `${ends} ligger före ${latest}; berättelsen slutar tidigast med sista handlingen`);
  }
}
