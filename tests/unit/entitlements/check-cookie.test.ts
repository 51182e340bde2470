import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { generatedHousehold } from '../../../bench/generated-households'
import { checkCookie, readCheck, wipedCheck } from '../../../app/features/entitlements/check.server'
import { emptyCheck, questions, type CheckState } from '../../../app/features/entitlements/engine'
import { sealCookie } from '../../../app/server/keys.server'

const now = new Date('2026-11-22T12:00:00Z')
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const valueOf = (cookie: string) => /^prane-check=([^;]*)/.exec(cookie)?.[1] ?? ''
const requestWith = (value: string) =>
  new Request('http://localhost/sq/check', { headers: { Cookie: `a=b; prane-check=${value}; c=d` } })
const read = (value: string, at = now) => readCheck(requestWith(value), at)
const sealed = (text: string, until = later(24)) =>
  sealCookie(deflateRawSync(text).toString('base64'), 'prane-check', until.getTime())

describe('the cookie of the check', () => {
  it('gives back what was answered, for 24 hours', () => {
    const state: CheckState = { household: generatedHousehold(7), skipped: ['q05'], municipality: 'tirane' }
    const value = valueOf(checkCookie(state, now))
    expect(read(value, later(23.99))).toEqual(state)
    expect(read(value, later(24))).toBeNull()
  })

  it('is sealed, for the server alone, and ends with the browser’s 24 hours', () => {
    const cookie = checkCookie({ ...emptyCheck, municipality: 'tirane' }, now)
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(cookie).toMatch(/Max-Age=86400/)
    expect(Buffer.from(valueOf(cookie), 'base64url').toString('latin1')).not.toContain('tirane')
    expect(wipedCheck()).toMatch(/^prane-check=;.*Max-Age=0/)
  })

  it('stays under 3.5 kB for twelve people who answered everything', () => {
    const sizes = Array.from({ length: 1_000 }, (_, seed) => generatedHousehold(seed))
      .filter(({ people }) => people.length === 12)
      .map((household) =>
        checkCookie({ household, skipped: questions.map(({ id }) => id), municipality: 'x'.repeat(40) }, now),
      )
      .map((cookie) => cookie.length)
    expect(sizes.length).toBeGreaterThan(25)
    expect(Math.max(...sizes)).toBeLessThan(3_500)
  })

  it('opens nothing that was changed, cut, made longer, of another use, or no household', () => {
    const value = valueOf(checkCookie({ ...emptyCheck, household: generatedHousehold(3) }, now))
    for (let at = 0; at < value.length; at += at > value.length - 10 ? 1 : 7) {
      for (const sign of ['A', 'B', 'a', '_', '~', ' ']) {
        const changed = value.slice(0, at) + sign + value.slice(at + 1)
        if (changed !== value) expect(read(changed), `changed at ${at}`).toBeNull()
      }
      expect(read(value.slice(0, at)), `cut at ${at}`).toBeNull()
    }
    for (const other of ['', 'x', '%%%', '__proto__', 'A'.repeat(20_000), value + value, `${value}~`, `${value}=`])
      expect(read(other)).toBeNull()
    const packed = deflateRawSync(JSON.stringify(emptyCheck)).toString('base64')
    expect(read(sealCookie(packed, 'prane-track', later(1).getTime()))).toBeNull()
    const faulty = [
      '{}',
      '{"household":{"people":[]},"skipped":[]}',
      '{"household":{"people":[{"age":999}]},"skipped":[]}',
    ]
    for (const text of [...faulty, 'null', '[]', '"x"']) expect(read(sealed(text)), text).toBeNull()
  })

  it('forgets questions that are asked no more', () => {
    const kept = JSON.stringify({ household: { people: [{}] }, skipped: ['q02', 'q99'] })
    expect(read(sealed(kept))?.skipped).toEqual(['q02'])
  })
})
