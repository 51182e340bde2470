import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../app/paths'
import { hugePng, mp4, wav } from '../support/media'
import { Person, type Answer } from '../support/person'
import { sendRaw } from '../support/raw'
import { startTestServer, type TestServer } from '../support/server'
import { codeIn, follow, tell } from '../support/voice-journey'

const slow = 120_000
let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ OPERATOR_NAME: 'E shpikur', TRUST_PROXY: '1', LOG_LEVEL: 'warn' })
}, slow)
afterAll(() => server?.stop(), slow)

describe('script, templates and headers in what people type', () => {
  const payloads = [
    '<script>alert(31337)</script>',
    '</textarea></title></style><script>alert(31337)</script>',
    '"><img src=x onerror=alert(31337)>',
    "' autofocus onfocus=alert(31337) x='",
    '<!--<svg onload=alert(31337)>',
    '&lt;script&gt;alert(31337)&lt;/script&gt;',
    '{{31337*3}} ${31337*3} <%= 31337*3 %> #{31337*3}',
    'javascript:alert(31337)',
    'x\r\nSet-Cookie: stolen=1\r\n\r\n<script>alert(31337)</script>',
    '%0d%0aSet-Cookie:%20stolen=31337',
    '\u2028\u2029\u0000<script>alert(31337)</script>',
  ]

  /** What would run, or lead away, if the browser read it. */
  function harmIn({ body, headers, location, status }: Answer): string[] {
    const found = [
      ...(status >= 500 ? [`status ${status}`] : []),
      ...(headers.getSetCookie().some((cookie) => cookie.includes('stolen')) ? ['header'] : []),
      ...(location && !location.startsWith('/') ? [`leads to ${location}`] : []),
      ...(body.includes(String(31_337 * 3)) ? ['template'] : []),
    ]
    // Within a tag or as one; text that is shown stands with its signs escaped.
    for (const [tag] of body.matchAll(/<[^>]*>/g)) if (/31337/.test(tag.replace(/="[^"]*"/g, ''))) found.push(tag)
    for (const [, name, value] of body.matchAll(/\s(href|src|action|on\w+)="([^"]*31337[^"]*)"/g)) {
      if (name?.startsWith('on') || !/^\/[a-z]/.test(value ?? '')) found.push(`${name}=${value}`)
    }
    if (/<script[^>]*>[^<]*31337/.test(body)) found.push('script')
    return found
  }

  test('calibration: harm is found', () => {
    const answer = (body: string) => harmIn({ body, headers: new Headers(), location: null, status: 200 } as Answer)
    expect(answer('<p><script>alert(31337)</script>')).toHaveLength(1)
    expect(answer('<img src=x onerror=alert(31337)>')).toHaveLength(1)
    expect(answer('<a href="javascript:alert(31337)">')).toHaveLength(1)
    expect(answer('<p>94011')).toHaveLength(1)
    expect(answer('<input value="&lt;script&gt;alert(31337)"> &lt;script&gt;alert(31337)')).toEqual([])
  })

  test('are shown as typed and do nothing, in every field of saying it', { timeout: slow }, async () => {
    for (const payload of payloads) {
      const who = new Person(server.url)
      await who.open(`${paths.tell('sq')}?${new URLSearchParams({ about: `words:${payload}`, [payload]: payload })}`)
      for (const name of ['topic', 'about', 'do', payload])
        await who.post(paths.tell('sq'), { topic: 'wrong', [name]: payload })
      await who.post(paths.tell('sq'), { topic: 'missing', about: `words:${payload}` })
      for (const answer of ['me', 'care', 'home_help']) {
        await who.post(who.page.path, { answer: payload })
        await who.send({ answer })
      }
      await who.post(who.page.path, { municipality: payload })
      await who.send({ municipality: 'korce' })
      await who.post(who.page.path, { unit: payload })
      for (const answer of ['elderly', '2-5', 'year', 'hard']) await who.send({ answer })
      await who.post(who.page.path, { words: payload + 'x'.repeat(6_000), mayShow: payload, go: payload })
      expect(who.page.status).toBe(422)
      await who.open(paths.tellStep('sq', 'need', 'words'))
      await who.send({ words: payload })
      await who.post(who.page.path, { phone: payload, email: payload })
      expect(who.page.status).toBe(422)
      await who.post(who.page.path, { phone: '', email: '' })
      await who.post(who.page.path, { sex: payload, age: payload, [payload]: payload })
      await who.open(paths.tellCheck('sq'))
      expect([who.page.path, who.page.body.includes('31337')]).toEqual([paths.tellCheck('sq'), true])
      await who.send({ do: 'send' })
      const code = codeIn(who.page.body)
      const reader = await follow(new Person(server.url), code, 'en')
      await reader.send({ words: payload, do: 'add' })
      await reader.post(paths.trackMessage('en'), { words: payload, do: payload })
      await reader.post(paths.trackMessage('en'), { words: 'x'.repeat(6_000) + payload, do: 'add' })
      const guest = new Person(server.url)
      await guest.post(paths.track('sq'), { code: payload })
      await guest.open(paths.trackCode('sq', payload.replaceAll('\0', '')))
      const answers = [who, reader, guest].flatMap(({ trail }) => trail)
      expect(answers.flatMap((answer) => harmIn(answer).map((harm) => `${answer.path}: ${harm}`))).toEqual([])
    }
  })
})

describe('files that are none', () => {
  const upload = async (who: Person, step: 'photos' | 'recording', bytes: Uint8Array, name: string) => {
    const file = new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' })
    return who.post(paths.tellStep('sq', 'need', step), { file }, true)
  }
  let who: Person
  beforeAll(async () => {
    who = new Person(server.url)
    await tell(who, 'sq')
  }, slow)

  test.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    [
      'GIF',
      () =>
        sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
          .gif()
          .toBuffer(),
    ],
    ['a huge picture in few bytes', () => hugePng(40_000, 40_000)],
    ['nothing', () => Buffer.alloc(0)],
    [
      'garbage that begins like a photo',
      () => Buffer.concat([Buffer.from('\xff\xd8\xff', 'latin1'), Buffer.alloc(3_000)]),
    ],
    ['a photo of 13 MB', () => Buffer.concat([Buffer.from('\xff\xd8\xff', 'latin1'), Buffer.alloc(13_000_000)])],
  ])('are refused with a reason, whatever they are called: %s', async (_, make) => {
    for (const name of [
      'a.jpg',
      '../../etc/passwd',
      `"><script>alert(31337)</script>.jpg`,
      'x\r\nSet-Cookie: stolen=1.jpg',
    ]) {
      const answer = await upload(who, 'photos', await make(), name)
      expect([answer.status, answer.body.includes('31337')]).toEqual([422, false])
      expect(answer.body).toContain('id="file-error"')
      expect(answer.body).not.toContain('data:image')
    }
  })

  test('recordings that are none are refused, those that are one are kept', { timeout: slow }, async () => {
    for (const bytes of [
      Buffer.from('RIFF\0\0\0\0WAVE'),
      Buffer.from('#!AMR\n'),
      wav(126),
      Buffer.from('\x1a\x45\xdf\xa3'),
    ]) {
      expect((await upload(who, 'recording', bytes, 'a.mp3')).status).toBe(422)
    }
    for (const bytes of [wav(5), mp4()]) {
      expect((await upload(who, 'recording', bytes, 'a.jpg')).status).toBe(200)
      expect(who.page.body).toContain('name="remove"')
    }
    expect([...who.page.body.matchAll(/name="remove"/g)]).toHaveLength(1)
  })

  test('a body of 50 MB is refused before it is read', async () => {
    const head = `Host: ${new URL(server.url).host}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 50000000\r\n`
    const answer = await sendRaw(
      server.url,
      `POST ${paths.tellStep('sq', 'need', 'photos')} HTTP/1.1\r\n${head}Connection: close\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  })

  test('more than three photos are refused, and the three are still there', async () => {
    const bytes = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer()
    for (let number = 0; number < 3; number++) await upload(who, 'photos', bytes, 'a.jpg')
    expect((await upload(who, 'photos', bytes, 'a.jpg')).status).toBe(422)
    expect([...who.page.body.matchAll(/data:image/g)]).toHaveLength(3)
  })
})
