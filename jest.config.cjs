/**
 * The parts of the test suite. `npm test` runs them all; `npm test -- <part>` one of them.
 * Only parts that need the servers get the global set-up (PostgreSQL and Temporal, tests/support/servers).
 */
const base = {
  testEnvironment: 'node',
  rootDir: __dirname,
  transform: {
    '^.+\\.(t|j|mj)s$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(temporal-polyfill|temporal-utils|temporal-spec|mdast-util-.*|unist-util-.*|devlop|decode-named-character-reference|character-entities|longest-streak|zwitch|micromark-util-.*|markdown-table|escape-string-regexp|ccount)/)',
  ],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    // Large packages that most test files load and few use.
    '^(umzug|fontkit|undici)$': '<rootDir>/tests/support/late/$1.ts',
    '^@cantoo/pdf-lib$': '<rootDir>/tests/support/late/pdf-lib.ts',
  },
};
// The folders whose files `npm test` runs several in one (tests/support/together.mjs).
const together = process.env.SAMRAD_TOGETHER?.split(',') ?? [];
const part = (displayName, folders, extra = {}) => ({
  ...base,
  ...extra,
  displayName,
  testMatch: folders.map((folder) =>
    together.includes(folder)
      ? `<rootDir>/.samrad/together/${folder}-*.test.ts`
      : `<rootDir>/tests/${folder}/**/*.test.ts`,
  ),
});
const servers = {
  globalSetup: '<rootDir>/tests/support/servers/up.mjs',
  globalTeardown: '<rootDir>/tests/support/servers/down.mjs',
};

module.exports = {
  // Jest heeds this for the whole run only, not for a single project.
  testTimeout: 60000,
  testSequencer: '<rootDir>/tests/support/longest-first.mjs',
  projects: [
    part('rules', ['domain', 'contracts', 'i18n', 'house']),
    part('documents', ['documents']),
    part('rehearsal', ['rehearsal'], servers),
    part('database', ['store', 'commands', 'installation', 'infrastructure', 'loops'], servers),
    part('workflows', ['workflows', 'activities'], servers),
    part('replay', ['replay'], { globalSetup: '<rootDir>/tests/replay/built.mjs' }),
    part('http', ['api'], servers),
    part('fuzz', ['fuzz'], servers),
    part('e2e', ['e2e'], servers),
    part('chaos', ['chaos']),
  ],
};
