import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './tree';

interface Cruise {
  summary: { violations: { rule: { name: string; severity: string }; from: string; to: string }[] };
}

/** The broken import rules of a tree, as "rule: from -> to". */
function broken(config: string, folder: string): string[] {
  const cruiser = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [cruiser, '--config', join(root, config), '--output-type', 'json', 'src'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 200_000_000 },
  );
  if (stdout === '') throw new Error(stderr);
  const { violations } = (JSON.parse(stdout) as Cruise).summary;
  return violations
    .filter(({ rule }) => rule.severity === 'error')
    .map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)
    .sort();
}

const table = '.dependency-cruiser.cjs';
const runtime = '.dependency-cruiser.runtime.cjs';

describe('the import table', () => {
  it('is kept by every module, types included', () => {
    expect(broken(table, root)).toEqual([]);
  });

  it('keeps zod, Node and the heavy rooms out of the workflows when types are gone', () => {
    expect(broken(runtime, root)).toEqual([]);
  });
});

describe('the rules of the import table', () => {
  let house: string;
  let violations: string[];

  /** Each file breaks one rule by one import, or keeps them all. */
  const files: Record<string, string> = {
    'src/domain/reads-a-table.ts': "export { leaf } from '../store/leaf';\n",
    'src/domain/uses-a-contract.ts': "export { leaf } from '../contracts/leaf';\n",
    'src/domain/touches-the-disk.ts': "export { readFileSync } from 'node:fs';\n",
    'src/domain/uses-a-package.ts': "export { z } from 'zod';\n",
    'src/domain/needs-back.ts': "import { there } from './needs-there';\nexport const back = () => there;\n",
    'src/domain/needs-there.ts': "import { back } from './needs-back';\nexport const there = () => back;\n",
    'src/workflows/calls-an-activity.ts': "export { leaf } from '../activities/leaf';\n",
    'src/workflows/loads-a-schema.ts': "export { Row } from '../contracts/schema';\n",
    'src/workflows/takes-a-type.ts':
      "import type { Row } from '../contracts/schema';\nexport const a = (row: Row) => row;\n",
    'src/commands/makes-a-document.ts': "export { leaf } from '../documents/leaf';\n",
    'src/commands/uses-a-contract.ts': "export { leaf } from '../contracts/leaf';\n",
    'src/api/writes-a-row.ts': "export { leaf } from '../store/leaf';\n",
    'src/api/imports-the-wiring.ts': "export { leaf } from '../composition/parts';\n",
    'src/documents/reads-a-table.ts': "export { leaf } from '../store/leaf';\n",
    'src/loops/runs-a-command.ts': "export { leaf } from '../commands/leaf';\n",
    'src/infrastructure/knows-a-table.ts': "export { leaf } from '../store/leaf';\n",
    'src/contracts/schema.ts':
      "import { z } from 'zod';\nexport const Row = z.string();\nexport type Row = z.infer<typeof Row>;\n",
    'src/composition/parts.ts': 'export const leaf = 1;\n',
  };

  beforeAll(() => {
    house = mkdtempSync(join(tmpdir(), 'samrad-rooms-'));
    for (const name of ['node_modules', 'tsconfig.json', 'package.json'])
      symlinkSync(join(root, name), join(house, name));
    for (const name of ['store', 'contracts', 'activities', 'documents', 'commands']) {
      files[`src/${name}/leaf.ts`] = 'export const leaf = 1;\n';
    }
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), text);
    }
    violations = [...broken(table, house), ...broken(runtime, house)];
  });
  afterAll(() => rmSync(house, { recursive: true }));

  it.each([
    ['the law reads no table', 'domain/reads-a-table', 'room-domain'],
    ['the law uses no contract', 'domain/uses-a-contract', 'room-domain'],
    ['the law touches no disk', 'domain/touches-the-disk', 'packages-domain'],
    ['the law uses no package but dates', 'domain/uses-a-package', 'packages-domain'],
    ['no two modules need each other', 'domain/needs-back', 'no-cycles'],
    ['a workflow calls no activity', 'workflows/calls-an-activity', 'room-workflows'],
    ['a workflow loads no schema', 'workflows/loads-a-schema', 'workflows-load-nothing-heavy'],
    ['a command makes no document', 'commands/makes-a-document', 'room-commands'],
    ['a page writes no row', 'api/writes-a-row', 'room-api'],
    ['nothing imports the wiring', 'api/imports-the-wiring', 'nothing-imports-the-mains'],
    ['a document reads no table', 'documents/reads-a-table', 'room-documents'],
    ['a loop runs no command', 'loops/runs-a-command', 'room-loops'],
    ['a server knows no table', 'infrastructure/knows-a-table', 'room-infrastructure'],
  ])('bite: %s', (_rule, from, name) => {
    expect(violations).toContainEqual(expect.stringMatching(`^${name}: src/${from}\\.ts `));
  });

  it.each(['workflows/takes-a-type', 'commands/uses-a-contract'])('let %s be', (from) => {
    expect(violations.filter((line) => line.includes(`: src/${from}.ts`))).toEqual([]);
  });
});
