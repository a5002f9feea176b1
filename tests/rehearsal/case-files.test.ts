import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serverFact } from '../support/database';
import { left } from './what-is-left';

const root = path.resolve(__dirname, '../..');

/** Plays a case file as `npm run rehearse` does: what it said and what it left. */
async function rehearsed(file: string, out: string): Promise<{ code: number | null; said: string }> {
  const program = path.join(root, 'dist', 'main-rehearse.js');
  const child = spawn(process.execPath, ['--enable-source-maps', program, file, '--out', out], {
    cwd: root,
    env: { ...process.env, TEMPORAL_TEST_SERVER: serverFact('SAMRAD_TEST_SERVER_BINARY') },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (said += text.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said };
}

const PATIENCE = 540_000;

describe('a case that is rehearsed', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'samrad-rehearsed-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const played = async (name: string) => {
    const out = path.join(folder, name);
    const { code, said } = await rehearsed(path.join(root, 'data', 'case-files', `${name}.json`), out);
    if (code !== 0) throw new Error(said.split('\n').slice(-12).join('\n'));
    return left(out);
  };

  it(
    'is a stranger’s board with other seats, principals, days and rules, where a notice goes missing',
    async () => {
      const { happened, deadlines, letters } = await played('liten-namnd');
      const appeals = deadlines.filter(({ what }) => what === 'appealTime');
      expect(appeals.map(({ at, about, result }) => [at, about, result.split(' ')[0]])).toEqual([
        ['2026-04-16 00:00', 'anslaget på alla tavlor 2026-03-25', 'upphävt:'],
        ['2026-04-29 00:00', 'anslaget på alla tavlor 2026-04-07', 'klart'],
      ]);
      expect(deadlines.find(({ what }) => what === 'verification')?.at).toBe('2026-03-28 00:00');
      expect(letters.filter(({ what }) => what === 'substituteAsk').map(({ who }) => who)).toEqual([
        'Desirée Lantto',
        'Ylva Bergdahl',
      ]);
      expect(letters.filter(({ what }) => what === 'extract')).toHaveLength(2 * 3);
      expect(happened.some(({ what }) => what === 'endMeeting')).toBe(true);
    },
    PATIENCE,
  );

  it('with a fault is not played: nothing is started, nothing is left', async () => {
    const out = path.join(folder, 'fel');
    const { code, said } = await rehearsed(path.join(root, 'data', 'demo', 'agenda.json'), out);
    expect(code).toBe(1);
    expect(said).toMatch(/agenda\.json:1:1 name: /);
    expect(said).toContain('fel i ärendefilen. Inget har spelats upp.');
    expect(existsSync(out)).toBe(false);
  });
});
