import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const needed = ['libnss3.so', 'libnspr4.so', 'libexpat.so.1'];

/**
 * What the tests in a browser need in their environment on this machine.
 * @returns `env` to add, or `missing`: the sentence that says why there is no browser and what to do
 */
export function prepareBrowser(root, environment = process.env) {
  const own = environment.CHROMIUM_PATH;
  if (own) {
    return existsSync(own) ? { env: {} } : { missing: `CHROMIUM_PATH pekar på ${own}, som inte finns` };
  }
  if (process.platform === 'linux' && process.arch === 'x64') return { env: librariesFor(root, environment) };
  const installed = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
  ].find((path) => existsSync(path));
  if (installed !== undefined) return { env: { CHROMIUM_PATH: installed } };
  return { missing: 'ingen Chromium för den här datorn: installera Chromium eller ange den i CHROMIUM_PATH' };
}

/** The Chromium package brings the few system libraries that a small machine lacks; they are used only there. */
function librariesFor(root, environment) {
  const known = spawnSync('ldconfig', ['-p'], {
    encoding: 'utf8',
    env: { ...environment, PATH: `${environment.PATH}:/sbin:/usr/sbin` },
  });
  if (known.status === 0 && needed.every((library) => known.stdout.includes(`${library} `))) return {};
  const folder = join(root, '.samrad', 'cache', 'chromium-libraries');
  if (!existsSync(join(folder, 'lib', 'libnss3.so'))) {
    const require = createRequire(join(root, 'package.json'));
    const archive = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..', 'bin', 'al2023.tar.br');
    mkdirSync(folder, { recursive: true });
    const tar = spawnSync('tar', ['-x', '-C', folder], {
      input: brotliDecompressSync(readFileSync(archive)),
    });
    if (tar.status !== 0) {
      throw new Error(
        'Chromium behöver biblioteken NSS och NSPR. På Debian och Ubuntu: sudo apt-get install libnss3 libnspr4',
      );
    }
  }
  const before = environment.LD_LIBRARY_PATH;
  return { LD_LIBRARY_PATH: before ? `${join(folder, 'lib')}:${before}` : join(folder, 'lib') };
}
