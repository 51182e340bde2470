import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isEasy, languageOf, registers, type Register } from '../../app/i18n/registers'
import { checkEasyRead } from '../../app/lib/easy-read'
import { paths } from '../../app/paths'
import { openDatabase } from '../../app/server/db.server'
import { loadSeedFiles } from '../../prisma/seed/index'
import { crawl, markupFaults, pathOf, textOf, visit, type PageFacts, type Visited } from '../support/crawl'
import { addInventedRecords, inventedMobileTeam, token, tokenDigits } from '../support/invented-records'
import { copyData } from '../support/copy-data'
import { inTurn } from '../support/pages'
import { startTestServer, type TestServer } from '../support/server'

type Page = Visited & { page: PageFacts }

const seed = loadSeedFiles()
/** What the public may know of: the seed's records without doubles, and the one invented beside them. */
const shown = [
  ...seed.services.filter(({ mergedInto }) => !mergedInto),
  { ...inventedMobileTeam, municipality: 'AL343', visibility: 'no_place', name: { sq: inventedMobileTeam.nameSq } },
]

let server: TestServer
let dataDir: string
let visited: Map<string, Visited>
let everything: Visited[]
let pages: Page[]

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'prane-tear-'))
  copyData('real', dataDir)
  const database = await openDatabase({ dataDir })
  await addInventedRecords(database.prisma)
  await database.close()
  server = await startTestServer({ DATA_DIR: dataDir, LOG_LEVEL: 'error' })
  const starts = registers.flatMap((register) => [paths.home(register), ...mapsOf(register)])
  visited = await crawl(server.url, ['/', ...starts, ...machineFiles], choicesIn)
  everything = [...visited.values()]
  pages = everything.filter((found): found is Page => found.page !== null && found.status === 200)
}, 1_200_000)

