import { z } from 'zod';
import { CaseFile } from '../contracts/case-files/case-file';

/** The JSON Schema of case files, `docs/case-file.schema.json`: editors complete and check by it. */
export function caseFileSchemaText(): string {
  const schema = z.toJSONSchema(CaseFile, { io: 'input', target: 'draft-2020-12' });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
