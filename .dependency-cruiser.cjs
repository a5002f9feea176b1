/**
 * The import table of docs/architecture.md, room by room. `npm test` checks it with types included (tsPreCompilationDeps);
 * .dependency-cruiser.runtime.cjs checks what is left of the workflows' imports when types are gone.
 */
const rooms = {
  domain: ['domain'],
  contracts: ['domain', 'contracts'],
  i18n: ['domain', 'i18n'],
  workflows: ['domain', 'contracts', 'workflows'],
  store: ['domain', 'store'],
  documents: ['domain', 'contracts', 'i18n', 'documents'],
  commands: ['domain', 'contracts', 'store', 'commands'],
  infrastructure: ['domain', 'contracts', 'infrastructure'],
  activities: ['domain', 'contracts', 'commands', 'documents', 'store', 'infrastructure', 'activities'],
  loops: ['domain', 'contracts', 'store', 'infrastructure', 'loops'],
  api: ['domain', 'contracts', 'commands', 'store/queries', 'i18n', 'documents', 'api'],
  installation: ['domain', 'contracts', 'i18n', 'commands', 'store', 'installation'],
  demo: ['domain', 'contracts', 'commands', 'documents', 'store', 'installation', 'demo'],
  rehearsal: ['domain', 'contracts', 'infrastructure', 'installation/file', 'rehearsal'],
};

const oneOf = (names) => `^src/(${names.join('|')})/`;

const room = (name, allowed) => ({
  name: `room-${name}`,
  comment: `${name} may import ${allowed.join(', ')} and nothing else of ours.`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: '^src/', pathNot: oneOf(allowed) },
});

const packages = (name, allowed, core = false) => ({
  name: `packages-${name}`,
  comment: `${name} may use ${allowed.join(', ') || 'no package'}${core ? '' : ' and nothing of Node'}.`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: {
    dependencyTypes: [
      'npm',
      'npm-dev',
      'npm-optional',
      'npm-no-pkg',
      'npm-unknown',
      ...(core ? [] : ['core']),
    ],
    ...(allowed.length === 0 ? {} : { pathNot: `(^|/)node_modules/(${allowed.join('|')})(/|$)` }),
  },
});

const never = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to },
});

module.exports = {
  forbidden: [
    ...Object.entries(rooms).map(([name, allowed]) => room(name, allowed)),
    packages('domain', ['temporal-polyfill', 'temporal-spec']),
    packages('contracts', ['zod']),
    packages('i18n', []),
    packages('workflows', ['@temporalio/workflow', '@temporalio/common']),
    packages('store', ['@mikro-orm/[^/]+', 'uuid'], true),
    never(
      'only-the-store-reads-tables',
      '^src/(documents|infrastructure)/',
      '(^|/)node_modules/@mikro-orm/',
      'Rows are read by store, commands, activities and loops.',
    ),
    never(
      'commands-know-no-transport',
      '^src/commands/',
      '(^|/)node_modules/(express|@temporalio|nodemailer|pdfkit|handlebars)/',
      'A command is one transaction; it answers no request and talks to no server.',
    ),
    never(
      'api-waits-for-no-workflow',
      '^src/api/',
      '(^|/)node_modules/@temporalio/',
      'A page reads rows; a wake is sent by the command runner.',
    ),
    never(
      'a-file-is-checked-without-a-database',
      '^src/installation/file/',
      '^src/(commands|store)/|^src/installation/[^/]+$',
      'What a file says is checked before anything is entered, also by who has no database.',
    ),
    {
      name: 'nothing-imports-the-mains',
      comment: 'Wiring is at the top: composition and the mains import, nothing imports them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main[^/]*\\.ts|composition/.*|service\\.ts)$' },
      to: { path: '^src/(main[^/]*\\.ts|composition/.*|service\\.ts)$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other at run time are one module, or three.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-missing-package',
      comment: 'Every package that the code needs is in package.json.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    {
      name: 'no-development-package',
      comment: 'What runs in production is a dependency and not a development dependency.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '(^|/)node_modules/@types/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'import', 'default', 'types'],
    },
  },
};
