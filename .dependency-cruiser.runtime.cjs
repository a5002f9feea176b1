/** What the sandbox of workflows really loads: types are gone, so zod, Node and the heavy rooms must be out of reach. */
module.exports = {
  forbidden: [
    {
      name: 'workflows-load-nothing-heavy',
      comment: 'Contracts that bring zod are imported as types only.',
      severity: 'error',
      from: { path: '^src/workflows/' },
      to: {
        path: '(^|/)node_modules/(zod|@mikro-orm|pdfkit|express)/|^src/(store|commands|documents|infrastructure|api)/',
        reachable: true,
      },
    },
    {
      name: 'workflows-touch-no-machine',
      comment: 'No clock, disk or network of the machine inside a workflow.',
      severity: 'error',
      from: { path: '^src/(workflows|domain|contracts)/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: false,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'import', 'default'],
    },
  },
};
