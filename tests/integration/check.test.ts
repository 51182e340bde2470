import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registers, twinOf } from '../../app/i18n/registers'
import { translator } from '../../app/i18n/texts.server'
import { paths } from '../../app/paths'
import { markupFaults, readMarkup, textOf } from '../support/crawl'
import { Person } from '../support/person'
import { startTestServer, type TestServer } from '../support/server'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ OPERATOR_NAME: 'E shpikur', TRUST_PROXY: '1' })
}, 120_000)
afterAll(() => server?.stop())

const heading = (body: string) => readMarkup(body).querySelectorAll('h1').map(textOf).join()

/** Begins, and says that three live there: two adults, and a child with the commission's decision. */
async function begin(register: (typeof registers)[number]): Promise<Person> {
  const person = new Person(server.url)
  await person.open(paths.check(register))
  await person.send({ do: 'start', municipality: 'tirane' })
  await person.send({ answer: '3' })
  await person.send({ 'person-1': '29-59', 'person-2': '65-69', 'person-3': '6-14' })
  await person.send({ 'person-1': 'home', 'person-2': 'home', 'person-3': 'home' })
  await person.send({ tap: 'yes' })
  await person.send({ tap: 'registered' })
  await person.send({ 'person-1': 'no', 'person-2': 'no', 'person-3': 'decided' })
  return person
}

/** What Enter in a written field would say beside what was written: the first button of its form, which must say nothing. */
const heldByEnter = (body: string) =>
  readMarkup(body)
    .querySelectorAll('form')
    .filter((form) => form.querySelector('input[type=text], textarea'))
    .map((form) => form.querySelector('button')?.getAttribute('name'))
    .filter(Boolean)

const number = (person: Person) => /\/q(\d\d)$/.exec(person.page.path)?.[1]

describe.each(registers)('the check in %s', (register) => {
  const t = translator(register)

  test('leads through the questions to a result and a sheet, by forms alone', async () => {
    const person = await begin(register)
    while (number(person)) {
      if (register.startsWith('sq')) expect(markupFaults(person.page.body), person.page.path).toEqual([])
      expect(heldByEnter(person.page.body), person.page.path).toEqual([])
      if (number(person) === '32') {
        expect(person.page.body).toContain('tel:112')
        expect(person.page.body).toContain('data-exit')
        await person.send({ tap: 'violence' })
      } else if (number(person) === '18') {
        await person.send({ 'person-2': 'old-age' })
      } else if (number(person) === '19') {
        const refused = await person.send({ 'person-2': 'shumë' })
        expect(refused.status).toBe(422)
        expect(markupFaults(refused.body)).toEqual([])
        expect(refused.body).toContain(t('entitlements:fault.not-a-number'))
        await person.send({ 'person-2': '12.000' })
      } else await person.send({ do: 'skip' })
    }
    expect(person.page.path).toBe(paths.checkResult(register))
    expect(heading(person.page.body)).toBe(t('check:result.title'))
    expect(markupFaults(person.page.body)).toEqual([])
    const text = textOf(readMarkup(person.page.body))
    expect(text).toContain(t('entitlements:outcome.likely'))
    expect(text).toContain(t('entitlements:name.E20'))
    expect(person.page.body).toContain('tel:116117')
    await person.open(paths.checkQuestion(register, 'q34'))
    expect(markupFaults(person.page.body)).toEqual([])
    await person.send({ 'person-1': 'none', 'person-2': 'identity-card' })
    expect(number(person)).toBe('35')
    await person.send({ 'person-1': 'elsewhere', 'person-2': 'here' })
    expect(person.page.path).toBe(paths.checkResult(register))
    expect(markupFaults(person.page.body)).toEqual([])
    const told = textOf(readMarkup(person.page.body))
    const first = t('entitlements:person.head')
    expect(told).toContain(t('check:lacking.who', { name: first }))
    expect(told).not.toContain(t('check:lacking.who', { name: t('entitlements:person.other', { number: 2 }) }))
    expect(told).toContain(t('check:lacking.elsewhere', { names: first }))
    await person.open(paths.checkSheet(register))
    expect(markupFaults(person.page.body)).toEqual([])
    // What others may find on paper says nothing about violence.
    expect(textOf(readMarkup(person.page.body))).not.toContain(t('entitlements:name.E20'))
    for (const { headers, status, path } of person.trail) {
      expect(status, path).toBeLessThan(500)
      if (status !== 303) expect(headers.get('cache-control'), path).toBe('no-store, private')
      expect(path).not.toMatch(/[?&](?!lost|wiped)/)
    }
  }, 60_000)
})

