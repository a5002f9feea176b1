import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const VERSION = '1.30.2';
const SHA256 = '287cc9c9757f99dcff4a2d39b68268245b48103fb6af443162d5a29df2afa332';
const FOLDER = resolve(__dirname, '..', '..', '.samrad', 'cache');
const JAR = join(FOLDER, `cli-${VERSION}.jar`);

/** veraPDF ready to run, or the reason why it is not. */
export type VeraPdf = { readonly ready: true } | { readonly ready: false; readonly reason: string };

/** What veraPDF says of one file: which of its claims hold. A claim that is not made is not in the list. */
export interface VeraVerdict {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
}

/** Finds Java and veraPDF; the jar (a test tool, 16 MB) is fetched once from Maven's central repository and known by its hash. */
export async function prepareVeraPdf(): Promise<VeraPdf> {
  if ((await run('java', ['-version'])).code !== 0) return { ready: false, reason: 'Java saknas' };
  if (!existsSync(JAR)) {
    mkdirSync(FOLDER, { recursive: true });
    const copied = await run('mvn', [
      '-B',
      '-q',
      'org.apache.maven.plugins:maven-dependency-plugin:2.8:copy',
      `-Dartifact=org.verapdf.apps:cli:${VERSION}`,
      `-DoutputDirectory=${FOLDER}`,
    ]);
    if (copied.code !== 0 || !existsSync(JAR))
      return { ready: false, reason: 'veraPDF kunde inte hämtas med Maven' };
  }
  if (createHash('sha256').update(readFileSync(JAR)).digest('hex') !== SHA256) {
    rmSync(JAR);
    return { ready: false, reason: 'den hämtade filen för veraPDF har fel kontrollsumma' };
  }
  return { ready: true };
}

/**
 * Runs veraPDF once over all files and reads one line per file and claim.
 * Its exit code says nothing of a claim that was never made, so whoever asks has to name the claims they expect.
 */
export async function runVeraPdf(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, VeraVerdict>> {
  const folder = mkdtempSync(join(tmpdir(), 'samrad-verapdf-'));
  try {
    const paths = [...files].map(([title, bytes]) => {
      const path = join(folder, `${title}.pdf`);
      writeFileSync(path, bytes);
      return path;
    });
    const { output } = await run('java', [
      '-jar',
      JAR,
      '-f',
      '0',
      '--loglevel',
      '0',
      '--format',
      'text',
      ...paths,
    ]);
    return new Map(
      [...files.keys()].map((title) => {
        const lines = output.split('\n').filter((line) => line.includes(`${join(folder, title)}.pdf `));
        const claims = (word: string): string[] =>
          lines
            .filter((line) => line.includes(`${word} `))
            .map((line) => line.trim().split(' ').at(-1) ?? '');
        return [title, { passed: claims('PASS'), failed: claims('FAIL') }];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', () => done({ code: -1, output }));
    child.on('close', (code) => done({ code: code ?? -1, output }));
  });
}
