import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether npm start runs already over the same data folder. Then nothing may be built: the one that runs reads its pages, styles
 * and scripts from dist/. It is src/main.ts that refuses, with the address.
 * @param root the project's folder
 */
export function runsAlready(root) {
  const lock = join(process.env.SAMRAD_DATA_DIR ?? join(root, '.samrad'), 'supervisor.lock');
  if (!existsSync(lock) || !existsSync(join(root, 'dist', 'main.js'))) return false;
  try {
    const { pid } = JSON.parse(readFileSync(lock, 'utf8'));
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return pid !== process.pid && /main\.js|start\.mjs/.test(command);
  } catch {
    // No such process, or a lock half written: an ordinary start, which looks again.
    return false;
  }
}
