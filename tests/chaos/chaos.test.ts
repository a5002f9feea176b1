import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ToldChaos } from '../../src/composition/chaos-runs';

// Whole installations on a machine that may be busy with other tests.
jest.setTimeout(900_000);

const root = path.resolve(__dirname, '../..');

/** `npm run chaos` as a user starts it, three runs; `npm run chaos` alone plays thirty of the large board. */
describe('a house whose processes are killed in the middle of a case', () => {
  let running: ChildProcess | undefined;
  let folder: string;
  let told: ToldChaos;
  let said = '';

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'samrad-test-chaos-'));
    const report = path.join(folder, 'report.json');
    const child = spawn(
      process.execPath,
      [
        path.join(root, 'scripts', 'chaos.mjs'),
        ...['--runs', '3', '--lanes', '2', '--seed', '5', '--report', report],
        ...['--case', path.join(__dirname, 'fixtures', 'kort-arende.json')],
      ],
      { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    running = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (said += text.toString()));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    running = undefined;
    if (code !== 0) throw new Error(said);
    told = JSON.parse(readFileSync(report, 'utf8')) as ToldChaos;
  });
  afterAll(() => {
    running?.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });

  it('loses nothing that was answered, gives no number, paper or letter twice, and comes to the same end', () => {
    expect(told.runs.map(({ run, faults }) => [run, faults])).toEqual([
      [1, []],
      [2, []],
      [3, []],
    ]);
    expect(said).toContain('3 passed, 0 failed');
  });

  it('was hit in every run: the workflow server’s file was lost in one, everything died at once in another', () => {
    const hits = told.runs.map(({ blows }) => blows.filter(({ hit }) => hit.length > 0));
    for (const hit of hits) expect(hit.length).toBeGreaterThan(0);
    expect(hits[0]!.map(({ blow }) => blow)).toContain('temporalFile');
    const all = hits[1]!.find(({ blow }) => blow === 'all')!;
    // PostgreSQL was killed shortly before: on a fast machine its new process may not be noted yet.
    expect(all.hit).toEqual(expect.arrayContaining(['supervisor', 'api', 'worker', 'temporal']));
    expect(told.runs[1]!.starts).toBeGreaterThan(1);
  });

  it('had its clock scaled, a day in at most 300 ms', () => {
    expect(said).toMatch(/37 dygn om 100 ms/);
  });
});
