// Writes docs/openapi.json, docs/errors.md and docs/case-file.schema.json from the contracts and the catalogue of refusals.
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
const { caseFileSchemaText } = require('./rehearsal/case-file-schema');
writeFileSync(join(root, 'docs', 'openapi.json'), openApiText());
writeFileSync(join(root, 'docs', 'errors.md'), errorsMarkdown());
writeFileSync(join(root, 'docs', 'case-file.schema.json'), caseFileSchemaText());
process.stdout.write('· docs/openapi.json, docs/errors.md och docs/case-file.schema.json är skrivna\n');
