import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveUp, step } from './say.mjs';

/**
 * Installs the npm packages when they are missing or package-lock.json has changed since they were installed.
 * Node's own modules only: this runs before there are any packages.
 */
export async function installPackages(root) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.samrad-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return false;
  if (!existsSync(stamp) && isInstalled(root)) {
    // Somebody ran npm ci by hand: npm's own record tells whether it fits the lock file.
    writeFileSync(stamp, lock);
    return false;
  }
  await step('Installerar paket med npm (första gången, någon minut)', () => {
    const npm = spawnSync(
      'npm',
      [
        'ci',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        '--fetch-retry-mintimeout=1000',
        '--fetch-retry-maxtimeout=5000',
      ],
      {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, NODE_ENV: '' },
      },
    );
    if (npm.error !== undefined)
      giveUp('Programmet npm finns inte. Det följer med Node: hämta Node på nodejs.org och starta om.');
    if (npm.status !== 0) {
      giveUp(
        'npm kunde inte installera paketen; orsaken står ovanför. Utan nät: kör en gång med nät, eller ange en paketspegel med npm config set registry. Nästa start fortsätter.',
      );
    }
    writeFileSync(stamp, lock);
  });
  return true;
}

/** Whether every package of the lock file that this machine needs is there in its version. */
function isInstalled(root) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.optional || entry.devOptional || entry.link) return true;
    return installed[path]?.version === entry.version;
  });
}
