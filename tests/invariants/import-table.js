/** Pure files of a feature: no I/O. */
const rules = [
  'rules',
  'hours',
  'facts',
  'help-kinds',
  'columns',
  'vocabulary',
  'accessibility',
  'map',
  'outline',
  'code',
  'clock',
  'questions',
  'queue',
  'desk-forms',
  'check-reply',
  'office-message',
  'fields',
  'kept-service',
  'answers',
  'figures',
  'gaps',
  'rule-file',
  'ballot',
  'result',
  'view',
  'desk-view',
].map((name) => `features/*/${name}.ts`)

/** What a record of a service may say, and how its sources cover each other: whoever corrects records needs them too. */
const recordRules = ['directory/facts.ts', 'directory/hours.ts', 'mapping/rules.ts', 'mapping/columns.ts'].map(
  (name) => `features/${name}`,
)

/**
 * Who may import whom, as docs/architecture.md says it: the linter and source.test.ts both read this table.
 * `files` is a folder or glob of the area; `may` are the folders and files under app/ it may import.
 */
export const importTable = [
  { area: 'routes', files: './app/routes', may: ['routes', 'features', 'ui', 'i18n', 'paths.ts', 'server', 'lib'] },
  {
    area: "a feature's components",
    files: './app/features/*/components',
    may: [
      'features/*/components',
      'features/*/schema.ts',
      'features/*/engine',
      ...rules,
      ...recordRules,
      'ui',
      'i18n',
      'lib',
      'paths.ts',
    ],
  },
  { area: 'schema', files: './app/features/*/schema.ts', may: ['features/*/engine', ...rules, ...recordRules, 'lib'] },
  ...rules.map((file) => ({
    area: file,
    files: `./app/${file}`,
    may: [...rules, ...recordRules, 'features/budget/counting', 'lib'],
  })),
  {
    area: "a feature's server files",
    files: './app/features/*/*.server.ts',
    may: [
      'features/*/schema.ts',
      ...rules,
      ...recordRules,
      'features/*/*.server.ts',
      'features/directory/search',
      'features/entitlements/engine',
      'features/budget/counting',
      'server',
      'i18n',
      'lib',
    ],
  },
  // How words are read and records ranked: pure, and measured by itself.
  { area: 'search', files: './app/features/directory/search', may: ['features/directory/search', 'lib'] },
  // An auditor runs the count alone: it takes nothing from the rest.
  { area: 'counting', files: './app/features/budget/counting', may: ['features/budget/counting'] },
  // Rules of entitlements: their words, limits and conditions can be read and proved without the rest.
  {
    area: 'entitlement engine',
    files: './app/features/entitlements/engine',
    may: ['features/entitlements/engine', 'lib'],
  },
  // A component names the script that enhances it by its address only (?worker&url).
  { area: 'ui', files: './app/ui', may: ['ui', 'enhance', 'i18n', 'lib'] },
  { area: 'i18n', files: './app/i18n', may: ['i18n', 'server', 'lib'] },
  { area: 'server', files: './app/server', may: ['server', 'i18n', 'lib'] },
  // A reader counts a vote again with the very module that counted it.
  {
    area: 'enhance',
    files: './app/enhance',
    may: ['enhance', 'lib', 'features/budget/counting', 'features/budget/result.ts', 'features/budget/rule-file.ts'],
  },
  { area: 'lib', files: './app/lib', may: ['lib'] },
]
