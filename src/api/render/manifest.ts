import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A built file's own name, such as `samrad.css`, to its hashed name, such as `samrad-Q3ZK7WYA.css`. */
export type AssetManifest = Readonly<Record<string, string>>;

/** The address that files of `dist/assets` are served under. Their names hold a hash: cache them for ever. */
export const assetsPath = '/assets';

/**
 * Reads the manifest of the built assets.
 * @param assetsDir the folder `dist/assets`
 * @throws when the assets are not built
 */
export function loadManifest(assetsDir: string): AssetManifest {
  const parsed: unknown = JSON.parse(readFileSync(join(assetsDir, 'manifest.json'), 'utf8'));
  if (typeof parsed !== 'object' || parsed === null) throw new TypeError('manifest.json is not an object');
  return Object.fromEntries(
    Object.entries(parsed).map(([name, file]): [string, string] => [name, String(file)]),
  );
}

/** The address of a built file. @throws RangeError when the build has no such file */
export function assetUrl(manifest: AssetManifest, name: string): string {
  const file = manifest[name];
  if (file === undefined) throw new RangeError(`No built asset named ${name}`);
  return `${assetsPath}/${file}`;
}
