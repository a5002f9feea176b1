import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockBuild } from './build-lock.mjs';
import { say, seconds } from './say.mjs';

const VERSION = '4.32.5';
const LOWEST = [3, 10];
const PATIENCE_MS = 300_000;

/** Where the tool lives, below the project's own folder: a Python environment of its own. */
export function schemathesisPlace(root) {
  const folder = join(root, '.samrad', 'cache', `schemathesis-${VERSION}`);
  return { folder, python: join(folder, 'bin', 'python'), ready: join(folder, 'ready') };
}

/**
 * Gets Schemathesis, the program that makes bad requests from the OpenAPI document, by pip as it is set up here.
 * It is installed whole or not at all; its own packages are held to the versions of schemathesis-packages.txt.
 * @returns `python` whose environment has it, or `missing`: why there is none and what to do
 */
export async function prepareSchemathesis(root, environment = process.env) {
  const place = schemathesisPlace(root);
  if (existsSync(place.ready) && answers(place.python, environment)) return { python: place.python };
  const base = ['python3', 'python'].find((name) => isNewEnough(name, environment));
  if (base === undefined) {
    return { missing: `Python ${LOWEST.join('.')} eller senare saknas: installera Python och kör igen` };
  }
  mkdirSync(place.folder, { recursive: true });
  const unlock = await lockBuild(join(place.folder, '..'));
  try {
    if (existsSync(place.ready) && answers(place.python, environment)) return { python: place.python };
    const begun = performance.now();
    say(`· Schemathesis ${VERSION} hämtas med pip …`);
    const closed = install(root, base, place, environment);
    if (closed !== undefined) return { missing: `Schemathesis kunde inte hämtas med pip: ${closed}` };
    writeFileSync(place.ready, VERSION);
    say(`  klart (${seconds(begun)})`);
    return { python: place.python };
  } finally {
    unlock();
  }
}

/** Tries the base's own pip first: it knows settings that an environment's own pip does not see. */
function install(root, base, { folder, python }, environment) {
  const env = { ...environment, PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_NO_INPUT: '1' };
  const wanted = ['install', '--quiet', '-r', join(root, 'scripts', 'setup', 'schemathesis-packages.txt')];
  const ways = [
    [
      [base, '-m', 'venv', '--clear', '--without-pip', folder],
      [base, '-m', 'pip', '--python', python, ...wanted],
    ],
    [
      [base, '-m', 'venv', '--clear', folder],
      [python, '-m', 'pip', ...wanted],
    ],
  ];
  const closed = [];
  for (const way of ways) {
    let fault;
    for (const command of way) fault ??= faultOf(command, env);
    if (fault === undefined && answers(python, environment)) return undefined;
    closed.push(fault ?? 'programmet går inte att köra här');
  }
  rmSync(folder, { recursive: true, force: true });
  return closed.at(-1);
}

/** The last thing that a command said when it failed; undefined when it went well. */
function faultOf([command, ...args], env) {
  const done = spawnSync(command, args, { encoding: 'utf8', env, timeout: PATIENCE_MS });
  if (done.status === 0) return undefined;
  const words = `${done.stderr ?? ''}`.trim().split('\n').at(-1) ?? '';
  return words === '' ? String(done.error?.message ?? `slutade med ${done.status}`) : words.slice(0, 300);
}

function isNewEnough(python, env) {
  const asked = `import sys; sys.exit(sys.version_info < (${LOWEST.join(', ')}))`;
  return spawnSync(python, ['-c', asked], { env, stdio: 'ignore', timeout: 30_000 }).status === 0;
}

function answers(python, env) {
  const asked = `import importlib.metadata as m, schemathesis, sys; sys.exit(m.version('schemathesis') != '${VERSION}')`;
  return spawnSync(python, ['-c', asked], { env, stdio: 'ignore', timeout: 60_000 }).status === 0;
}
