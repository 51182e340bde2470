import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '~': fileURLToPath(new URL('./app', import.meta.url)) } },
  test: {
    // No test reads or makes the key of the installation it runs in.
    env: { SECRET_KEY: 'dGVzdHMgb25seTogbm8gaW5zdGFsbGF0aW9uIGhhcyB0aGlzIGtleQ==' },
    include: ['tests/{unit,invariants,integration}/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/made-data.ts'],
    setupFiles: ['tests/support/fail-on-console-error.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})
