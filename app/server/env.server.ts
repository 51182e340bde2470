import { join } from 'node:path'
import { z } from 'zod'

export type Env = ReturnType<typeof parseEnv>
export type Operator = { name: string; email: string | null; address: string | null; phone: string | null }

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const wholeNumber = (fallback: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value <= max)
    .default(fallback)

/** Scheme, host and port only: links are built by adding a path to it. */
const origin = z
  .string()
  .refine(isOrigin)
  .transform((value) => new URL(value).origin)

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
    PORT: wholeNumber(3000, 65_535),
    DATA_DIR: z.string().default('.data'),
    DATABASE_URL: z.string().refine(isDatabaseUrl).optional(),
    PUBLIC_URL: origin.optional(),
    TRUST_PROXY: wholeNumber(0, 100),
    LOG_LEVEL: z.enum(logLevels).default('info'),
    GALLERY: z.enum(['on', 'off']).optional(),
    DEMO: z.enum(['on', 'off']).default('off'),
    SECRET_KEY: z.string().refine(isKey).optional(),
    RATE_LIMITS: z.enum(['default', 'off']).default('default'),
    SMTP_URL: z.string().refine(isSmtpUrl).optional(),
    MAIL_FROM: z.email().optional(),
    OPERATOR_NAME: z.string().optional(),
    OPERATOR_EMAIL: z.email().optional(),
    OPERATOR_ADDRESS: z.string().optional(),
    OPERATOR_PHONE: z.string().optional(),
  })
  .transform((env) => ({ ...env, GALLERY: env.GALLERY ?? (env.NODE_ENV === 'development' ? 'on' : 'off') }))

/** What each setting must be, said without repeating its value: a database address holds a password. */
const expected: Record<string, string> = {
  NODE_ENV: 'must be development, test or production',
  PORT: 'must be a whole number from 0 to 65535',
  DATABASE_URL: 'must be an address that starts with postgres:// or postgresql://',
  PUBLIC_URL: 'must be an address such as https://example.org, with nothing after the host and port',
  TRUST_PROXY: 'must be the number of proxies in front, 0 or more',
  LOG_LEVEL: `must be one of ${logLevels.join(', ')}`,
  GALLERY: 'must be on or off',
  DEMO: 'must be on or off',
  SECRET_KEY: 'must be 32 bytes or more in base64, as `openssl rand -base64 32` prints them',
  RATE_LIMITS: 'must be default or off',
  SMTP_URL: 'must be an address that starts with smtp:// or smtps://',
  MAIL_FROM: 'must be an e-mail address',
  OPERATOR_EMAIL: 'must be an e-mail address',
}

/**
 * Checks the settings. An empty value counts as not set, as it does in most .env files and container forms.
 * Throws one Error that lists every fault, so that nobody has to start the program once per mistake.
 */
export function parseEnv(source: Record<string, string | undefined>) {
  const given = withoutEmpty(source)
  const result = schema.safeParse(given)
  const faults = (result.error?.issues ?? []).map(({ path }) => `${String(path[0])} ${expected[String(path[0])]}`)
  if (given['RATE_LIMITS'] === 'off' && given['OPERATOR_NAME'] !== undefined) {
    faults.push('RATE_LIMITS cannot be off where an operator is named')
  }
  if ((given['SMTP_URL'] === undefined) !== (given['MAIL_FROM'] === undefined)) {
    faults.push('SMTP_URL and MAIL_FROM are given together or not at all')
  }
  if (lacksOperatorName(given)) faults.push('OPERATOR_NAME is required when another OPERATOR_ setting is given')
  if (!result.success || faults.length > 0) {
    throw new Error(['Some settings cannot be used:', ...new Set(faults)].join('\n  '))
  }
  return result.data
}

let parsed: Env | undefined

/** The settings of this process, read once, at the first call. */
export function getEnv(): Env {
  return (parsed ??= parseEnv(process.env))
}

/** The environment for a program started from here; `defaults` fill in what it does not say. */
export function childEnvironment(defaults: Record<string, string>): NodeJS.ProcessEnv {
  return { ...defaults, ...process.env }
}

/** What the machine may tell the tests; where nobody is there to be asked (CI), they install what they lack. */
export function readTestSettings() {
  const { CHROMIUM_PATH, TEST_DATABASE_URL, CI, PATH = '' } = withoutEmpty(process.env)
  return {
    chromiumPath: CHROMIUM_PATH ?? null,
    databaseUrl: TEST_DATABASE_URL ?? null,
    ci: CI !== undefined && CI !== 'false',
    path: PATH,
  }
}

/** The command that starts the program decides its mode; the libraries read it from the same variable. */
export function setMode(mode: Env['NODE_ENV']): void {
  process.env['NODE_ENV'] = mode
  parsed = undefined
}

/** A demonstration has a data folder of its own, whatever else is set: what is invented never meets what is real. */
export function setDemo(): void {
  process.env['DEMO'] = 'on'
  process.env['DATABASE_URL'] = ''
  process.env['DATA_DIR'] = join(process.env['DATA_DIR'] ?? '.', '.data-demo')
  parsed = undefined
}

/** Who runs this installation; null when nobody has been named. */
export function operatorOf(env: Env): Operator | null {
  if (env.OPERATOR_NAME === undefined) return null
  return {
    name: env.OPERATOR_NAME,
    email: env.OPERATOR_EMAIL ?? null,
    address: env.OPERATOR_ADDRESS ?? null,
    phone: env.OPERATOR_PHONE ?? null,
  }
}

/** Messages are taken where somebody answers for them, and in the demonstration, where nothing is real. */
export function takesMessages(env: Env): boolean {
  return env.OPERATOR_NAME !== undefined || env.DEMO === 'on'
}

/** Whether cookies are for encrypted connections only. */
export function isSecure(env: Env): boolean {
  return env.PUBLIC_URL?.startsWith('https:') ?? false
}

function withoutEmpty(source: Record<string, string | undefined>): Record<string, string> {
  const trimmed = Object.entries(source).map(([name, value]) => [name, value?.trim() ?? ''] as const)
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ''))
}

function lacksOperatorName(given: Record<string, string>): boolean {
  const others = ['OPERATOR_EMAIL', 'OPERATOR_ADDRESS', 'OPERATOR_PHONE']
  return given['OPERATOR_NAME'] === undefined && others.some((name) => given[name] !== undefined)
}

function isKey(value: string): boolean {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(value) && Buffer.from(value, 'base64').length >= 32
}

function isOrigin(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null
  return url !== null && ['http:', 'https:'].includes(url.protocol) && url.href === `${url.origin}/`
}

function isSmtpUrl(value: string): boolean {
  return /^smtps?:\/\//.test(value) && URL.canParse(value)
}

function isDatabaseUrl(value: string): boolean {
  return /^postgres(ql)?:\/\//.test(value)
}
