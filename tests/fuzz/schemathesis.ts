import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(__dirname, '..', '..');

/** How hard to try: `npm test` makes every kind of case once, `npm run fuzz` goes on for its minutes. */
export interface Effort {
  readonly phases: string;
  readonly seed: number;
  readonly examples: number;
  readonly seconds: number | null;
}

/** What is asked, and of what. */
export interface Attempt extends Effort {
  readonly url: string;
  /** The OpenAPI document. */
  readonly document: object;
  /** Names of the operations that are tried. */
  readonly operations: readonly string[];
}

export interface Finding {
  readonly code: string;
  readonly title: string;
  readonly operations: readonly string[];
}

/** What Schemathesis says of a run. */
export interface Verdict {
  readonly cases: number;
  readonly operations: number;
  readonly findings: readonly Finding[];
  /** Why it could not try something. */
  readonly errors: readonly unknown[];
  /** The whole of what it printed, with a request for each finding. */
  readonly told: string;
}

interface Report {
  readonly complete: boolean;
  readonly operations: { readonly tested: number; readonly errored: number };
  readonly test_cases: { readonly generated: number };
  readonly failures: readonly Finding[];
  readonly errors: readonly unknown[];
}

/** As `npm run fuzz` asks for by environment; without it, as `npm test` does. */
export function effort(env: NodeJS.ProcessEnv = process.env): Effort {
  const seconds = Number(env['SAMRAD_FUZZ_SECONDS'] ?? '0');
  return {
    phases: seconds > 0 ? 'examples,coverage,fuzzing,stateful' : 'coverage',
    seed: Number(env['SAMRAD_FUZZ_SEED'] ?? '20260220'),
    examples: Number(env['SAMRAD_FUZZ_EXAMPLES'] ?? '20'),
    seconds: seconds > 0 ? seconds : null,
  };
}

/**
 * Refusals of a well-formed request are the product's work (not allowed, not there, another phase), so that an accepted
 * one is not demanded; that nothing is had without signing in is the access walk's matter, since the door here lends
 * sessions. Everything else is demanded: no fault, and every answer as the document says.
 */
const notDemanded = 'positive_data_acceptance,missing_required_header,ignored_auth';

/**
 * What a request against the document may be answered with: the statuses of the refusal catalogue. Schemathesis' own list
 * lacks 413 and 431 (a text or an address refused for its length before it is read) and would let a fault count as a refusal.
 */
const settings = `[checks.negative_data_rejection]
expected-statuses = ["400", "401", "403", "404", "405", "406", "409", "413", "415", "422", "428", "429", "431"]
`;

/** Runs Schemathesis once. @throws when it ends without a report */
export async function tryOut(attempt: Attempt): Promise<Verdict> {
  const folder = mkdtempSync(join(tmpdir(), 'samrad-fuzz-'));
  const document = join(folder, 'openapi.json');
  const report = join(folder, 'report.json');
  const config = join(folder, 'schemathesis.toml');
  try {
    writeFileSync(config, settings);
    writeFileSync(document, JSON.stringify(attempt.document));
    const options: readonly (readonly [name: string, value: string])[] = [
      ['--url', attempt.url],
      ['--phases', attempt.phases],
      ['--seed', String(attempt.seed)],
      ['--max-examples', String(attempt.examples)],
      ...(attempt.seconds === null ? [] : [['--max-time', String(attempt.seconds)] as const]),
      ['--exclude-checks', notDemanded],
      // One at a time: Python's own parser fails now and then in several threads.
      ['--workers', '1'],
      ['--generation-database', 'none'],
      ['--generation-with-security-parameters', 'false'],
      ['--suppress-health-check', 'all'],
      ['--warnings', 'off'],
      ['--output-truncate', 'false'],
      ['--report', 'json'],
      ['--report-json-path', report],
      ...attempt.operations.map((name) => ['--include-operation-id', name] as const),
    ];
    const told = await run(
      await python(),
      [
        '-c',
        'from schemathesis.cli import schemathesis; schemathesis()',
        '--config-file',
        config,
        'run',
        document,
        '--no-color',
        '--continue-on-failure',
        ...options.flat(),
      ],
      folder,
    );
    if (!existsSync(report)) throw new Error(`Schemathesis ended without a report:\n${told}`);
    const { operations, test_cases, failures, errors } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    return { cases: test_cases.generated, operations: operations.tested, findings: failures, errors, told };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The Python that has it: named by `npm test` and `npm run fuzz`, else where they put it. */
async function python(): Promise<string> {
  const named = process.env['SAMRAD_SCHEMATHESIS_PYTHON'];
  if (named !== undefined) return named;
  const setup = (await import(pathToFileURL(join(root, 'scripts/setup/schemathesis.mjs')).href)) as {
    schemathesisPlace: (root: string) => { python: string; ready: string };
  };
  const place = setup.schemathesisPlace(root);
  if (!existsSync(place.ready)) throw new Error('Schemathesis is not here: npm test -- fuzz gets it');
  return place.python;
}

function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let told = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (told += chunk.toString()));
    child.on('error', failed);
    child.on('close', () => done(told));
  });
}
