import { z } from 'zod';
import { County } from '../../contracts/case-files/county';

/** The JSON Schema of county files, `docs/county-file.schema.json`: editors complete and check by it. */
export function countyFileSchemaText(): string {
  const schema = z.toJSONSchema(County, { io: 'input', target: 'draft-2020-12' });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
