// Writes docs/openapi.json, docs/errors.md and the schemas of case files and county files from the contracts and the catalogue of refusals.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
await build((line) => process.stdout.write(`· ${line}\n`));
const require = createRequire(join(root, 'dist', 'main.js'));
const { openApiText } = require('./api/rest/openapi');
const { errorsMarkdown } = require('./api/rest/documents');
const { countyFileSchemaText } = require('./installation/file/county-file-schema');
const { caseFileSchemaText } = require('./rehearsal/case-file-schema');
writeFileSync(join(root, 'docs', 'openapi.json'), openApiText());
writeFileSync(join(root, 'docs', 'errors.md'), errorsMarkdown());
writeFileSync(join(root, 'docs', 'case-file.schema.json'), caseFileSchemaText());
writeFileSync(join(root, 'docs', 'county-file.schema.json'), countyFileSchemaText());
process.stdout.write(
  '· docs/openapi.json, docs/errors.md, case-file.schema.json och county-file.schema.json är skrivna\n',
);
