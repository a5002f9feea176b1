// The rules of the code and its types, over one reading of the program: the type checker's work, most of what either
// costs, is done once. Run by scripts/test.mjs as `node code-rules.mjs lint types browserTypes`, or with some of them.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import ts from 'typescript';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const asked = new Set(process.argv.slice(2));

const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (diagnostic) => giveUp([diagnostic]) };
const programs = {
  types: programOf('tsconfig.test.json'),
  browserTypes: programOf('assets/tsconfig.json'),
};

const broken = [];
if (asked.has('lint') && !(await keepsRules())) broken.push('lint');
for (const [part, program] of Object.entries(programs)) {
  if (!asked.has(part)) continue;
  const found = ts.sortAndDeduplicateDiagnostics(ts.getPreEmitDiagnostics(program));
  tell(found);
  if (found.length > 0) broken.push(part);
}
// The parts that were broken, for whoever counts them.
process.send?.(broken);
process.exitCode = broken.length > 0 ? 1 : 0;

/** As tsc reads it, with what the linter needs besides: nodes that know their parents. */
function programOf(config) {
  const { fileNames, options, projectReferences, errors } = ts.getParsedCommandLineOfConfigFile(
    join(root, config),
    { noEmit: true, incremental: false },
    host,
  );
  return ts.createProgram({
    rootNames: fileNames,
    options,
    projectReferences,
    configFileParsingDiagnostics: errors,
    host: ts.createCompilerHost(options, true),
  });
}

/** The rules of eslint.config.mjs, with its projects' programs handed over. */
async function keepsRules() {
  const given = (program) => ({ languageOptions: { parserOptions: { programs: [program] } } });
  const eslint = new ESLint({
    cwd: root,
    overrideConfig: [
      { files: ['**/*.ts'], ...given(programs.types) },
      { files: ['assets/**/*.ts'], ...given(programs.browserTypes) },
    ],
  });
  const results = await eslint.lintFiles(['.']);
  const said = await (await eslint.loadFormatter('stylish')).format(results);
  if (said !== '') process.stdout.write(said);
  return results.every(({ errorCount }) => errorCount === 0);
}

function giveUp(diagnostics) {
  tell(diagnostics);
  process.exit(2);
}

function tell(diagnostics) {
  if (diagnostics.length === 0) return;
  process.stdout.write(
    ts.formatDiagnosticsWithColorAndContext(diagnostics, {
      getCurrentDirectory: () => root,
      getCanonicalFileName: (name) => name,
      getNewLine: () => '\n',
    }),
  );
}