test('what a family has already is not offered to it again', async () => {
  const person = await begin('sq')
  const t = translator('sq')
  await person.post(paths.checkQuestion('sq', 'q04'), { tap: 'yes' })
  await person.open(paths.checkResult('sq'))
  const page = readMarkup(person.page.body)
  expect(textOf(page)).toContain(t('entitlements:keep.E01'))
  expect(page.querySelectorAll('main h3').map(textOf)).not.toContain(t('entitlements:name.E01'))
  await person.open(paths.checkSheet('sq'))
  expect(textOf(readMarkup(person.page.body))).not.toContain(t('entitlements:name.E01'))
})

test('every amount of a result stands with its date, in the past', async () => {
  const person = await begin('sq')
  await person.open(paths.checkResult('sq'))
  const amounts = readMarkup(person.page.body)
    .querySelectorAll('main li')
    .map(textOf)
    .filter((text) => /\d lekë/.test(text))
  expect(amounts.length).toBeGreaterThan(5)
  for (const amount of amounts) expect(amount).toMatch(/: ishte .* lekë.* në .*\d{4}$/)
})

test('the answers live in one cookie only, survive a change of register, and are in no log', async () => {
  const person = await begin('sq')
  expect([...person.cookies.keys()]).toEqual(['prane-check'])
  expect(person.cookies.get('prane-check')?.length).toBeLessThan(3_500)
  const easy = person.page.path.replace('/sq/', `/${twinOf('sq')}/`)
  await person.open(easy)
  expect(person.page.path).toBe(easy)
  expect(heading(person.page.body)).toBe(translator(twinOf('sq'))('entitlements:question.q07.title'))
  await person.open(paths.checkQuestion('sq', 'q02'))
  expect(person.page.body).toMatch(/<option value="6-14" selected=""/)
  expect(server.output()).not.toMatch(/29-59|decided|tirane|q0\d/)
})

test('after “finish and wipe”, and for the next family, nothing of the last one is left', async () => {
  for (const action of ['wipe', 'next']) {
    const person = await begin('sq')
    const last = person.page.path
    await person.send({ do: action })
    if (action === 'wipe') expect(person.cookies.has('prane-check')).toBe(false)
    else expect(person.page.path).toBe(paths.checkQuestion('sq', 'q01'))
    await person.open(last)
    // The next family may be asked the same, and nothing is chosen in it.
    expect(person.page.body).not.toMatch(/selected=""[^>]*value="[^"]+"|value="[^"]+"[^>]*selected=""|class="chosen"/)
    if (action === 'wipe') expect(person.page.path).toBe(`${paths.check('sq')}?lost=1`)
    await person.open(paths.checkResult('sq'))
    const text = textOf(readMarkup(person.page.body))
    expect(text).not.toContain(translator('sq')('entitlements:state.met'))
    expect(text).not.toContain('Bashkia Tiranë')
  }
})

