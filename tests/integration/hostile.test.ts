import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { registers } from '../../app/i18n/registers'
import { pathWords } from '../../app/paths'
import { randomFrom } from '../../bench/generated-election'
import { startTestServer, type TestServer } from '../support/server'

/** How many requests are made up, and how many of them are under way at once. */
const count = 10_000
const atOnce = 8

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ LOG_LEVEL: 'warn' })
}, 120_000)
afterAll(() => server?.stop())

const random = randomFrom(20261123)
const below = (limit: number) => Math.floor(random() * limit)
const any = <T>(items: readonly T[]): T => items[below(items.length)] as T
const several = (most: number, make: () => string) => Array.from({ length: below(most + 1) }, make)
const sometimes = (share: number, text: string) => (random() < share ? text : '')

const nasty = [
  ...['%00', '%0d%0aSet-Cookie:%20a=b', '%ff%fe', '%c0%ae%c0%ae', '%ed%a0%80', '%', '%2', '%zz', '%25%32%65', '%u0000'],
  ...['..', '%2e%2e', '..%2f', '..%5c', '....//', '.', '.git/config', '.env', 'wp-login.php', 'index.php', '~root'],
  ...[
    '<script>',
    '%3Csvg/onload=alert(1)%3E',
    "'",
    "' or 1=1--",
    '"',
    '`',
    '${7*7}',
    '{{7*7}}',
    '#{7}',
    '%{x}',
    ';',
    '|',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'then',
    'null',
    'undefined',
    'NaN',
    '-1',
    '1e999',
    '0x10',
  ],
  ...[
    '9'.repeat(400),
    'a'.repeat(3_000),
    '[]',
    '[0]',
    '{}',
    'true',
    '*',
    '\\',
    '//',
    '///evil.example',
    '@evil.example',
  ],
  ...['ë', '%C3%AB', '%E2%80%AE', '%F0%9F%92%A9', '%EF%BF%BF', '\u0001', '\u007f', '\t', 'ÿ', '%E0%A4%A'],
]
const names = ['q', 'municipality', 'near', 'type', 'for', 'access', 'page', 'view', 'at', 'county', 'saved', 'size']
const known = [
  'tirane',
  'korce',
  'community_day',
  'children',
  '1',
  '2',
  'map',
  '3-118-220',
  'logoped',
  'dhunë',
  'xhklqwz',
]
const words = [...pathWords, ...registers, 'tirane', 'services.csv', 'services.json', 'tirane.png', 'social-housing']

const value = () => any([any(nasty), any(known), any(known), any(nasty) + any(known), ''])
const segment = () => (random() < 0.75 ? any(words) : value())
const path = () =>
  `/${any([...registers, ...registers, any(words), any(nasty)])}${several(4, () => `/${segment()}`).join('')}`
const page = () => `/${any(registers)}${any(['', '/services', '/services', '/municipalities', '/settings', '/help'])}`
const query = () =>
  several(6, () => `${any([...names, ...names, any(nasty)])}${sometimes(0.2, '[]')}=${value()}`).join(
    any(['&', '&', ';']),
  )

const headers: Record<string, () => string> = {
  'Accept-Language': () => any(['sq', 'en;q=-1', `${'x'.repeat(4_000)}`, '*;q=1e9', ',,,;;;', any(nasty)]),
  Accept: () => any(['*/*', 'application/json', 'image/avif', any(nasty)]),
  'Accept-Encoding': () => any(['br', 'gzip;q=0', 'identity;q=0, *;q=0', any(nasty)]),
  Cookie: () =>
    any([`prane=${value()}`, 'prane=size%3D150%26theme%3Ddark', `prane=${'%'.repeat(500)}`, ';;;=', any(nasty)]),
  Host: () => any(['evil.example', 'localhost:99999', '[::1', '', any(nasty), 'a'.repeat(300)]),
  Origin: () => any(['null', 'https://evil.example', any(nasty)]),
  'Sec-Fetch-Site': () => any(['cross-site', 'same-origin', any(nasty)]),
  'X-Forwarded-For': () => any(['127.0.0.1', any(nasty)]),
  'X-Forwarded-Proto': () => any(['https', 'javascript', any(nasty)]),
  'X-Forwarded-Host': () => any(['evil.example', any(nasty)]),
  Range: () => any(['bytes=0-0', 'bytes=-1', 'bytes=9-1', 'lines=1', any(nasty)]),
  'If-None-Match': () => any(['*', '""', 'W/"x"', any(nasty)]),
  'If-Modified-Since': () => any(['Thu, 01 Jan 1970 00:00:00 GMT', any(nasty)]),
  Referer: () => any(['/sq', 'https://evil.example/', any(nasty)]),
  'Content-Type': () => any(['application/json', 'multipart/form-data; boundary=', 'text/plain', any(nasty)]),
  Expect: () => any(['100-continue', any(nasty)]),
  Upgrade: () => any(['websocket', 'h2c']),
}

