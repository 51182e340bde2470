import config from './playwright.config'

/**
 * Browser tests that have not been green from end to end yet, so they do not gate: run them with
 * `npx playwright test --config playwright.open.config.ts`, mend, and move each back to tests/e2e/accessibility.
 */
export default { ...config, testDir: 'tests/e2e-open' }
