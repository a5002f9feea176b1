// Runs the benchmarks of bench/ one after another and prints their figures; `npm run bench -- documents` runs one.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const esbuild = createRequire(import.meta.url)('esbuild');
const wanted = process.argv[2];
for (const file of readdirSync(join(root, 'bench')).filter((name) => name.endsWith('.ts'))) {
  const name = file.slice(0, -'.ts'.length);
  if (wanted !== undefined && wanted !== name) continue;
  const outfile = join(root, 'dist', 'bench', `${name}.cjs`);
  esbuild.buildSync({
    entryPoints: [join(root, 'bench', file)],
    bundle: true,
    platform: 'node',
    packages: 'external',
    outfile,
    logLevel: 'error',
  });
  process.stdout.write(`· ${name}\n`);
  const { status } = spawnSync(process.execPath, [outfile], { stdio: 'inherit', cwd: root });
  if (status !== 0) process.exitCode = 1;
}