/** A request as bytes, so that no client tidies it up. Line breaks within stay out: they would make two requests. */
function madeUp(): string {
  const method = any([
    'GET',
    'GET',
    'GET',
    'GET',
    'GET',
    'GET',
    'HEAD',
    'POST',
    'PUT',
    'DELETE',
    'OPTIONS',
    'TRACE',
    'PRANE',
  ])
  const address = random() < 0.4 ? `${page()}?${query()}` : `${path()}${sometimes(0.4, `?${query()}`)}`
  const body = method === 'POST' ? query() : ''
  const chosen = new Map<string, string>([['Host', new URL(server.url).host]])
  for (const name of several(4, () => any(Object.keys(headers)))) chosen.set(name, headers[name]?.() ?? '')
  if (method === 'POST' && random() < 0.5) chosen.set('Content-Type', 'application/x-www-form-urlencoded')
  if (body) chosen.set('Content-Length', String(Buffer.byteLength(body)))
  const lines = [...chosen].map(([name, text]) => `${name}: ${text.replace(/[\r\n]/g, ' ')}`)
  return `${method} ${address.replace(/[\r\n]/g, '')} HTTP/1.1\r\n${lines.join('\r\n')}\r\nConnection: close\r\n\r\n${body}`
}

function send(request: string): Promise<string> {
  const { hostname, port } = new URL(server.url)
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(request))
    socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk))
    socket.on('close', () => resolve(answer.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '')))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? resolve(answer) : reject(error),
    )
  })
}

/** What no stranger should read: places in the code, names of its parts, its database. */
const stack = /\bat [\w.<>]+ \(|node_modules|\.tsx?:\d|\/app\/|Prisma|PostgreSQL|SELECT |ECONN|TypeError|RangeError/

function faultOf(answer: string): string | null {
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1])
  if (!(status >= 200 && status < 500)) return `answered ${answer.slice(0, 60) || 'nothing'}`
  const [head = '', ...rest] = answer.split('\r\n\r\n')
  if (/^Set-Cookie: a=b/im.test(head)) return 'took a header out of the address'
  if (/^Location: (https?:)?\/\/(?!127\.0\.0\.1|localhost)/im.test(head)) return 'leads to another site'
  const leak = stack.exec(rest.join('').replace(/href="[^"]*"|value="[^"]*"/g, ''))
  return leak ? `says “${leak[0]}”` : null
}

test(`${count.toLocaleString('en')} made-up addresses, parameters and headers: no fault of ours, nothing told`, async () => {
  const faults: string[] = []
  const statuses = new Map<string, number>()
  let sent = 0
  const worker = async () => {
    while (sent++ < count) {
      const request = madeUp()
      const answer = await send(request)
      const status = answer.slice(9, 12)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      const fault = faultOf(answer)
      if (fault) faults.push(`${fault}: ${JSON.stringify(request.slice(0, 300))}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  expect(faults.slice(0, 10)).toEqual([])
  // The made-up requests reach what there is, and not only its edge.
  for (const status of ['200', '400', '404', '405']) expect(statuses.get(status), status).toBeGreaterThan(100)
  expect(server.output()).not.toMatch(/"level":(50|60)|\n\s+at /)
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
}, 600_000)

test('calibration: a fault, a stack and another site are found', () => {
  expect(faultOf('')).toContain('nothing')
  expect(faultOf('HTTP/1.1 500 Internal\r\n\r\n')).toContain('500')
  expect(faultOf('HTTP/1.1 200 OK\r\n\r\n<p>at loader (/x/app/routes/home.tsx:3:4)')).toContain('says')
  expect(faultOf('HTTP/1.1 302 Found\r\nLocation: //evil.example\r\n\r\n')).toContain('another site')
  expect(faultOf('HTTP/1.1 200 OK\r\n\r\n<p>Tiranë</p>')).toBeNull()
})
