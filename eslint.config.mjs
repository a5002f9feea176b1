// Type-aware lint. The strictest rules that catch real faults are on; taste is left to prettier.
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['.samrad/**', 'dist/**', 'node_modules/**', 'coverage/**', 'scripts/**', '**/*.mjs', '*.cjs'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: './tsconfig.test.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { prefer: 'type-imports' }],
    },
  },
  {
    // What runs in the browser has its own compiler settings.
    files: ['assets/**/*.ts'],
    languageOptions: {
      parserOptions: { project: './assets/tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    // The domain gets time and chance as arguments (docs/architecture.md).
    files: ['src/domain/**', 'src/workflows/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time comes in as an argument.',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Chance comes in as an argument.',
        },
      ],
    },
  },
  {
    files: ['tests/**', 'bench/**'],
    rules: { 'max-lines': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
