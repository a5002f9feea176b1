import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..', '..', '..');

describe('npm start beside one that runs', () => {
  it('builds nothing under the one that runs, and says where it is', async () => {
    const data = mkdtempSync(join(tmpdir(), 'samrad-second-'));
    const runs = spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 60_000)', 'start.mjs']);
    try {
      writeFileSync(join(data, 'supervisor.lock'), JSON.stringify({ pid: runs.pid }));
      writeFileSync(join(data, 'run.json'), JSON.stringify({ url: 'http://localhost:4711' }));
      const said = await new Promise<string>((done) => {
        execFile(
          process.execPath,
          ['scripts/start.mjs'],
          { cwd: root, env: { ...process.env, SAMRAD_DATA_DIR: data } },
          (_error, out, fault) => {
            done(out + fault);
          },
        );
      });
      expect(said).toContain(`Samråd körs redan (process ${String(runs.pid)}) på http://localhost:4711`);
      expect(said).not.toMatch(/Samråd startar|Bygger/u);
    } finally {
      runs.kill();
      rmSync(data, { recursive: true, force: true });
    }
  });
});
