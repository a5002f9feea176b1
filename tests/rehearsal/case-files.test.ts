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
    return { ...left(out), said };
  };

  it(
    'is the board of fifteen and fifteen, from the plan to the court’s answer',
    async () => {
      const { happened, letters, deadlines, documents, files, messageIds, said } =
        await played('namnden-2026-02-20');
      const of = (what: string) => letters.filter((letter) => letter.what === what);
      // Cases 15 and 16: six extracts to twelve recipients each, and the full minutes to eleven principals' auditors.
      expect(of('extract')).toHaveLength(6 * 12 + 11);
      // KL 6:17: fifteen members are called, fifteen substitutes are told, twelve officials come to their items.
      expect(of('summons')).toHaveLength(15);
      expect(of('summonsToSubstitute')).toHaveLength(15);
      expect(of('summonsToItems')).toHaveLength(12);
      expect(of('noticeToPost')).toHaveLength(11);
      expect(letters.every(({ result }) => result === 'sent')).toBe(true);
      expect(new Set(messageIds).size).toBe(letters.length);

      // The late board moves the appeal time: three weeks from the day it stated.
      const appeal = deadlines.find(({ what }) => what === 'appealTime');
      expect(appeal).toMatchObject({
        at: '2026-03-31 00:00',
        about: 'anslaget på alla tavlor 2026-03-09',
        rule: 'KL 13:5',
      });
      expect(deadlines.find(({ what }) => what === 'verification')?.at).toBe('2026-03-07 00:00');

      expect(documents.filter(({ what }) => what.startsWith('extract'))).toHaveLength(7);
      // One for each board with the common day, and all anew when the late board has moved the day to take them down.
      expect(documents.filter(({ what }) => what.startsWith('notice,'))).toHaveLength(11 + 11);
      // M-11: every board is told of it, the late one too, once.
      expect(of('noticeDayMoved')).toHaveLength(11);
      expect(documents.filter(({ what }) => what.startsWith('noticeCertificate'))).toHaveLength(1);
      const made = documents.filter(
        ({ who, what }) => who.startsWith('process:') && !what.startsWith('package'),
      );
      expect(made.every(({ result }) => result === 'PDF/A-3a, PDF/UA-1')).toBe(true);
      expect(files).toHaveLength(documents.length);
      expect(said).toContain(` steg och ${files.length} handlingar.`);

      const refused = happened
        .filter(({ result }) => result.startsWith('nekat'))
        .map(({ result }) => result.slice(7));
      expect(refused).toEqual(['file-not-pdf', 'writer-signs-first', 'take-down-too-early']);
      expect(happened.at(-1)?.kind).toBe('act');
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
