// npm run fuzz: bad requests made from the OpenAPI document, for as long as wanted. The part `fuzz` of npm test is its short form.
import { randomInt } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { whyNotHere } from './setup/machine.mjs';
import { giveUp, say, seconds } from './setup/say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const usage = 'npm run fuzz -- [--minutes 20] [--max-examples 100] [--seed <tal>]';
// The commands before and in a meeting, the other commands, what is read, and what ends a session.
const SHARES = 4;

const why = whyNotHere(process.platform, process.version);
if (why !== undefined) giveUp(why);
const asked = readArguments();

const { installPackages } = await import('./setup/packages.mjs');
await installPackages(root);
const { prepareSchemathesis } = await import('./setup/schemathesis.mjs');
const { python, missing } = await prepareSchemathesis(root);
if (missing !== undefined) giveUp(missing);

const begun = performance.now();
const folder = join(root, '.samrad');
mkdirSync(folder, { recursive: true });
const figures = join(folder, `fuzz-${process.pid}.txt`);
say(
  `· Felaktiga anrop i ${asked.minutes} minuter, frö ${asked.seed}, högst ${asked.examples} exempel per operation och varv …`,
);
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/jest/bin/jest.js'), '--runInBand', '--forceExit', '--selectProjects', 'fuzz'],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      TZ: 'UTC',
      SAMRAD_SCHEMATHESIS_PYTHON: python,
      SAMRAD_FUZZ_FIGURES: figures,
      SAMRAD_FUZZ_SECONDS: String(Math.max(1, Math.round((asked.minutes * 60) / SHARES))),
      SAMRAD_FUZZ_EXAMPLES: String(asked.examples),
      SAMRAD_FUZZ_SEED: String(asked.seed),
    },
  },
);
say('');
if (existsSync(figures)) say(readFileSync(figures, 'utf8').trimEnd());
rmSync(figures, { force: true });
const verdict = status === 0 ? 'Inga fel hittades' : 'Fel hittades; anropen som visar dem står ovanför';
say(
  `${verdict} (frö ${asked.seed}, ${seconds(begun)}). Samma frö ger samma anrop: npm run fuzz -- --seed ${asked.seed}`,
);
process.exit(status === 0 ? 0 : 1);

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        minutes: { type: 'string', default: '20' },
        'max-examples': { type: 'string', default: '100' },
        seed: { type: 'string', default: String(randomInt(1, 2 ** 31)) },
      },
    });
    const [minutes, examples, seed] = [values.minutes, values['max-examples'], values.seed].map(Number);
    if (!(minutes > 0) || !Number.isInteger(examples) || examples < 1 || !Number.isInteger(seed))
      throw new Error();
    return { minutes, examples, seed };
  } catch {
    return giveUp(`Så här: ${usage}`);
  }
}
