import { afterAll, beforeAll, expect, test } from 'vitest'
import { registers } from '../../app/i18n/registers'
import { paths } from '../../app/paths'
import { randomFrom } from '../../bench/generated-election'
import { Person } from '../support/person'
import { sendRaw } from '../support/raw'
import { startTestServer, type TestServer } from '../support/server'
import { follow, sendTold, tell } from '../support/voice-journey'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ OPERATOR_NAME: 'E shpikur', TRUST_PROXY: '1', LOG_LEVEL: 'warn' })
}, 120_000)
afterAll(() => server?.stop())

const count = 3_000
const atOnce = 8
const random = randomFrom(20261124)
const any = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
const several = (most: number, make: () => string) => Array.from({ length: Math.floor(random() * (most + 1)) }, make)

const steps =
  'before who adult agreement category area help where unread unit for-whom disability how-many since without words contact about-you photos recording'.split(
    ' ',
  )
const nasty = [
  '%00',
  '%',
  '%zz',
  '%ff%fe',
  '%ed%a0%80',
  '__proto__',
  'constructor',
  '[]',
  '9'.repeat(400),
  'ë',
  '%F0%9F%92%A9',
  "'--",
  '<b>',
  '%0d%0aX:%20y',
  'a'.repeat(6_000),
  '-1',
  '1e999',
]
const good = [
  'missing',
  'wrong',
  'other',
  'harm',
  'me',
  'young',
  'here',
  'send',
  'contact',
  'problem',
  'care',
  'home_help',
  'korce',
  '3',
  'elderly',
  '1',
  'add',
  'answer',
  'dispute',
  'solve',
  'leave',
  'forget-contact',
  'on',
  'words:x',
  'service:x',
  '069 00 00 000',
  'a@example.org',
]
const names = [
  'topic',
  'about',
  'answer',
  'agreed',
  'municipality',
  'unit',
  'words',
  'mayShow',
  'phone',
  'email',
  'sex',
  'age',
  'go',
  'do',
  'remove',
  'code',
  'file',
  '_data',
  '__proto__',
  'a%00b',
]
const value = () => any([any(good), any(good), any(nasty), ''])
const fields = () => several(5, () => `${any(names)}${any(['', '', '', '[]', '[a]'])}=${value()}`).join('&')
const part = () =>
  any([
    `Content-Disposition: form-data; name="${any(names)}"\r\n\r\n${value()}`,
    `Content-Disposition: form-data; name="file"; filename="${any(['a.jpg', '', '../x', 'ë'])}"\r\nContent-Type: ${any(['image/jpeg', 'text/html', ''])}\r\n\r\n${any(['\xff\xd8\xff', 'GIF89a', '', 'RIFF'])}`,
    'Content-Disposition: form-data\r\n\r\nx',
    `Content-Disposition: form-data; name=${any(nasty).slice(0, 50)}\r\n\r\n`,
    'no head at all',
    '',
  ])
const multipart = () =>
  several(3, () => `--x\r\n${part()}\r\n`).join('') + any(['--x--\r\n', '--x--', '', '--x', '--y--\r\n'])
const types = [
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=utf-16',
  'application/x-www-form-urlencodedX',
  'application/json',
  'text/plain',
  '',
]
const uploads = [
  'multipart/form-data; boundary=x',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary="x',
  'multipart/form-dataX; boundary=x',
]

function address(): string {
  const register = any([...registers, ...registers, 'xx'])
  const kind = any(['feedback', 'need', 'need', 'x', '__proto__'])
  const last = any([
    `tell/${kind}/${any(steps)}`,
    `tell/${kind}/${any(steps)}`,
    'tell',
    'tell/check-answers',
    'tell/sent',
    'track',
    'track/message',
    'track/withdraw',
    'track/new-code',
    'track/1234567890123',
    `tell/${kind}/${any(nasty)}`,
  ])
  return `/${register}/${last}${any(['', '', '', '/', `?${fields()}`, '?_data=root', '?a=?&_data=root'])}`
}

test(
  `${count.toLocaleString('en')} malformed posts at every address of saying and following: no fault of ours`,
  { timeout: 600_000 },
  async () => {
    const sender = new Person(server.url)
    await tell(sender, 'sq')
    const code = await sendTold(sender, 'sq')
    const writers = await Promise.all(
      ['missing', 'wrong', 'harm'].map(async (topic) => {
        const who = new Person(server.url)
        await who.post(paths.tell('sq'), { topic })
        return `prane-draft=${who.cookies.get('prane-draft')}`
      }),
    )
    const reader = await follow(new Person(server.url), code, 'sq')
    const cookies = [
      ...writers,
      ...writers,
      `prane-track=${reader.cookies.get('prane-track')}`,
      '',
      'prane-draft=__proto__',
      `prane-draft=${'0'.repeat(96)}`,
      'prane-track=AAAA',
      `prane-new-code=${'A'.repeat(3_000)}`,
    ]
    let number = 0
    const madeUp = (): Buffer => {
      const isUpload = random() < 0.3
      const to = isUpload && random() < 0.8 ? `/sq/tell/need/${any(['photos', 'recording'])}` : address()
      const body = Buffer.from(isUpload ? multipart() : any([fields(), fields(), any(nasty), '\xff\xfe\0']), 'latin1')
      const length = any([
        body.length,
        body.length,
        body.length,
        body.length,
        Math.max(0, body.length - 5),
        -1,
        'x',
        '',
      ])
      const cookie = any([any(cookies), any(cookies), any(cookies).slice(0, -1), `${any(cookies)}; ${any(cookies)}`])
      const lines = [
        `Host: ${new URL(server.url).host}`,
        `Content-Type: ${any(isUpload ? uploads : types)}`,
        `Cookie: ${cookie}`,
        `X-Forwarded-For: 10.9.${Math.floor(number / 250) % 250}.${number++ % 250}`,
      ]
      if (length !== '') lines.push(`Content-Length: ${length}`)
      const head = `POST ${to.replace(/[^\x21-\x7e]/g, '%20')} HTTP/1.1\r\n${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`
      return Buffer.concat([Buffer.from(head), body])
    }
    const faults: string[] = []
    const statuses = new Map<string, number>()
    const worker = async () => {
      while (number < count) {
        const request = madeUp()
        const status = (await sendRaw(server.url, request)).slice(9, 12)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        if (!/^[234]\d\d$/.test(status)) faults.push(`${status}: ${request.toString('latin1').slice(0, 400)}`)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
    expect(faults.slice(0, 5)).toEqual([])
    for (const status of ['303', '400', '404', '411', '415', '422'])
      expect(statuses.get(status), status).toBeGreaterThan(count / 100)
    expect(server.output()).not.toMatch(/"level":(50|60)|\n\s+at /)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  },
)
