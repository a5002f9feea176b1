// Runs the benchmarks of bench/ one after another and prints their figures; `npm run bench -- documents steps` runs some.
// What is measured is the built program in dist/, the same files that npm start runs.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeReady } from './setup/ready.mjs';
import { giveUp, say } from './setup/say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const names = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) giveUp(`${unknown.join(', ')} finns inte. De som finns: ${names.join(', ')}.`);

await makeReady(root);
const { build: bundle } = createRequire(import.meta.url)('esbuild');

/** Modules of src/ are taken from dist/, where they know their own place. */
const builtModules = {
  name: 'built-modules',
  setup(setup) {
    setup.onResolve({ filter: /^\.\.?\// }, async (found) => {
      if (found.pluginData === builtModules) return undefined;
      const { path } = await setup.resolve(found.path, {
        kind: found.kind,
        resolveDir: found.resolveDir,
        pluginData: builtModules,
      });
      const inSrc = relative(join(root, 'src'), path);
      if (inSrc.startsWith('..')) return undefined;
      const module = inSrc.split(sep).join('/').replace(/\.ts$/, '');
      return { path: `../${module}`, external: true };
    });
  },
};

for (const name of names) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const outfile = join(root, 'dist', 'bench', `${name}.cjs`);
  await bundle({
    entryPoints: [join(root, 'bench', `${name}.ts`)],
    bundle: true,
    platform: 'node',
    packages: 'external',
    plugins: [builtModules],
    outfile,
    logLevel: 'error',
  });
  say(`· ${name}`);
  const { status } = spawnSync(process.execPath, [outfile], { stdio: 'inherit', cwd: root });
  if (status !== 0) process.exitCode = 1;
}
