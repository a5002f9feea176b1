// Bundles what the browser gets into dist/assets: hashed names, and manifest.json from plain to hashed.
import { mkdir, rm, writeFile } from 'node:fs/promises';
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
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: {
      app: 'assets/js/app.ts',
      samrad: 'assets/css/samrad.css',
      icon: 'assets/icon.svg',
    },
    outdir: outDir,
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
  await writeFile(join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAssets();
