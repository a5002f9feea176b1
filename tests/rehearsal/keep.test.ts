import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keepDocument } from '../../src/rehearsal/keep';

it('names a kept document as the register does, with the dash of its paragraphs', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'samrad-kept-'));
  const file = { registryNumber: 'HMC260004-2', kind: 'extract', number: 1, bytes: Buffer.from('%PDF') };
  await keepDocument(folder, { ...file, title: 'Protokollsutdrag 2026-02-20, §§ 1–15' }, 25);
  expect(readdirSync(path.join(folder, 'handlingar'))).toEqual([
    '026 HMC260004-2 Protokollsutdrag 2026-02-20, §§ 1–15.pdf',
  ]);
  rmSync(folder, { recursive: true });
});
