// npm test: the same set-up as npm start, then every check of the house. `npm test -- rules http` runs parts alone.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { whyNotHere } from './setup/machine.mjs';
import { giveUp, say, seconds } from './setup/say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const inCi = process.env.CI === 'true' || process.env.CI === '1';

const why = whyNotHere(process.platform, process.version);
if (why !== undefined) giveUp(why);
const { installPackages } = await import('./setup/packages.mjs');
await installPackages(root);

const bin = (path) => [process.execPath, join(root, 'node_modules', path)];
const checks = {
  format: {
    name: 'Format',
    command: [...bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  },
};
// One process: the rules ask the type checker nearly all that the types themselves ask (setup/code-rules.mjs).
const codeChecks = { lint: 'Kodregler', types: 'Typer', browserTypes: 'Typer i webbläsarens kod' };
const projects = createRequire(import.meta.url)(join(root, 'jest.config.cjs')).projects.map(
  ({ displayName }) => displayName,
);

const asked = process.argv.slice(2);
const every = [...Object.keys(checks), ...Object.keys(codeChecks), ...projects];
const unknown = asked.filter((part) => !every.includes(part));
if (unknown.length > 0) {
  giveUp(`Delen ${unknown.join(', ')} finns inte. Delarna är: ${every.join(', ')}.`);
}
const wanted = (part) => asked.length === 0 || asked.includes(part);

const begun = performance.now();
let passed = 0;
let failed = 0;
const notChecked = [];
const brokenSteps = [];

const { build } = await import('./build.mjs');
try {
  await build((line) => say(`· ${line}`));
} catch (error) {
  giveUp(`Programmet går inte att bygga: ${error.message}`);
}

// Killed processes are mostly waited for: that part runs beside everything else.
const parts = projects.filter(wanted);
const chaos = parts.includes('chaos') ? runJest(['chaos']) : undefined;

for (const [part, { name, command }] of Object.entries(checks)) {
  if (!wanted(part)) continue;
  const stepBegun = performance.now();
  say(`· ${name} …`);
  count(name, (await run(command)) === 0, stepBegun);
}
const code = Object.keys(codeChecks).filter(wanted);
if (code.length > 0) await checkCode(code);

await runJest(parts.filter((part) => part !== 'chaos'));
await chaos;
closeUp();

async function checkCode(selected) {
  const stepBegun = performance.now();
  say(`· ${selected.map((part) => codeChecks[part]).join(', ')} …`);
  let broken;
  const script = join(root, 'scripts', 'setup', 'code-rules.mjs');
  const ended = await run(
    [process.execPath, script, ...selected],
    {},
    'inherit',
    (parts) => (broken = parts),
  );
  // Whoever did not come to tell what is broken has kept nothing.
  const kept = (part) => broken !== undefined && !broken.includes(part) && (ended === 0 || broken.length > 0);
  for (const part of selected) count(codeChecks[part], kept(part), stepBegun);
}

function count(name, kept, stepBegun) {
  if (kept) passed += 1;
  else {
    failed += 1;
    brokenSteps.push(name);
  }
  say(`  ${name}: ${kept ? 'godkänt' : 'underkänt'} (${seconds(stepBegun)})`);
}

async function runJest(selected) {
  const env = {};
  if (selected.includes('e2e')) {
    const { prepareBrowser } = await import('./setup/browser.mjs');
    const browser = prepareBrowser(root);
    Object.assign(env, browser.env);
    if (browser.missing !== undefined) {
      notChecked.push(`sidorna i webbläsare (${browser.missing})`);
      selected = selected.filter((part) => part !== 'e2e');
    }
  }
  if (selected.includes('fuzz')) {
    const { prepareSchemathesis } = await import('./setup/schemathesis.mjs');
    const { python, missing } = await prepareSchemathesis(root);
    if (missing === undefined) env.SAMRAD_SCHEMATHESIS_PYTHON = python;
    else {
      notChecked.push(`felaktiga anrop till API:t (${missing})`);
      selected = selected.filter((part) => part !== 'fuzz');
    }
  }
  if (selected.length === 0) return;
  say(`· Prov: ${selected.join(', ')} …`);
  const stepBegun = performance.now();
  const folder = join(root, '.samrad');
  mkdirSync(folder, { recursive: true });
  const mark = `${process.pid}-${selected[0]}`;
  const report = join(folder, `test-report-${mark}.json`);
  const notes = join(folder, `not-checked-${mark}.txt`);
  // On two cores a third worker uses the time that the others wait for databases, servers and browsers.
  const workers = Math.max(3, (availableParallelism?.() ?? cpus().length) - 1);
  const { gather, together } = await import('../tests/support/together.mjs');
  gather(root);
  const code = await run(
    [
      ...bin('jest/bin/jest.js'),
      `--maxWorkers=${workers}`,
      '--forceExit',
      '--json',
      `--outputFile=${report}`,
      '--selectProjects',
      ...selected,
    ],
    // A test that cannot check something here writes a line into this file, and the closing line tells it.
    { ...env, SAMRAD_NOT_CHECKED: notes, SAMRAD_TOGETHER: together.join(',') },
    'ignore',
  );
  readReport(report, code, selected);
  if (existsSync(notes))
    notChecked.push(
      ...readFileSync(notes, 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
    );
  for (const file of [report, notes]) rmSync(file, { force: true });
  say(`  klart (${seconds(stepBegun)})`);
}

function readReport(report, code, selected) {
  if (!existsSync(report)) {
    failed += 1;
    brokenSteps.push(`prov (${selected.join(', ')})`);
    return;
  }
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that cannot even be read holds tests that nobody has counted.
  const unreadable = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  passed += numPassedTests;
  failed += numFailedTests + unreadable.length;
  const accounted = numFailedTests + unreadable.length > 0;
  if (code !== 0 && !accounted) {
    failed += 1;
    brokenSteps.push('prov (jest slutade med fel)');
  }
}

/** Runs a command in the root with the screen as its own; resolves with its exit code. `told` gets what it sends. */
function run([command, ...args], env = {}, stdout = 'inherit', told) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', stdout, 'inherit', ...(told ? ['ipc'] : [])],
      env: { ...process.env, TZ: 'UTC', ...env },
    });
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
    if (told) child.on('message', told);
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function closeUp() {
  if (inCi && notChecked.length > 0) {
    failed += notChecked.length;
    brokenSteps.push('allt kunde inte kontrolleras');
  }
  say('');
  if (brokenSteps.length > 0) say(`Underkänt: ${brokenSteps.join(', ')}.`);
  const missing = notChecked.length === 0 ? '' : `; ej kontrollerat: ${notChecked.join('; ')}`;
  say(`${passed} passed, ${failed} failed (${seconds(begun)})${missing}`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
