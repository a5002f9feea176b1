// Makes dist/ from src/: every module as CommonJS, the bundle of workflow code, the assets of the pages.
// Types are checked by `npm test`; here they are only taken away, so that a start takes seconds.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { lockBuild } from './setup/build-lock.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const require = createRequire(import.meta.url);

/** Rooms whose code ends up in the bundle of workflows. */
const bundledRooms = ['src/workflows', 'src/domain', 'src/contracts', 'src/infrastructure/temporal'];

/** What the browser's bundles are made of: the editor shares the text format, its words and the icons with the server. */
const assetSources = [
  'assets',
  'src/documents/text',
  'src/i18n/sv/pages/editor.ts',
  'src/i18n/en/pages/editor.ts',
  'src/api/render/icons.ts',
];

/**
 * Brings dist/ up to date; parts whose sources have not changed since the last time are left alone.
 * @param say told in Swedish what is built; nothing when all is up to date
 * @param tolerant leaves out modules that cannot be read (somebody is writing them) instead of throwing
 */
export async function build(say = () => {}, { tolerant = false } = {}) {
  const unlock = await lockBuild(join(root, 'dist'));
  try {
    const stamps = new Stamps(join(dist, '.stamps.json'));
    const modules = hashOf(['src', 'scripts/build.mjs', 'package-lock.json']);
    if (!stamps.fits('modules', modules)) {
      say('Bygger programmet');
      const leftOut = await buildModules(tolerant);
      if (leftOut.length === 0) stamps.set('modules', modules);
      else say(`Kunde inte läsas: ${leftOut.join(', ')}`);
    }
    const workflows = hashOf([...bundledRooms, 'scripts/build.mjs', 'package-lock.json']);
    if (
      existsSync(join(root, 'src/workflows/index.ts')) &&
      !stamps.fits('workflows', workflows, 'workflow-bundle.js')
    ) {
      say('Bygger processernas paket');
      await buildWorkflowBundle();
      stamps.set('workflows', workflows);
    }
    const assets = hashOf([...assetSources, 'scripts/build-assets.mjs', 'package-lock.json']);
    if (existsSync(join(root, 'scripts/build-assets.mjs')) && !stamps.fits('assets', assets, 'assets')) {
      say('Bygger sidornas stilar och skript');
      const { buildAssets } = await import(pathToFileURL(join(root, 'scripts/build-assets.mjs')).href);
      await buildAssets();
      stamps.set('assets', assets);
    }
  } finally {
    unlock();
  }
}

async function buildModules(tolerant) {
  const entryPoints = filesUnder(join(root, 'src')).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.d.ts'),
  );
  const { outputFiles, leftOut } = await takeTypesAway(entryPoints, tolerant);
  const made = new Set();
  for (const file of outputFiles) {
    made.add(file.path);
    writeIfChanged(file.path, file.contents);
  }
  for (const file of filesUnder(join(root, 'src')).filter((path) => path.endsWith('.json'))) {
    const target = join(dist, relative(join(root, 'src'), file));
    made.add(target);
    writeIfChanged(target, readFileSync(file));
  }
  for (const file of leftOut) made.add(join(dist, relative(join(root, 'src'), file)).replace(/\.ts$/, '.js'));
  removeOthers(made);
  return leftOut.map((file) => relative(root, file));
}

async function takeTypesAway(entryPoints, tolerant) {
  const options = {
    entryPoints,
    outbase: join(root, 'src'),
    outdir: dist,
    bundle: false,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    sourcemap: 'linked',
    tsconfigRaw: { compilerOptions: { target: 'ES2023', useDefineForClassFields: true } },
    logLevel: tolerant ? 'silent' : 'error',
  };
  const { build: transpile } = require('esbuild');
  try {
    return { outputFiles: (await transpile(options)).outputFiles, leftOut: [] };
  } catch (error) {
    const leftOut = [
      ...new Set((error.errors ?? []).map(({ location }) => location && join(process.cwd(), location.file))),
    ];
    const rest = entryPoints.filter((file) => !leftOut.includes(file));
    if (!tolerant || rest.length === entryPoints.length) throw error;
    return { outputFiles: (await transpile({ ...options, entryPoints: rest })).outputFiles, leftOut };
  }
}

async function buildWorkflowBundle() {
  const { bundleWorkflowCode } = require('@temporalio/worker');
  const failureConverter = join(root, 'src/infrastructure/temporal/failure-converter.ts');
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(root, 'src/workflows/index.ts'),
    ...(existsSync(failureConverter) ? { failureConverterPath: failureConverter } : {}),
    logger: { trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error, log() {} },
  });
  writeIfChanged(join(dist, 'workflow-bundle.js'), Buffer.from(code));
}

/** A module that another engineer's run is reading is not written again when it is the same. */
function writeIfChanged(path, contents) {
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}

/** Removes modules whose source is gone, so that nothing old can be required. */
function removeOthers(made) {
  const own = new Set([
    'workflow-bundle.js',
    'assets',
    '.stamps.json',
    '.build-lock',
    '.tsbuildinfo',
    '.tsbuildinfo-test',
  ]);
  for (const file of filesUnder(dist)) {
    const top = relative(dist, file).split(sep)[0];
    if (!own.has(top) && !made.has(file)) rmSync(file, { force: true });
  }
}

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    const whole = join(root, path);
    const files = path.includes('.') ? [whole].filter((file) => existsSync(file)) : filesUnder(whole);
    for (const file of files)
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

class Stamps {
  constructor(path) {
    this.path = path;
    try {
      this.values = JSON.parse(readFileSync(path, 'utf8'));
    } catch {
      this.values = {};
    }
  }

  fits(name, hash, result = 'main.js') {
    return this.values[name] === hash && existsSync(join(dist, result));
  }

  set(name, hash) {
    this.values[name] = hash;
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(this.path, JSON.stringify(this.values));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build((line) => process.stdout.write(`· ${line}\n`));
}
