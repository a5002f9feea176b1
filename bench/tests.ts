/** How long a full run of `npm test` takes, set-up included. Run: npm run bench -- tests */
import { spawnSync } from 'node:child_process';
import { root } from '../src/composition/parts';
import { run, say } from './support/report';

run(() => {
  const begun = performance.now();
  const { stdout, status } = spawnSync(process.execPath, ['scripts/test.mjs'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const minutes = (performance.now() - begun) / 60_000;
  say('Full run of npm test', `${minutes.toFixed(1)} minutes`);
  for (const line of stdout.split('\n').filter((each) => /\(\d+,\d s\)/.test(each) || each.startsWith('· ')))
    say('', line.trim());
  if (status !== 0) throw new Error('npm test failed: run it alone to see why');
  return Promise.resolve();
});
