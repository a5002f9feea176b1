import type { MissingPaper } from '../../domain/meetings/agenda/missing-papers';

// The package is Swedish by law, whatever language its reader has chosen.

const plain = 'Beslutsunderlag';

/**
 * What an item lacks, one line each, below "Saknas" in the package (M-4): the same as the secretary's list. Of a closed
 * item no document is named, since the page is read by everyone who gets the package.
 */
export function missingWords(missing: readonly MissingPaper[], closed: boolean): string[] {
  const lines = missing.map(({ lack, document }) =>
    lack === 'proposal' ? 'Förslag till beslut' : closed || document === null ? plain : document,
  );
  return [...new Set(lines)];
}
