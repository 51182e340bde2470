import importX, { createNodeResolver } from 'eslint-plugin-import-x'
import a11y from 'eslint-plugin-jsx-a11y'
import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { importTable } from './tests/invariants/import-table.js'

const app = ['app/**/*.{ts,tsx}']

const forbidden = [
  ['JSXAttribute[name.name=/^on(MouseDown|PointerDown|TouchStart)$/]', 'Act on click: a press can be taken back.'],
  ['JSXAttribute[name.name="required"]', 'The server says what is missing, in words.'],
  ['JSXAttribute[name.name="style"]', 'The content security policy allows no inline style.'],
  ['JSXAttribute[name.name="placeholder"]', 'A hint stands above the field.'],
  ['JSXAttribute[name.name="target"]', 'No new windows.'],
  ['MemberExpression[object.name="process"][property.name="env"]', 'Settings are read in app/server/env.server.ts.'],
].map(([selector, message]) => ({ selector, message }))

export default tseslint.config(
  { ignores: ['build/', 'generated/', 'node_modules/', 'test-results/'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
    },
  },
  { files: app, ...a11y.flatConfigs.strict },
  {
    files: app,
    plugins: { 'import-x': importX, 'react-hooks': hooks },
    settings: { 'import-x/resolver-next': [createNodeResolver({ tsconfig: { configFile: './tsconfig.json' } })] },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'no-restricted-syntax': ['error', ...forbidden],
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: importTable.map(({ area, files, may }) => ({
            target: files,
            from: './app',
            except: may.map((folder) => `./${folder}`),
            message: `${area} may import only ${may.join(', ')}`,
          })),
        },
      ],
    },
  },
  { files: ['app/server/env.server.ts'], rules: { 'no-restricted-syntax': 'off' } },
)