afterAll(async () => {
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

/** One of each kind: in the others the same choices lead to the same lists. */
const choicesIn: Register[] = ['sq', 'en-simple']
const machineFiles = ['/sitemap.xml', '/robots.txt', '/accessibility.json', '/healthz', '/readyz']
/** The map's views have no end: some are visited. */
const mapsOf = (register: Register) =>
  ['view=map', 'view=map&municipality=korce', 'q=fizioterapi&view=map&at=2-118-220'].map(
    (query) => `${paths.services(register)}?${query}`,
  )
const label = ({ path, from }: Visited) => `${path} (from ${from})`

describe('the crawl', () => {
  test('has seen every service and municipality in every register, the files and the pictures', () => {
    for (const register of registers) {
      for (const { slug } of shown) expect(visited.get(paths.service(register, slug))?.status, slug).toBe(200)
      for (const { slug } of seed.municipalities) {
        expect(visited.get(paths.municipality(register, slug))?.status, slug).toBe(200)
      }
    }
    const files = [...visited.keys()]
    expect(files.filter((path) => path.startsWith('/data/'))).toHaveLength(14)
    expect(files.filter((path) => path.startsWith('/share/'))).toHaveLength(61)
    expect(pages.length).toBeGreaterThan(4 * (shown.length + seed.municipalities.length + 10))
  })

  test('every address answers; only the start and a chosen municipality lead on', () => {
    const leadsOn = /^\/$|^\/[a-z-]+\?municipality=/
    const faults = everything.filter(
      ({ path, status }) => status !== 200 && !(leadsOn.test(path) && [302, 303].includes(status)),
    )
    expect(faults.map((found) => `${found.status} ${label(found)}`)).toEqual([])
    for (const { location } of everything) {
      if (location) expect(visited.get(pathOf(server.url, location, '/') ?? '')?.status).toBe(200)
    }
  })

  test('the server wrote no error', () => expect(server.output()).not.toMatch(/"level":(50|60)/))

  test('what a link points to inside a page is there', () => {
    const faults = pages.flatMap(({ path, page }) =>
      page.links.flatMap(({ href, isFollowed }) => {
        if (!isFollowed) return []
        const target = pathOf(server.url, href, path)
        const fragment = decodeURIComponent(new URL(href, server.url).hash.slice(1))
        // An address with a choice in it is visited in two registers.
        if (target === null || fragment === '' || !visited.has(target)) return []
        return visited.get(target)?.page?.ids.has(fragment) ? [] : [`${path}: ${href}`]
      }),
    )
    expect([...new Set(faults)]).toEqual([])
  })

  test('other links are telephone numbers, e-mail addresses and whole web addresses', () => {
    const other = pages.flatMap(({ path, page }) =>
      page.links.filter(({ href }) => pathOf(server.url, href, path) === null),
    )
    const odd = other.filter(
      ({ href }) => !/^(https?:\/\/[^\s]+\.[^\s]+|tel:\+?\d{3,}|mailto:[^\s@]+@[^\s@]+)$/.test(href),
    )
    expect([...new Set(odd.map(({ href }) => href))]).toEqual([])
  })

  test('every link has words', () => {
    expect(
      pages.flatMap(({ path, page }) =>
        page.links.filter(({ text }) => text === '').map(({ href }) => `${path}: ${href}`),
      ),
    ).toEqual([])
  })

  test('nothing is loaded from elsewhere', () => {
    const foreign = pages.flatMap(({ path, page }) =>
      page.assets.filter((asset) => pathOf(server.url, asset, path) === null),
    )
    expect(foreign).toEqual([])
  })

  test('the site map names each page once, and every page that says it is the one to find', () => {
    const named = [...(visited.get('/sitemap.xml')?.body ?? '').matchAll(/<loc>(.*?)<\/loc>/g)].map(
      ([, loc = '']) => new URL(loc).pathname,
    )
    expect(new Set(named).size).toBe(named.length)
    const canonical = pages.flatMap(({ page }) => (page.canonical ? [new URL(page.canonical).pathname] : []))
    expect(new Set(named)).toEqual(new Set(canonical))
  })
})

describe('every page', () => {
  test('has one first heading and the language of its address', () => {
    const faults = pages.filter(
      ({ page }) => page.headings.length !== 1 || page.headings[0] === '' || page.lang !== page.register,
    )
    expect(faults.map(label)).toEqual([])
  })

  test('has a title of its own in its register', () => {
    const owners = new Map<string, Set<string>>()
    for (const { path, page } of pages) {
      expect(page.title, path).toMatch(/Pranë/)
      const key = `${page.register} ${page.title}`
      // Addresses that differ in a choice only are one page to search engines, and say so.
      owners.set(key, (owners.get(key) ?? new Set()).add(page.canonical ?? path))
    }
    const shared = [...owners].filter(([, own]) => own.size > 1).map(([key, own]) => [key, ...own].join(' | '))
    expect(shared).toEqual([])
  })

  test('names itself and its twins for search engines, and they exist', () => {
    for (const { path, page } of pages.filter(({ page }) => !page.noindex)) {
      const canonical = pathOf(server.url, page.canonical ?? 'https://elsewhere.example', path)
      expect(canonical, path).toBe(path.replace(/\?.*$/, ''))
      expect(page.alternates.map(({ lang }) => lang).sort(), path).toEqual([...registers, 'x-default'].sort())
      for (const { lang, href } of page.alternates) {
        const twin = visited.get(pathOf(server.url, href, path) ?? '')
        expect(twin?.status, `${path}: ${href}`).toBe(200)
        expect(twin?.page?.lang).toBe(lang === 'x-default' ? 'sq' : lang)
      }
    }
  })

  test('has markup without a fault', { timeout: 600_000 }, () => {
    const faults = new Map<string, string[]>()
    // A record's markup is made of the same parts in every register: each is judged in two, all else in four.
    const judged = pages.filter(
      ({ path, page }) => choicesIn.includes(page.register ?? 'sq') || path.split('/').length < 4,
    )
    for (const { path, body } of inTurn(judged)) {
      for (const fault of markupFaults(body)) faults.set(fault, [...(faults.get(fault) ?? []), path])
    }
    expect([...faults].map(([fault, where]) => `${fault} (${where.length} pages, as ${where[0]})`)).toEqual([])
  })
})

describe('a protected place', () => {
  test('stands in no page, file, picture or header', () => {
    expect(everything.filter(leaks).map(label)).toEqual([])
  })

  test.each([
    'invented-shelter',
    'invented-home',
    'invented-double',
    'invented-organization',
    `strehe-${token.toLowerCase()}`,
    `shelter-${token.toLowerCase()}`,
    `dyshja-${token.toLowerCase()}`,
    'null',
    'undefined',
  ])('has no page to guess: %s', async (slug) => {
    for (const register of registers) {
      const found = await visit(server.url, paths.service(register, slug), 'guess')
      expect(found.status).toBe(404)
      expect(found.page?.headings).toHaveLength(1)
      expect(found.page?.lang).toBe(register)
      expect(found.page?.noindex).toBe(true)
      expect(leaks(found)).toBe(false)
    }
  })

  test.each([
    '/data/shelters.csv',
    '/data/protected.json',
    '/data/services.xml',
    '/data/services',
    '/data/constructor.json',
    '/data/__proto__.csv',
    '/share/invented-shelter.png',
    '/share/constructor.png',
    '/sq/services/',
    '/sq/organizations/invented-organization',
  ])('is in no file to guess: %s', async (path) => {
    const found = await visit(server.url, path, 'guess')
    expect([404, 308]).toContain(found.status)
    // Nobody is shown an empty page.
    if (found.status === 404 && found.page === null) expect(found.body).toMatch(/\p{L}{3}/u)
    expect(leaks(found)).toBe(false)
  })

  test.each(['type=invented_shelter', 'for=invented_group'])('cannot be filtered by: %s', async (query) => {
    for (const register of registers) {
      const { status, page, body } = await visit(server.url, `${paths.services(register)}?${query}`, 'guess')
      expect(status).toBe(200)
      // The links to the other registers carry the reader's own address along; the page itself says nothing of it.
      expect(body.slice(body.indexOf('<main'))).not.toContain(query.split('=')[1])
      expect(numberIn(page, '#results h2')).toBe(shown.length)
    }
  })

  test.each(['women_violence', 'trafficking_victims'])(
    'asked for by its group leads to the safe place: %s',
    async (group) => {
      for (const register of registers) {
        const { status, location } = await visit(server.url, `${paths.services(register)}?for=${group}`, 'guess')
        expect([status, location]).toEqual([303, paths.safePlace(register)])
      }
    },
  )

  test('is in no count of a page', () => {
    for (const register of registers) {
      expect(numberIn(visited.get(paths.services(register))?.page, '#results h2')).toBe(shown.length)
      for (const { code, slug } of seed.municipalities) {
        const heading = isEasy(register) ? 'h2#services' : '#services > h2'
        const own = shown.filter(({ municipality }) => municipality === code).length
        expect(numberIn(visited.get(paths.municipality(register, slug))?.page, heading), `${register} ${slug}`).toBe(
          own,
        )
        if (!choicesIn.includes(register)) continue
        const narrowed = `${paths.services(register)}?municipality=${slug}`
        expect(numberIn(visited.get(narrowed)?.page, '#results h2'), narrowed).toBe(own)
      }
      const data = visited.get(paths.data(register))?.page
      expect(data && textOf(data.document)).toMatch(new RegExp(`(?<!\\d)${shown.length}(?!\\d)`))
    }
  })

  test('is in no count of kinds', () => {
    const korce = visited.get(paths.municipality('sq', 'korce'))?.page
    const counted = korce?.document.querySelectorAll('#services .count, #services .plain a') ?? []
    const numbers = counted.map((element) => Number(/\d+/.exec(textOf(element))?.[0]))
    expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(
      shown.filter(({ municipality }) => municipality === 'AL343').length,
    )
  })

  test('is in no line of the open files', () => {
    for (const name of ['services', 'organizations']) {
      const rows = JSON.parse(visited.get(`/data/${name}.json`)?.body ?? '[]') as Record<string, unknown>[]
      const expected = name === 'services' ? shown.length : seed.organizations.length
      expect(rows).toHaveLength(expected)
      expect(rows.filter(({ visibility }) => visibility === 'protected')).toEqual([])
      const lines = (visited.get(`/data/${name}.csv`)?.body ?? '').split(/\r?\n(?=[A-Za-z0-9-]+,)/)
      expect(lines).toHaveLength(expected + 1)
    }
  })
})

/** Whether anything the server sent holds a token, whatever the case and however the number is written. */
function leaks({ bytes, headers, path }: Visited): boolean {
  if (/invented|guess|dyshja|strehe|shelter/.test(path))
    return hasToken(bytes.toString('utf8').replaceAll(path.split('/').at(-1) ?? '', ''))
  return hasToken(bytes.toString('utf8')) || hasToken(headers) || bytes.includes(Buffer.from(token, 'utf16le'))
}

function hasToken(text: string): boolean {
  return (
    text.toLowerCase().includes(token.toLowerCase()) || text.replace(/[\s()./-]|%20|&nbsp;/g, '').includes(tokenDigits)
  )
}

/** The first number in a heading; one that says "nothing" without a number counts as 0. */
function numberIn(page: PageFacts | null | undefined, selector: string): number {
  const [heading] = page?.document.querySelectorAll(selector) ?? []
  if (!heading) throw new Error(`No ${selector} on this page`)
  return Number(/\d+/.exec(textOf(heading))?.[0] ?? 0)
}

describe('a service that is shown without a place', () => {
  const hidden = shown.filter(({ visibility }) => visibility === 'no_place')
  const addressWords =
    /(?<!\p{L})(rruga|rr\.|bulevardi?|lagjja|pallati|boulevard|(?<=\d )street|str(eet)?\.? ?\d)(?!\p{L})/iu
  const position =
    /(?<![\d.,])(39|4[0-2])[.,]\d{2,}|geo:|(google|openstreetmap|osm|bing)\.\w+\/?.*map|(?<!\p{L})(lat|lon|lng|latitude|longitude)(?!\p{L})/iu

  test('there are many', () => expect(hidden.length).toBeGreaterThan(40))

  test('has a page without address or position', () => {
    for (const register of registers) {
      for (const { slug, municipality } of hidden) {
        const page = visited.get(paths.service(register, slug))?.page
        const [main] = page?.document.querySelectorAll('main') ?? []
        const offices = seed.offices.filter((office) => office.municipality === municipality)
        // A town hall may be named with its address: that is where a person asks.
        const text = offices
          .flatMap(({ address }) => (address ? [address.sq, address.en] : []))
          .reduce((rest, address) => rest.replaceAll(address, ''), main ? textOf(main) : '')
        expect(text, slug).not.toBe('')
        expect(text, `${register} ${slug}`).not.toMatch(addressWords)
        expect(text, `${register} ${slug}`).not.toMatch(position)
        expect(main?.querySelectorAll('address, [itemprop], [data-lat], iframe, svg.country') ?? [], slug).toEqual([])
        expect(page?.links.filter(({ href }) => position.test(decodeURIComponent(href))) ?? [], slug).toEqual([])
      }
    }
  })

  test('has a line without address or position in the open files', () => {
    const rows = JSON.parse(visited.get('/data/services.json')?.body ?? '[]') as Record<string, unknown>[]
    for (const { id } of hidden) {
      const row = rows.find((found) => found['id'] === id) ?? {}
      expect(row, id).toMatchObject({
        addressSq: null,
        addressEn: null,
        addressPrecision: null,
        visibility: 'no_place',
      })
      expect(JSON.stringify(row), id).not.toMatch(addressWords)
    }
  })

  test('no file holds a service’s position, nor its places an organization’s', () => {
    const services = visited.get('/data/services.json')?.body ?? ''
    const organizations = visited.get('/data/organizations.json')?.body ?? ''
    expect(services + organizations).not.toMatch(/"(lat|lon)\w*":/)
    expect(organizations).not.toMatch(/"address\w*":/)
  })
})

/** Names of places, people and organizations: nobody can write them more easily. */
const names = [
  ...seed.municipalities.flatMap(({ sq, en, names: others }) => [sq, en, ...others.map(({ name }) => name)]),
  ...seed.counties.flatMap(({ sq, en }) => [sq, en]),
]

describe.each(registers.filter(isEasy))('easy-read pages in %s', (register) => {
  const own = () => pages.filter(({ page }) => page.register === register)
  const readable = 'p, li, h1, h2, h3, legend, label, button, a, dt, dd, summary'

  test('break no rule that gates', () => {
    const lines = new Map<string, string>()
    for (const { path, page } of own()) {
      for (const element of page.document.querySelectorAll(`main ${readable.split(', ').join(', main ')}`)) {
        if (element.closest('[data-name]') || element.querySelectorAll('p, li, label, a, button').length > 0) continue
        const text = textOf(element)
        if (text !== '' && !lines.has(text)) lines.set(text, path)
      }
    }
    expect(lines.size).toBeGreaterThan(300)
    const findings = [...lines].flatMap(([text, path]) =>
      checkEasyRead([text], languageOf(register), { names })
        .filter(({ level }) => level === 'error')
        .map(({ rule, found }) => `${rule}: ${found} (${path})`),
    )
    expect(findings).toEqual([])
  })

  test('have a picture in every block and at most three lines to it', () => {
    for (const { path, page } of own()) {
      for (const block of page.document.querySelectorAll('.block')) {
        expect(block.querySelectorAll('img.picture').length, path).toBe(1)
        const lines = block
          .querySelectorAll('p')
          .filter((line) => !line.hasAttribute('data-name') && line.querySelectorAll('a').length === 0)
        expect(lines.length, `${path}: ${lines[0] && textOf(lines[0])}`).toBeLessThanOrEqual(3)
      }
    }
  })

  test('have at least one block, but for lists of places', () => {
    const without = own().filter(({ page }) => page.document.querySelectorAll('.block').length === 0)
    expect(without.map(({ path }) => path).filter((path) => !/\/services\?/.test(path))).toEqual([])
  })
})