test('a cookie that is not ours, and absurd forms, are a clear page and no wrong outcome', async () => {
  const person = await begin('sq')
  const own = person.cookies.get('prane-check') ?? ''
  for (const cookie of [own.slice(0, -4), own.replace(/.$/, '~'), 'A'.repeat(3_000), '%00', 'null', `${own}${own}`]) {
    person.cookies.set('prane-check', cookie)
    await person.open(paths.checkResult('sq'))
    expect(person.page.status).toBe(200)
    expect(person.page.path).toBe(`${paths.check('sq')}?lost=1`)
    person.cookies.set('prane-check', cookie)
    await person.post(paths.checkQuestion('sq', 'q04'), { tap: 'yes' })
    expect(person.page.path).toBe(`${paths.check('sq')}?lost=1`)
  }
  const family = await begin('sq')
  const absurd: [string, Record<string, string>][] = [
    ['q01', { answer: '-1' }],
    ['q01', { answer: '999999999999' }],
    ['q02', { 'person-1': '__proto__', 'person-2': '999', 'person-3': '\u0000' }],
    ['q04', { tap: 'constructor' }],
    ['q06', { 'person-3': 'decided'.repeat(2_000) }],
    ['q02', { rest: 'anything' }],
  ]
  for (const [id, fields] of absurd) {
    await family.post(paths.checkQuestion('sq', id), fields)
    expect(family.page.status, `${id} ${JSON.stringify(fields).slice(0, 60)}`).toBe(422)
  }
  await family.post(paths.checkQuestion('sq', 'q16'), { answer: '32.13.2026' })
  expect(family.page.status).toBe(422)
  for (const path of ['q00', 'q36', 'q1', 'Q01', '__proto__']) {
    await family.open(paths.checkQuestion('sq', path))
    expect(family.page.status, path).toBe(404)
  }
})

test('a message can be about an entitlement, and names it', async () => {
  const person = new Person(server.url)
  await person.open(paths.tellAbout('sq', 'entitlement:e07'))
  expect(person.page.body).toContain(translator('sq')('entitlements:name.E07'))
  await person.open(paths.tellAbout('sq', 'entitlement:e99'))
  expect(person.page.status).toBe(200)
})

test('what is unverified says so and is only possible; what is explained says why', async () => {
  const t = translator('en')
  const person = await begin('en')
  await person.open(paths.checkResult('en'))
  const insurance = readMarkup(person.page.body)
    .querySelectorAll('section')
    .find((part) => part.id === 'e15')
  expect(insurance && textOf(insurance)).toContain(t('entitlements:outcome.possible'))
  expect(insurance && textOf(insurance)).toContain(t('entitlements:standing.unverified'))
  await person.open(paths.entitlement('en', 'e13'))
  expect(person.page.body).toContain(t('entitlements:explained.municipality-decides'))
})

test('no page of the check is in a search engine', async () => {
  const person = await begin('sq')
  const pages = [paths.check('sq'), paths.checkQuestion('sq', 'q01'), paths.checkResult('sq'), paths.checkSheet('sq')]
  for (const path of pages) {
    await person.open(path)
    expect(person.page.path).toBe(path)
    expect(person.page.body, path).toContain('<meta name="robots" content="noindex"/>')
    expect(person.page.body, path).not.toContain('rel="canonical"')
  }
  const map = await (await fetch(`${server.url}/sitemap.xml`)).text()
  expect(map).toContain(paths.entitlements('sq'))
  expect(map).not.toContain('/check')
})

test.each(registers)(
  'pages on help against violence have a way out, and no title tells of it, %s',
  async (register) => {
    const person = new Person(server.url)
    const name = translator(register)('entitlements:name.E20')
    for (const path of [paths.entitlement(register, 'e20'), paths.entitlementRules(register, 'e20')]) {
      const { body } = await person.open(path)
      const head = body.slice(0, body.indexOf('</head>'))
      expect(head, path).not.toContain(name)
      expect(body, path).toContain('data-exit')
      expect(textOf(readMarkup(body)), path).toContain(name)
    }
    const other = (await person.open(paths.entitlement(register, 'e01'))).body
    expect(other.slice(0, other.indexOf('</head>'))).toContain(translator(register)('entitlements:name.E01'))
    expect(other).not.toContain('data-exit')
  },
)
