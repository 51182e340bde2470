import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { readTestSettings } from '../app/server/env.server'
import { findPostgres } from '../tests/support/postgres'

export type Tool = 'browser' | 'postgres'

/** The shell without windows first: it draws the same pages with a quarter less work. */
const browserNames = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]
const browserFolders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome']
const macBrowsers = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A Chromium or Chrome: the one that CHROMIUM_PATH names, else an installed one, else Playwright's own download. */
export function findBrowser(): string | null {
  const { chromiumPath, path } = readTestSettings()
  if (chromiumPath !== null) {
    if (!existsSync(chromiumPath)) throw new Error(`CHROMIUM_PATH names a file that is not there: ${chromiumPath}`)
    return chromiumPath
  }
  const folders = [...path.split(delimiter), ...browserFolders]
  const installed = folders.flatMap((folder) => browserNames.map((name) => join(folder, name)))
  return [...installed, ...macBrowsers, chromium.executablePath()].find((file) => existsSync(file)) ?? null
}

/** Which of these the tests would have to do without. */
export function findMissing(tools: Tool[]): Tool[] {
  const isThere = {
    browser: () => findBrowser() !== null,
    postgres: () => readTestSettings().databaseUrl !== null || findPostgres() !== null,
  }
  return tools.filter((tool) => !isThere[tool]())
}

type Manager = { program: string; browser: string; postgres: string; steps: (packages: string) => string[] }

const managers: Manager[] = [
  {
    program: 'apt-get',
    browser: 'chromium-headless-shell',
    postgres: 'postgresql',
    steps: (packages) => ['apt-get update', `apt-get install -y --no-install-recommends ${packages}`],
  },
  {
    program: 'apk',
    browser: 'chromium',
    postgres: 'postgresql',
    steps: (packages) => [`apk add --no-cache ${packages}`],
  },
  {
    program: 'dnf',
    browser: 'chromium',
    postgres: 'postgresql-server',
    steps: (packages) => [`dnf install -y ${packages}`],
  },
  {
    program: 'brew',
    browser: 'google-chrome',
    postgres: 'postgresql@17',
    steps: (packages) => [`brew install ${packages}`],
  },
]

/** The one line that installs what is missing; null where none of these package managers is there. */
export function installLine(missing: Tool[]): string | null {
  const folders = readTestSettings().path.split(delimiter)
  const manager = managers.find(({ program }) => folders.some((folder) => existsSync(join(folder, program))))
  if (manager === undefined) return null
  const byPackage = missing.filter((tool) => !(tool === 'browser' && isUbuntu()))
  const steps = byPackage.length === 0 ? [] : manager.steps(byPackage.map((tool) => manager[tool]).join(' '))
  const sudo = process.getuid?.() === 0 || manager.program === 'brew' ? '' : 'sudo '
  const lines = steps.map((step) => sudo + step)
  if (byPackage.length < missing.length) lines.push('npx playwright install --with-deps chromium')
  return lines.join(' && ')
}

/** Ubuntu's package named chromium only leads to a snap, which containers cannot install. */
function isUbuntu(): boolean {
  return existsSync('/etc/os-release') && /^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'))
}
