import { readFileSync } from 'node:fs';
import path from 'node:path';
import { caseFileSchemaText } from '../../src/rehearsal/case-file-schema';
import { referenceQueries } from '../../src/store/queries/case-files/reference-queries';

const docs = (file: string) => readFileSync(path.resolve(__dirname, '../../docs', file), 'utf8');

describe('what a stranger is told about case files', () => {
  it('has the JSON Schema as the contracts say (npm run docs)', () => {
    expect(docs('case-file.schema.json')).toBe(caseFileSchemaText());
  });

  it.each([...Object.keys(referenceQueries), 'agendaStamp'])('names the pointer @%s', (kind) => {
    expect(docs('case-files.md')).toMatch(new RegExp(`\`@${kind}\\b`));
  });
});
