import { describe, expect, test } from 'vitest'
import { defaultSettings, settingChoices, settingsSchema } from '../../app/lib/settings'
import { readSettings, settingsCookie } from '../../app/server/settings.server'

const requestWith = (cookie: string) => new Request('http://prane.example/', { headers: { Cookie: cookie } })
const chosen = { size: '150', theme: 'contrast', spacing: 'wide', motion: 'off', register: 'en-simple' } as const

test('without a choice pages look as the device wants them', () => {
  expect(defaultSettings).toEqual({ size: '100', theme: 'auto', spacing: 'normal', motion: 'auto' })
})

test.each(Object.entries(settingChoices).flatMap(([name, values]) => values.map((value) => [name, value])))(
  '%s may be %s',
  (name, value) => expect(settingsSchema.parse({ [name]: value })).toMatchObject({ [name]: value }),
)

test.each([
  { size: '1000', theme: 'red', spacing: '', motion: 'ON' },
  { size: 150, theme: null, spacing: ['wide'], motion: {} },
  { size: '150;', theme: '"><script>', register: 'x'.repeat(21) },
  JSON.parse('{"__proto__":{"size":"150"},"constructor":1,"unknown":"x"}'),
])('strange values change nothing: %j', (values) => expect(settingsSchema.parse(values)).toEqual(defaultSettings))

describe('the cookie', () => {
  test('gives back what was chosen', () => {
    const cookie = settingsCookie(chosen, false)
    expect(readSettings(requestWith(cookie.split(';')[0] ?? ''))).toEqual(chosen)
  })

  test('lives a year, for this site only and not for scripts', () => {
    const cookie = settingsCookie(defaultSettings, false)
    expect(cookie).toMatch(/; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(settingsCookie(defaultSettings, true)).toContain('; Secure')
  })

  test('has no field that was not chosen', () => {
    expect(settingsCookie(defaultSettings, false)).not.toContain('register')
  })

  test('cannot be broken out of', () => {
    const cookie = settingsCookie({ ...defaultSettings, register: 'a; Path=/x\r\nSet-Cookie: b=c' }, false)
    expect(cookie).not.toMatch(/[\r\n]/)
    expect(cookie.match(/Path=/g)).toHaveLength(1)
  })

  test.each([
    '',
    'prane=',
    'prane=%',
    'prane=%E0%A4%A',
    'prane=size',
    'other=size%3D150',
    'prane',
    ';;;=;',
    `x=${'y'.repeat(9_000)}; prane=size%3D150`,
  ])('a strange one counts as none: %.40j', (cookie) =>
    expect(readSettings(requestWith(cookie))).toEqual(defaultSettings),
  )

  test('the first of a value given twice, whatever else is there', () => {
    const cookie = `prane=${encodeURIComponent('size=125&admin=1&theme=dark')}; a=b`
    expect(readSettings(requestWith(cookie))).toEqual({ ...defaultSettings, size: '125', theme: 'dark' })
  })
})
