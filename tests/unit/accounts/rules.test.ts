import { describe, expect, test } from 'vitest'
import {
  deviceOf,
  doorsOf,
  isOpen,
  mayEnter,
  mayInvite,
  needsOneTimeCode,
  rooms,
  sessionLasts,
  type Room,
} from '../../../app/features/accounts/rules'
import { readInvite, readJoin, readNext, readSetup, readSignIn } from '../../../app/features/accounts/schema'
import { staffRoles, type StaffRole } from '../../../app/lib/staff'

const form = (fields: Record<string, string>) => {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.set(name, value)
  return made
}
const viewer = (role: StaffRole, municipalityCode: string | null = 'AL343') => ({
  staffId: 'x',
  role,
  municipalityCode,
})

describe('rooms', () => {
  test('every room has somebody in it, and everybody has a room', () => {
    for (const room of Object.keys(rooms) as Room[]) {
      expect(staffRoles.filter((role) => mayEnter(role, room)).length, room).toBeGreaterThan(0)
    }
    for (const role of staffRoles) expect(doorsOf(role)).toContain('account')
  })

  test('a door leads only to a room that one may enter', () => {
    for (const role of staffRoles) for (const room of doorsOf(role)) expect(mayEnter(role, room)).toBe(true)
  })

  test('those who read messages of violence have no other room of messages, and money and country read none', () => {
    expect(doorsOf('protection_officer')).toEqual(['queue', 'account'])
    expect(doorsOf('budget_officer')).toEqual(['groups', 'budget', 'account'])
    expect(doorsOf('national')).not.toContain('queue')
    expect(mayEnter('national', 'message')).toBe(false)
  })
})

describe('invitations', () => {
  test('the country invites everybody everywhere', () => {
    expect(mayInvite(viewer('national', null))).toEqual({ roles: staffRoles, to: 'any' })
  })

  test('a municipality invites its own people, and nobody for the country', () => {
    const may = mayInvite(viewer('municipal_administrator'))
    expect(may?.to).toBe('AL343')
    expect(may?.roles).not.toContain('national')
    expect(may?.roles).toContain('protection_officer')
  })

  test.each(['officer', 'protection_officer', 'head_of_service', 'budget_officer'] as const)(
    '%s invites nobody',
    (role) => expect(mayInvite(viewer(role))).toBeNull(),
  )

  test('an administrator of no municipality invites nobody', () => {
    expect(mayInvite(viewer('municipal_administrator', null))).toBeNull()
  })

  test('whoever may invite needs one-time codes, and nobody else must', () => {
    for (const role of staffRoles) expect(needsOneTimeCode(role)).toBe(mayInvite(viewer(role)) !== null)
  })
})

describe('a session', () => {
  const start = new Date('2026-06-01T08:00:00Z')
  const after = (ms: number) => new Date(start.getTime() + ms)
  const session = (seen: number, endedAt: Date | null = null) => ({ startedAt: start, seenAt: after(seen), endedAt })
  const { idle, whole, warnBefore } = sessionLasts

  test.each([
    [0, 0, true],
    [0, idle - 1, true],
    [0, idle, false],
    [0, idle + 1, false],
    [whole - 1, whole - 1, true],
    [whole - 1, whole, false],
    [whole, whole + 1, false],
  ])('last seen after %d ms, asked after %d ms: %s', (seen, now, open) =>
    expect(isOpen(session(seen), after(now))).toBe(open),
  )

  test('that was ended stays so', () => expect(isOpen(session(0, start), after(1))).toBe(false))
  test('warns two minutes before', () => expect(warnBefore).toBe(120_000))
})

describe('a device', () => {
  test.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
    [
      'Mozilla/5.0 (Linux; Android 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36',
      'Chrome, Android',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0 Safari/537.36 Edg/138.0',
      'Edge, Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148 Safari/604.1',
      'Safari, iOS',
    ],
    ['curl/8.0 <script>', ''],
    ['', ''],
  ])('%s', (agent, device) => expect(deviceOf(agent)).toBe(device))
})

describe('after signing in', () => {
  test.each(['/desk', '/desk/messages/1f-2', '/desk?status=all&page=2', '/account', '/national'])(
    '%s is gone to',
    (next) => expect(readNext(next)).toBe(next),
  )
  test.each([
    null,
    '',
    '/',
    '//evil.example',
    'https://evil.example',
    '/desk//evil',
    '/deskevil',
    '/desk/../sq',
    '/desk\n',
    '/sq',
    `/desk?${'a'.repeat(500)}`,
  ])('%j is not', (next) => expect(readNext(next)).toBe('/desk'))
})

describe('forms', () => {
  const whole = {
    name: ' Arta  Doda ',
    email: ' ARTA@Example.org ',
    password: 'dymbëdhjetë sh',
    language: 'en',
    code: '',
  }

  test('are read without spaces around, addresses in small letters', () => {
    expect(readSetup(form(whole))).toEqual({
      ok: true,
      value: { name: 'Arta Doda', email: 'arta@example.org', password: whole.password, language: 'en', code: '' },
    })
    expect(readSignIn(form({ email: ' A@b.al', password: 'x' }))).toMatchObject({
      ok: true,
      value: { email: 'a@b.al' },
    })
  })

  test.each([
    ['name', '', 'name'],
    ['name', 'a', 'name'],
    ['name', 'a'.repeat(121), 'name'],
    ['email', 'arta', 'email'],
    ['email', 'a@b.al, c@d.al', 'email'],
    ['password', 'x'.repeat(11), 'passwordShort'],
    ['password', 'x'.repeat(201), 'passwordLong'],
  ])('%s %j is refused', (name, value, error) => {
    expect(readSetup(form({ ...whole, [name]: value }))).toEqual({ ok: false, errors: { [name]: error } })
  })

  test.each([12, 200])('a password of %d characters is taken', (length) =>
    expect(readJoin(form({ ...whole, password: 'x'.repeat(length) })).ok).toBe(true),
  )

  test('a language that is none is Albanian; a role that is none is refused', () => {
    expect(readJoin(form({ ...whole, language: 'xx' }))).toMatchObject({ ok: true, value: { language: 'sq' } })
    expect(readInvite(form({ email: 'a@b.al', role: 'king' }))).toEqual({ ok: false, errors: { role: 'role' } })
    expect(readInvite(form({}))).toMatchObject({ ok: false, errors: { email: 'email', role: 'role' } })
  })
})
