import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readCase } from '../../src/composition/case-parts';
import { playOn } from '../../src/composition/rehearsal';
import { root } from '../../src/composition/parts';
import { faultLine } from '../../src/installation/file/file-fault';
import type { PlayedAct } from '../../src/rehearsal/play';
import { bringUpServers, type RehearsalServers } from '../../src/rehearsal/servers';
import { migrate } from '../../src/store/migrate';
import { cleanedUp } from './clean-up';

export type RehearsedServers = Omit<RehearsalServers, 'stop'> & {
  /** A folder for logs, gone afterwards. */
  readonly folder: string;
};

/** Plays the whole case of 20 February on servers of its own, then lets `look` see what is left in them. */
export async function afterTheCase(
  look: (servers: RehearsedServers) => Promise<void>,
  afterAct: (act: PlayedAct, servers: RehearsedServers) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const reading = await readCase(path.join(root, 'data/case-files/namnden-2026-02-20.json'));
  if (!reading.ok) throw new Error(reading.faults.map(faultLine).join('\n'));
  await cleanedUp(async (later) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'samrad-bench-'));
    later(() => {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    });
    const logs = path.join(folder, 'loggar');
    const servers = await bringUpServers({
      mailFolder: path.join(folder, 'mejl'),
      cache: path.join(root, '.samrad', 'cache'),
      logs,
      env: process.env,
      say: () => undefined,
    });
    later(() => servers.stop());
    await migrate(servers.ownerUrl);
    const seen = { ...servers, folder };
    await playOn(reading.case, servers, {
      out: folder,
      env: process.env,
      say: () => undefined,
      afterAct: (act) => afterAct(act, seen),
    });
    await look(seen);
  });
}
