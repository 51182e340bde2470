import { request, type IncomingHttpHeaders } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPostgres } from '../support/postgres'
import { startTestServer, type TestServer } from '../support/server'

const slow = 120_000
const form = 'application/x-www-form-urlencoded'

type Ask = { method?: string; headers?: Record<string, string>; body?: string }
type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

/** Sends the path as it stands: fetch would tidy it up first, and it forbids to set Host, Origin and Sec-Fetch-Site. */
function ask(server: TestServer, path: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Answer> {
  const { hostname, port, host } = new URL(server.url)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers: { Host: host, ...headers } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const post = (server: TestServer, headers: Record<string, string>, body = 'size=150', path = '/sq/settings') =>
  ask(server, path, { method: 'POST', headers: { 'Content-Type': form, ...headers }, body })

const length = (body: string): Record<string, string> => ({ 'Content-Length': String(Buffer.byteLength(body)) })
const fromSite = (server: TestServer): Record<string, string> => ({
  Origin: server.url,
  'Sec-Fetch-Site': 'same-origin',
  ...length('size=150'),
})

const homes = [
  { home: 'embedded', database: async () => ({ settings: {}, remove: async () => {} }) },
  {
    home: 'postgres',
    database: async () => {
      const { url, stop } = await startPostgres()
      return { settings: { DATABASE_URL: url }, remove: stop }
    },
  },
]

describe.each(homes)('a server, $home', ({ database }) => {
  let server: TestServer
  let remove: () => Promise<void>

  beforeAll(async () => {
    const place = await database()
    remove = place.remove
    server = await startTestServer({ LOG_LEVEL: 'warn', ...place.settings })
  }, slow)

  afterAll(async () => {
    await server?.stop()
    await remove?.()
  }, slow)

  test('is alive and ready', async () => {
    const [alive, ready] = await Promise.all([ask(server, '/healthz'), ask(server, '/readyz')])
    expect([alive.status, alive.body, ready.status, ready.body]).toEqual([200, 'ok', 200, 'ready'])
    expect(alive.headers['cache-control']).toBe('no-store')
    expect(ready.headers['cache-control']).toBe('no-store')
  })

  test.each([
    ['home', '/sq', 'Ku jetoni?'],
    ['a municipality', '/sq/municipalities/tirane', 'Tiranë'],
    ['a service', '/en/services/shtepia-e-te-moshuarve-tirane', 'Tiran'],
    ['the same in easy-read', '/sq-simple/services/shtepia-e-te-moshuarve-tirane', 'Tiran'],
  ])('shows %s', async (_, path, text) => {
    const { status, body } = await ask(server, path)
    expect(status).toBe(200)
    expect(body).toContain(text)
  })

  test('gives the real records as a file', async () => {
    const { status, body } = await ask(server, '/data/services.json')
    expect(status).toBe(200)
    expect((JSON.parse(body) as unknown[]).length).toBeGreaterThan(100)
  })
})

describe('the door', () => {
  let server: TestServer
  const get = (path: string, headers: Record<string, string> = {}) => ask(server, path, { headers })

  beforeAll(async () => {
    server = await startTestServer({ LOG_LEVEL: 'info', GALLERY: 'on' })
  }, slow)
  afterAll(() => server?.stop(), slow)

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('%s is refused', async (method) => {
    const { status, headers } = await ask(server, '/sq', { method })
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST'])
  })

  test('HEAD answers as GET does, without a body', async () => {
    const { status, headers, body } = await ask(server, '/sq', { method: 'HEAD' })
    expect([status, headers['content-type'], body]).toEqual([200, 'text/html; charset=utf-8', ''])
  })

  test.each([
    ['the browser says cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['the browser says same-site', { 'Sec-Fetch-Site': 'same-site' }],
    ['a foreign Origin', { Origin: 'https://evil.example' }],
    ['Origin null', { Origin: 'null' }],
    ['the right Origin on another port', { Origin: 'http://127.0.0.1:1' }],
    ['cross-site, with our own Origin', { 'Sec-Fetch-Site': 'cross-site', Origin: 'ours' }],
  ])('a form from elsewhere is refused: %s', async (_, headers: Record<string, string>) => {
    const origin = headers['Origin'] === 'ours' ? server.url : headers['Origin']
    const named: Record<string, string> = origin === undefined ? {} : { Origin: origin }
    const answer = await post(server, { ...length('size=150'), ...headers, ...named })
    expect(answer.status).toBe(403)
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.body).toContain('lang="sq"')
  })

  test.each<[string, () => Record<string, string>]>([
    ['a browser', () => fromSite(server)],
    ['an old browser, that names the Origin only', () => ({ Origin: server.url, ...length('size=150') })],
    ['a browser that hides where it comes from', () => ({ ...fromSite(server), Origin: 'null' })],
    ['no browser', () => length('size=150')],
  ])('a form from here is taken: %s', async (_, headers) => {
    const answer = await post(server, headers())
    expect([answer.status, answer.headers.location]).toEqual([303, '/sq/settings?saved=1'])
    expect(answer.headers['set-cookie']).toHaveLength(1)
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^prane=.*size%3D150.*; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test.each(['application/json', 'text/plain', 'text/xml', ''])(
    'a body that is no form is refused: %j',
    async (type) => {
      expect((await post(server, { ...fromSite(server), 'Content-Type': type })).status).toBe(415)
    },
  )

  test('a body of unknown length is refused', async () => {
    expect((await post(server, { 'Transfer-Encoding': 'chunked' })).status).toBe(411)
  })

  test('where nobody answers for the installation, no message is begun', async () => {
    const body = 'topic=wrong'
    const answer = await post(server, length(body), body, '/sq/tell')
    expect([answer.status, answer.headers.location]).toEqual([303, '/sq/tell'])
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  test('a body that is too long is refused', async () => {
    const body = `size=${'1'.repeat(600_000)}`
    expect((await post(server, length(body), body)).status).toBe(413)
  })

  test.each(['root', 'routes/home', 'routes/settings', 'nothing', ''])('?_data=%s is not answered', async (route) => {
    for (const path of ['/sq', '/sq/settings', '/sq/help']) {
      const answer = await get(`${path}?a=1&_data=${encodeURIComponent(route)}`)
      expect([answer.status, answer.body]).toEqual([404, 'Not Found'])
    }
    expect((await get(`/sq?%5Fdata=${route}`)).status).toBe(404)
    expect((await post(server, fromSite(server), 'size=150', `/sq/settings?_data=${route}`)).status).toBe(404)
  })

  test.each([
    'evil.example/sq',
    'a b',
    'me@evil.example',
    'evil.example:port',
    'evil.example:99999',
    '"',
    '[::1',
    '[:::]',
    '1.2.3.999',
  ])('a host that no browser sends is refused: %j', async (host) =>
    expect((await get('/sq', { Host: host })).status).toBe(400),
  )

  test('a forwarded host counts for nothing where no proxy is trusted', async () => {
    for (const path of ['/sitemap.xml', '/robots.txt', '/sq/help']) {
      // The framework takes the port from this header, even where Express does not trust it.
      const { body } = await get(path, { 'X-Forwarded-Host': 'evil.example:6666' })
      expect(body).not.toMatch(/evil\.example|:6666/)
    }
    expect((await get('/sq', { 'X-Forwarded-Host': 'evil example/' })).status).toBe(200)
  })

  test.each(['/%', '/%E0%A4', '/sq/services/%ZZ', '/%C0%AF', '/sq/municipalities/%ff'])(
    'an address that cannot be read is refused: %s',
    async (path) => expect((await get(path)).status).toBe(400),
  )

  test.each([
    ['/sq/help/', '/sq/help'],
    ['/sq/', '/sq'],
    ['/sq/help///', '/sq/help'],
    ['/sq/services/?municipality=tirane&page=2', '/sq/services?municipality=tirane&page=2'],
  ])('one address a page: %s leads to %s', async (path, to) => {
    const { status, headers } = await get(path)
    expect([status, headers.location]).toEqual([308, to])
  })

  const outside = ['//evil.example/', '///evil.example/', '/\\evil.example/', '\\\\evil.example/', '/%5Cevil.example/']
  const detours = ['/%2F%2Fevil.example/', '/sq//evil.example/', '/.//evil.example/', '/sq/..//evil.example/', '//']
  const whole = [
    'http://evil.example/sq/help/',
    'http://evil.example//evil.example/',
    '/%09/evil.example/',
    '/@evil.example/',
  ]
  const queries = ['//evil.example/?a=/', '/sq/?//evil.example/', '/?register=//evil.example']
  test.each([...outside, ...detours, ...whole, ...queries])('no redirect leads elsewhere: %s', async (path) => {
    const { status, headers } = await get(path)
    expect(status).toBeLessThan(500)
    // Read as a browser reads it: it takes "\" for "/", and drops tabs.
    const { location } = headers
    if (location !== undefined) expect(new URL(location, server.url).origin).toBe(server.url)
  })

  test('every answer has the headers that protect its reader', async () => {
    const paths = ['/', '/sq', '/sq/nowhere', '/sq/help/', '/%', '/healthz', '/data/services.csv', '/favicon.svg']
    const answers = await Promise.all([...paths.map((path) => get(path)), ask(server, '/sq', { method: 'PUT' })])
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      })
      const policy = String(headers['content-security-policy']).split(';')
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain("style-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy.join()).not.toMatch(/unsafe|\*|https?:/)
      expect(headers).not.toHaveProperty('x-powered-by')
      expect(headers).not.toHaveProperty('strict-transport-security') // not behind TLS here
    }
  })

  test.each([
    ['en-GB,en;q=0.9', '/en'],
    ['sq;q=0.1, en;q=0.9', '/en'],
    ['de, en;q=0.5, sq;q=0.4', '/en'],
    ['xx-YY', '/sq'],
    ['*', '/sq'],
    ['', '/sq'],
    ['en;q=0', '/sq'],
    ['en;q=abc;;==,,;q=', '/en'],
    ['constructor, __proto__', '/sq'],
  ])('"/" opens for Accept-Language %j', async (language, to) => {
    const { status, headers } = await get('/', { 'Accept-Language': language })
    expect([status, headers.location]).toEqual([302, to])
    expect(headers.vary).toContain('Accept-Language')
  })

  test('of a very long Accept-Language the beginning counts', async () => {
    const languages = `${'xx,'.repeat(3_000)}en`
    expect((await get('/', { 'Accept-Language': languages })).headers.location).toBe('/sq')
  })

  const long = 'secretquery'.repeat(600)
  const strange = [
    `/sq/services?q=${long}`,
    `/sq/services?municipality=${long}`,
    '/sq/services?municipality[]=secretquery&municipality[]=b&type[a]=b',
    '/sq/services?municipality=tirane&municipality=secretquery&page=2&page=3',
    '/sq/services?page=0&page=-1',
    '/sq/services?page=99999999999999999999&type=__proto__&for=constructor',
    '/sq/services?municipality=%00&type=secretquery%00&for=%ff%fe',
    '/sq/municipalities?county=%00secretquery',
    '/sq/municipalities/tirane?page=secretquery',
    '/sq/municipalities/secretslug%00',
    '/sq/services/secretslug%00',
    '/sq/services/%00',
    `/sq/services/${'secretslug'.repeat(500)}`,
    '/sq/services/secretslug%2F..%2F..%2Fetc%2Fpasswd',
    '/sq/services/..%2f..%2fsecretslug',
    '/sq/services/__proto__',
    "/en/services/secretslug'%20or%201=1--",
    '/sq/services/%F0%9F%92%A9secretslug',
    '/sq?municipality=%00secretquery',
    '/sq?municipality=secretquery&municipality=tirane',
    '/sq/settings?saved=%00secretquery',
    '/data/secretslug%00.csv',
    '/data/constructor.json',
    '/data/..%2fservices.csv',
    '/share/secretslug%00.png',
    '/share/__proto__.png',
    '/assets/secretslug%00.js',
    '/assets/..%2f..%2fserver%2findex.js',
    '/secretslug%00/services',
    '/sq-simple/secretslug/secretslug/secretslug?secretquery',
    '/?%00=%00',
    '/sq?&&&==&=',
  ]
  test.each(strange.map((path) => [path.slice(0, 60), path]))(
    'a strange address is no fault of ours: %s',
    async (_, path = '') => {
      expect((await get(path)).status).toBeLessThan(500)
      expect((await ask(server, path, { method: 'HEAD' })).status).toBeLessThan(500)
    },
  )

  test.each([
    'prane=%E0%A4',
    'prane=size%3D999%26theme%3D%00',
    'prane=register%3D%2F%2Fevil.example',
    '=;;=prane',
    'prane',
  ])('a strange cookie changes nothing: %s', async (cookie) => {
    const [start, page] = await Promise.all([get('/', { Cookie: cookie }), get('/sq', { Cookie: cookie })])
    expect([start.status, start.headers.location, page.status]).toEqual([302, '/sq', 200])
    expect(page.body).toContain('data-size="100" data-theme="auto"')
  })

  test.each([
    ['no pairs', form, 'secretbody'],
    ['bytes that are no text', form, 'size=%00%ff&secretbody=%'],
    ['many fields', form, 'secretbody=1&'.repeat(2_000)],
    ['an unknown register', form, 'register=//evil.example&size=secretbody'],
    ['many parts without a border', 'multipart/form-data', 'secretbody'],
    [
      'a part that does not end',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
    ],
    [
      'a file',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="size"; filename="a"\r\n\r\nb\r\n--x--\r\n',
    ],
    ['nothing', form, ''],
  ])('a strange form is no fault of ours: %s', async (_, type, body) => {
    const headers = { ...fromSite(server), ...length(body), 'Content-Type': type }
    const { status, headers: answered } = await post(server, headers, body)
    expect(status).toBeLessThan(500)
    if (answered.location !== undefined) expect(answered.location).toBe('/sq/settings?saved=1')
  })

  test.each(['/', '/sq', '/sq/help', '/data/services.csv', '/sq/nowhere'])(
    'a form sent to %s is refused',
    async (path) => {
      const { status } = await post(server, fromSite(server), 'size=150', path)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
    },
  )

  test('a fault of ours shows a number that the log knows, and no stack', async () => {
    const { status, body } = await get('/en/gallery/broken?secretquery')
    expect(status).toBe(500)
    expect(body).not.toMatch(/The gallery shows|node_modules|\.tsx?\b|\bat /)
    const reference = /\b\d{6}\b/.exec(body.slice(body.indexOf('<main')))?.[0]
    expect(reference).toBeDefined()
    const lines = () => logLines().filter((line) => line.reference === reference)
    await expect.poll(lines).toMatchObject([{ level: 50 }, { level: 30, method: 'GET', status: 500 }])
  })

  test('the log says what was asked for in known words only', async () => {
    await get('/sq/services/secretslug?q=secretquery')
    await get('/en/municipalities/secretslug/secretslug?secretquery=1')
    await expect.poll(() => logLines().at(-1)?.pattern).toBe('/en/municipalities/*/*')
    expect(logLines().length).toBeGreaterThan(100)
    expect(logLines().map(({ pattern }) => pattern)).toContain('/sq/services/*')
    expect(server.output()).not.toMatch(/secret(query|slug|body)/)
    expect(server.output()).not.toContain('127.0.0.1')
  })

  test('a second process on the same data folder stops, and says why', async () => {
    const second = startTestServer({ DATA_DIR: server.dataDir })
    await expect(second).rejects.toThrow(
      new RegExp(`Another Pranë process \\(pid \\d+\\) has this data folder open: ${server.dataDir}. Stop it first`),
    )
    expect((await get('/readyz')).status).toBe(200)
  })

  type LogLine = { level: number; reference: string; method?: string; pattern?: string; status?: number }

  function logLines(): LogLine[] {
    const lines = server.output().split('\n')
    return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as LogLine)
  }
})

describe('behind TLS, at a configured address', () => {
  const publicUrl = 'https://prane.example'
  let server: TestServer

  beforeAll(async () => {
    server = await startTestServer({ PUBLIC_URL: publicUrl, LOG_LEVEL: 'warn' })
  }, slow)
  afterAll(() => server?.stop(), slow)

  test('links carry that address, whatever the request says', async () => {
    const { body, headers } = await ask(server, '/sq/help', { headers: { Host: 'evil.example' } })
    expect(body).toContain(`<link rel="canonical" href="${publicUrl}/sq/help"/>`)
    expect(body).not.toContain('evil.example')
    expect(headers['strict-transport-security']).toContain('max-age=31536000')
    expect((await ask(server, '/robots.txt')).body).toContain(`${publicUrl}/sitemap.xml`)
    expect((await ask(server, '/sitemap.xml')).body).not.toContain(server.url)
  })

  test('forms come from that address, and the cookie travels encrypted', async () => {
    const ours = await post(server, { Origin: publicUrl, Host: 'prane.example', ...length('size=150') })
    expect(ours.status).toBe(303)
    expect(ours.headers['set-cookie']?.[0]).toContain('Secure')
    const behindProxy = await post(server, { Origin: publicUrl, ...length('size=150') })
    expect(behindProxy.status).toBe(303)
    expect((await post(server, { Origin: server.url, ...length('size=150') })).status).toBe(403)
  })
})
