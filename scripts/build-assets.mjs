// Bundles what the browser gets into dist/assets: hashed names, and manifest.json from plain to hashed.
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Fonts get short names in the manifest, since pages preload them. */
const fontNames = {
  'SourceSans3VF-Upright.ttf.woff2': 'source-sans-3.woff2',
  'SourceSans3VF-Italic.ttf.woff2': 'source-sans-3-italic.woff2',
};

/**
 * Builds css, js, fonts and the icon into `<outDir>` (default dist/assets).
 * @returns {Promise<Record<string, string>>} the manifest: plain name to hashed name
 */
export async function buildAssets(outDir = join(root, 'dist', 'assets')) {
  // Built beside and put in place when whole: a fault leaves what is served as it was.
  const fresh = `${outDir}.${process.pid}`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  const { metafile } = await bundle(fresh).catch(async (fault) => {
    await rm(fresh, { recursive: true, force: true });
    throw fault;
  });
  const manifest = {};
  for (const [file, output] of Object.entries(metafile.outputs)) {
    const name = basename(file);
    if (/\.(map|txt)$/.test(name)) continue;
    const [source] = Object.keys(output.inputs);
    const font = source === undefined ? undefined : fontNames[basename(source)];
    if (font !== undefined && name.endsWith('.woff2')) manifest[font] = name;
    else if (output.entryPoint !== undefined) manifest[name.replace(/-[A-Z0-9]{8}(?=\.\w+$)/, '')] = name;
    else if (name.startsWith('icon-')) manifest['icon.svg'] = name;
  }
  await writeFile(join(fresh, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await rm(outDir, { recursive: true, force: true });
  await rename(fresh, outDir);
  return manifest;
}

/** The bundles themselves, hashed, in the folder given. */
function bundle(outdir) {
  return build({
    absWorkingDir: root,
    entryPoints: {
      app: 'assets/js/app.ts',
      samrad: 'assets/css/samrad.css',
      icon: 'assets/icon.svg',
    },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome120', 'firefox121', 'safari17'],
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file', '.svg': 'copy' },
    minify: true,
    sourcemap: 'linked',
    legalComments: 'linked',
    metafile: true,
    logLevel: 'warning',
    tsconfigRaw: { compilerOptions: { target: 'es2022', useDefineForClassFields: true } },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAssets();
