import { describe, expect, test } from 'vitest'
import { operatorOf, parseEnv, takesMessages } from '../../app/server/env.server'

const message = (source: Record<string, string | undefined>): string => {
  try {
    parseEnv(source)
  } catch (error) {
    return (error as Error).message
  }
  return ''
}

describe('settings', () => {
  test('without any, the program runs on the embedded database, in production mode', () => {
    expect(parseEnv({})).toEqual({
      NODE_ENV: 'production',
      PORT: 3000,
      DATA_DIR: '.data',
      TRUST_PROXY: 0,
      LOG_LEVEL: 'info',
      GALLERY: 'off',
      DEMO: 'off',
      RATE_LIMITS: 'default',
    })
  })

  test('every fault is listed at once, one a line', () => {
    const lines = message({
      NODE_ENV: 'staging',
      PORT: 'abc',
      DATABASE_URL: 'mysql://localhost/x',
      PUBLIC_URL: 'https://example.org/path',
      TRUST_PROXY: '-1',
      LOG_LEVEL: 'loud',
      GALLERY: 'yes',
      DEMO: '1',
      SECRET_KEY: 'c2hvcnQ=',
      RATE_LIMITS: 'none',
      OPERATOR_EMAIL: 'nobody',
    }).split('\n')
    expect(lines).toHaveLength(13)
    for (const name of ['NODE_ENV', 'PORT', 'DATABASE_URL', 'PUBLIC_URL', 'TRUST_PROXY', 'LOG_LEVEL', 'GALLERY']) {
      expect(lines.filter((line) => line.startsWith(`  ${name} must be`))).toHaveLength(1)
    }
    expect(lines).toContain('  OPERATOR_EMAIL must be an e-mail address')
    expect(lines).toContain('  OPERATOR_NAME is required when another OPERATOR_ setting is given')
  })

  test('limits stay on where somebody answers for the installation', () => {
    expect(message({ RATE_LIMITS: 'off', OPERATOR_NAME: 'X' })).toContain('RATE_LIMITS cannot be off')
    expect(parseEnv({ RATE_LIMITS: 'off' }).RATE_LIMITS).toBe('off')
  })

  test('a key is 32 bytes or more', () => {
    const key = Buffer.alloc(32, 7).toString('base64')
    expect(parseEnv({ SECRET_KEY: key }).SECRET_KEY).toBe(key)
    expect(message({ SECRET_KEY: Buffer.alloc(31, 7).toString('base64') })).toContain('SECRET_KEY must be')
  })

  test('messages are taken where an operator is named, and in the demonstration', () => {
    expect(takesMessages(parseEnv({}))).toBe(false)
    expect(takesMessages(parseEnv({ OPERATOR_NAME: 'X' }))).toBe(true)
    expect(takesMessages(parseEnv({ DEMO: 'on' }))).toBe(true)
  })

  test('a refused value is not repeated: it may hold a password', () => {
    expect(message({ DATABASE_URL: 'mysql://me:s3cret@localhost/x' })).not.toContain('s3cret')
  })

  test.each(['PORT', 'DATA_DIR', 'DATABASE_URL', 'PUBLIC_URL', 'TRUST_PROXY', 'GALLERY', 'OPERATOR_NAME'])(
    'an empty %s counts as not set',
    (name) => expect(parseEnv({ [name]: ' ' })).toEqual(parseEnv({})),
  )

  test.each(['65536', '1.5', '0x10', '-1', '1e3'])('PORT %s is refused', (PORT) => {
    expect(message({ PORT })).toMatch(/PORT must be/)
  })

  test('PORT 0 asks for any free port', () => expect(parseEnv({ PORT: '0' }).PORT).toBe(0))

  test.each(['postgres://localhost/prane', 'postgresql://u:p@db:5432/prane'])('DATABASE_URL %s', (DATABASE_URL) => {
    expect(parseEnv({ DATABASE_URL }).DATABASE_URL).toBe(DATABASE_URL)
  })

  test.each(['https://prane.example', 'http://localhost:3000', 'https://prane.example/'])('PUBLIC_URL %s', (value) => {
    expect(parseEnv({ PUBLIC_URL: value }).PUBLIC_URL).toBe(value.replace(/\/$/, ''))
  })

  test.each([
    'prane.example',
    'ftp://prane.example',
    'https://prane.example/sq',
    'https://a:b@prane.example',
    'https://x/?q',
  ])('PUBLIC_URL %s is refused', (PUBLIC_URL) => expect(message({ PUBLIC_URL })).toMatch(/PUBLIC_URL must be/))

  test('the gallery is on while developing, and wherever it is asked for', () => {
    expect(parseEnv({ NODE_ENV: 'development' }).GALLERY).toBe('on')
    expect(parseEnv({ NODE_ENV: 'development', GALLERY: 'off' }).GALLERY).toBe('off')
    expect(parseEnv({ NODE_ENV: 'test' }).GALLERY).toBe('off')
    expect(parseEnv({ GALLERY: 'on' }).GALLERY).toBe('on')
  })
})

describe('the operator', () => {
  test('is nobody until named', () => expect(operatorOf(parseEnv({}))).toBeNull())

  test.each(['OPERATOR_EMAIL', 'OPERATOR_ADDRESS', 'OPERATOR_PHONE'])('%s alone is refused', (name) => {
    expect(message({ [name]: 'info@prane.example' })).toMatch(/OPERATOR_NAME is required/)
    expect(message({ [name]: 'info@prane.example', OPERATOR_NAME: 'Pranë' })).toBe('')
  })

  test('has a name, and what else is known', () => {
    const env = parseEnv({ OPERATOR_NAME: 'Pranë', OPERATOR_PHONE: '+355 4 123 4567' })
    expect(operatorOf(env)).toEqual({ name: 'Pranë', email: null, address: null, phone: '+355 4 123 4567' })
  })
})
