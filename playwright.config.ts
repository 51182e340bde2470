import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/find-tools'

const isRoot = process.getuid?.() === 0

// A browser that speaks to nobody but the server under test.
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/serve-for-browser.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // A small machine that is busy with other work is slow, not broken.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: process.env['PRANE_TEST_URL'], // set by the global setup, before tests run
    locale: 'sq-AL',
    trace: 'off',
    launchOptions: {
      executablePath: findBrowser() ?? undefined,
      // Containers give /dev/shm little room; Chromium as root has no sandbox to offer.
      args: [...quiet, '--disable-dev-shm-usage', ...(isRoot ? ['--no-sandbox'] : [])],
    },
  },
})
