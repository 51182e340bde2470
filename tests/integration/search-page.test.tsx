import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findServices } from '../../app/features/directory/queries.server'
import { hiddenGroups } from '../../app/features/mapping/rules'
import { paths } from '../../app/paths'
import { registers } from '../../app/i18n/registers'
import type { Database } from '../../app/server/db.server'
import { randomFrom } from '../../bench/generated-election'
import { indexServices } from '../../app/features/directory/search-index.server'
import { addInventedRecords, token } from '../support/invented-records'
import { openSeededDatabase } from '../support/test-database'
import { asking, open, type Data } from '../support/services-page'

let database: Database

beforeAll(async () => {
  database = await openSeededDatabase()
  await addInventedRecords(database.prisma)
  await indexServices(database.prisma)
})
afterAll(() => database?.close())

const slugs = (data: Data) => data.search.items.map(({ slug }) => slug)

describe('words', () => {
  test('without marks, in another form, in dialect or in English, they find the same', async () => {
    const texts = ['logopedi', 'LOGOPEDIA', 'logopedisë', 'logoped', 'speech therapy']
    const found = await Promise.all(texts.map(async (q) => slugs((await open(asking({ q }))).data)))
    for (const other of found) expect(new Set(other.slice(0, 4))).toEqual(new Set(found[0]?.slice(0, 4)))
    expect(found[0]?.length).toBeGreaterThanOrEqual(4)
  })

  test('a typing error is forgiven and said', async () => {
    const { data, html } = await open(asking({ q: 'fizoterapi' }))
    expect(data.search.corrected).toEqual([{ from: 'fizoterapi', to: 'fizioterapi' }])
    expect(html).toContain('Fjalën “fizoterapi” nuk e gjetëm. Kërkuam “fizioterapi”.')
    expect(data.search.total).toBeGreaterThan(3)
  })

  test('the name of a place narrows, whichever name it is', async () => {
    for (const q of ['Dimal', 'Ura Vajgurore', 'ura vajgurorë']) {
      expect(
        (await open(asking({ q }))).data.search.fromWords.map(({ slug }) => slug),
        q,
      ).toEqual(['dimal'])
    }
    for (const [q, slug] of [
      ['Peshkopia', 'diber'],
      ['tirona', 'tirane'],
      ['Fushë-Krujë', 'kruje'],
      ['në Has', 'has'],
    ] as const) {
      expect(
        (await open(asking({ q }))).data.search.fromWords.map((place) => place.slug),
        q,
      ).toEqual([slug])
    }
  })

  test.each([
    ['Bashkia Tiranë', 'Tiranë'],
    ['qendra ditore qarku Fier', 'qendra ditore Fier'],
    ['Has logoped', 'logoped në Has'],
    ['qendër ditore për thmi', 'qendër ditore për fëmijë'],
  ])('%s finds what is found by: %s', async (q, same) => {
    const [given, expected] = [await open(asking({ q })), await open(asking({ q: same }))]
    expect(given.data.search.total).toBe(expected.data.search.total)
    expect(slugs(given.data)).toEqual(slugs(expected.data))
  })

  test.each(['sëmurë', 'i semure', 'sëmundje', 'smut', 'prind', 'prindi', 'prind i vetëm', 'thmi', 'interpret'])(
    'everyday words find something: %s',
    async (q) => {
      const { data } = await open(asking({ q }))
      expect(data.search.corrected).toEqual([])
      expect(data.search.total).toBeGreaterThan(0)
    },
  )

  test('a name of several municipalities means all of them, and the page says which', async () => {
    const { data, html } = await open('q=Klos')
    expect(data.search.municipalities.map(({ slug }) => slug).sort()).toEqual(['cerrik', 'klos'])
    expect(html).toMatch(/Në bashkitë (Klos dhe Cërrik|Cërrik dhe Klos)/)
  })

  test('short names that are also words count only where a place is meant', async () => {
    expect((await open(asking({ q: 'my son has autism' }), 'en')).data.search.fromWords).toEqual([])
    expect((await open('q=Has')).data.search.fromWords.map(({ slug }) => slug)).toEqual(['has'])
  })

  test('a word that no service has is named', async () => {
    const { data, html } = await open(asking({ q: 'logoped zvarranik' }))
    expect(data.search.unknown).toEqual(['zvarranik'])
    expect((await open(asking({ q: 'çfarë është XHËKLÇQ' }))).data.search.unknown).toEqual(['xhëklçq'])
    expect(html).toContain('Asnjë shërbim nuk i përmend këto fjalë: zvarranik.')
    expect(data.search.total).toBeGreaterThan(0)
  })
})

describe('filters', () => {
  test('kind, group and place narrow together', async () => {
    const { data } = await open('municipality=shkoder&type=community_day&for=elderly')
    expect(slugs(data).length).toBeGreaterThan(1)
    for (const { type, groups, municipality } of data.search.items) {
      expect([type, municipality?.slug]).toEqual(['community_day', 'shkoder'])
      expect(groups).toContain('elderly')
    }
  })

  test('next door adds the nearest municipalities and names them', async () => {
    const own = await open('municipality=polican')
    const { data, html } = await open('municipality=polican&near=1')
    expect(data.search.total).toBeGreaterThan(own.data.search.total)
    const [first, ...others] = data.search.municipalities.map(({ slug }) => slug)
    expect(first).toBe('polican')
    expect(others).toContain('berat')
    expect(html).toContain('Në bashkitë Poliçan, ')
    expect(html).toMatch(/name="near"[^>]* checked=""/)
  })

  test('services for the whole country are a group of their own and stay, whatever the place', async () => {
    const national = await findServices({ filter: { municipality: null }, language: 'sq' })
    expect(national.length).toBeGreaterThan(0)
    for (const query of ['municipality=has', 'q=Konispol', 'municipality=has&type=online_helpline']) {
      const { data, html } = await open(query)
      expect(data.search.national.map(({ slug }) => slug).sort(), query).toEqual(
        national.map(({ slug }) => slug).sort(),
      )
      expect(html).toContain('Për të gjithë Shqipërinë')
    }
    const { data } = await open('')
    expect(data.search.national).toEqual([])
    expect(data.search.total).toBe((await findServices({ filter: {}, language: 'sq' })).length)
  })

  test('words still tell which of them fit', async () => {
    const { data } = await open(asking({ q: 'fëmijë i humbur', municipality: 'has' }))
    expect(data.search.national.map(({ slug }) => slug)).toEqual(['alo-116-000-linja-per-femijet-e-humbur'])
  })

  test('the choices and the words stay in the form and in the links to other pages', async () => {
    const { html } = await open(asking({ q: 'qendër', for: 'children' }))
    expect(html).toContain('value="qendër"')
    expect(html).toMatch(/<option value="children" selected="">/)
    const next = /href="([^"]*page=2[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const { searchParams } = new URL(next, 'http://localhost')
    expect(Object.fromEntries(searchParams)).toEqual({ q: 'qendër', for: 'children', page: '2' })
  })
})

describe('what is said', () => {
  test('how many and in which order', async () => {
    expect((await open('q=fizioterapi')).html).toMatch(/role="status" id="results"><h2>\d+ shërbime<\/h2>/)
    expect((await open('q=fizioterapi')).html).toContain('përputhen më shumë me fjalët tuaja')
    expect((await open('')).html).toContain('Sipas llojit, pastaj sipas alfabetit.')
  })

  test('nothing found: what is nearest, and another way', async () => {
    const { data, html } = await open(asking({ q: 'mensë', municipality: 'permet' }))
    expect(data.search.total).toBe(0)
    expect(data.search.elsewhere.length).toBeGreaterThan(0)
    const km = data.search.elsewhere.map((found) => found.km)
    expect(km).toEqual([...km].sort((a, b) => a - b))
    expect(data.search.elsewhere[0]?.line.municipality?.slug).toBe('gjirokaster')
    expect(html).toContain('Shërbime të tilla në bashki të tjera')
    expect(html).toContain('href="/sq/municipalities/permet#ask"')
    expect(html).toContain('href="/sq/emergency"')
    expect(html).toContain('href="/sq/services?q=mens%C3%AB"')
  })

  test('nothing found by choices alone: what is nearest too', async () => {
    const { data } = await open('municipality=has&type=home_based')
    expect(data.search.total).toBe(0)
    expect(data.search.elsewhere.length).toBeGreaterThan(0)
    for (const { line } of data.search.elsewhere) expect(line.type).toBe('home_based')
    expect((await open('municipality=has')).data.search.elsewhere).toEqual([])
  })

  test.each(['municipality=tirane&type=online_helpline', asking({ q: 'linja e fëmijëve', municipality: 'tirane' })])(
    'what is there for the whole country is counted and not said to be missing: %s',
    async (query) => {
      const { data, html } = await open(query)
      expect([data.search.total, data.search.isNationalOnly]).toEqual([0, true])
      expect(html).toMatch(/role="status" id="results"><h2>\d+ shërbime?<\/h2><p>Për të gjithë Shqipërinë/)
      expect(html).not.toContain('Nuk gjetëm')
      expect(html).not.toContain('Tregojini bashkisë')
    },
  )

  test('nothing found and no place chosen: how to find the municipality', async () => {
    const { html } = await open('q=xhklqwz')
    expect(html).toContain('Asnjë shërbim i tillë')
    expect(html).toContain('href="/sq/municipalities"')
  })

  test('when no service has all of it, that is said of those that have a part', async () => {
    const { data, html } = await open(asking({ q: 'metadon logoped' }))
    expect(data.search.isPartial).toBe(true)
    expect(html).toContain('Asnjë shërbim nuk i ka të gjitha')
  })
})

describe('help that is not a place', () => {
  test.each(registers)('stands above the list when the words ask for it, %s', async (register) => {
    const { html } = await open(asking({ q: 'karrige me rrota' }), register)
    const link = html.indexOf(`href="/${register}/help/assistive-devices"`)
    expect(link).toBeGreaterThan(0)
    expect(link).toBeLessThan(html.indexOf('id="results"'))
  })

  test('is another way when the list has nothing', async () => {
    const { data, html } = await open(asking({ q: 'ndihmë ekonomike', municipality: 'has' }))
    expect(data.search.total).toBe(0)
    expect(html.indexOf('/help/economic-aid')).toBeLessThan(html.indexOf('id="results"'))
  })

  test('is not named otherwise', async () => {
    expect((await open('q=logoped')).data.search.help).toEqual([])
  })
})

describe('words of violence, trafficking and danger', () => {
  test.each(registers)('lead to the numbers before anything else, %s', async (register) => {
    const { html } = await open(asking({ q: 'burri më rreh' }), register)
    for (const number of ['112', '116117', '116111', '116006']) expect(html).toContain(`tel:${number}`)
    expect(html.indexOf('tel:116117')).toBeLessThan(html.indexOf('<form'))
    expect(html).toContain(`href="/${register}/safe-place"`)
    expect(html).toContain('data-exit')
  })

  test('alone they bring no list and no count', async () => {
    const { data, html } = await open('q=dhun%C3%AB')
    expect(data.search.items).toEqual([])
    expect(html).not.toContain('Asnjë shërbim')
  })

  test('with other words, what those ask for stands below', async () => {
    const { data, html } = await open(asking({ q: 'avokat dhunë' }))
    expect(data.search.items[0]?.type).toBe('legal_aid')
    expect(html.indexOf('tel:116117')).toBeLessThan(html.indexOf(`/services/${slugs(data)[0]}`))
  })

  test.each(['stalking', 'husband beating', 'safe house', 'womens refuge', 'shfrytezim seksual', 'violance'])(
    'they are read before spelling is corrected: %s',
    async (q) => {
      const { data, html } = await open(asking({ q }), 'en')
      expect([data.search.urgent, data.search.isUrgentOnly, data.search.items]).toEqual(['violence', true, []])
      expect(html).toContain('tel:116117')
    },
  )

  test.each(['dhuna tirane', 'dhunë Kombinat', 'avokat dhunë në Has', 'burri me rreh kush me ndihmon lezhe'])(
    'a place beside them is never said to have nothing: %s',
    async (q) => {
      const { data, html } = await open(asking({ q }))
      expect([data.search.urgent, data.search.municipalities.length]).toEqual(['violence', 1])
      expect(html).not.toContain('Nuk gjetëm')
      expect(html).not.toContain('Asnjë shërbim')
      expect(html).not.toContain('Tregojini bashkisë')
    },
  )

  test('other danger: 112', async () => {
    const { html } = await open(asking({ q: 'dua të vdes' }))
    expect(html).toContain('tel:112')
    expect(html).toContain('href="/sq/emergency"')
  })

  test.each(
    [
      'logoped',
      'godina',
      'prek',
      'rap music',
      'beats',
      'heart beats',
      'kam frikë nga qeni',
      'dune',
      'drug abuse',
    ].concat([
      'abuse of alcohol',
      'abuzim me alkoolin',
      'abuzim me drogën',
      'shkolla e trafikut',
      'trafik rrugor',
      'pastrehë',
    ]),
  )('ordinary words do not: %s', async (q) => {
    const { data, html } = await open(asking({ q }))
    expect(data.search.urgent).toBeNull()
    expect(html).not.toContain('tel:')
  })
})

describe('a protected record', () => {
  test('is found by nothing: not by its words, kind, group or place, and suggests nothing', async () => {
    const words = [token, token.toLowerCase(), token.slice(0, -1), 'strehë', '0699471330', 'Organizata', 'shtretër']
    for (const q of words) {
      const { html } = await open(asking({ q }))
      const echoes = [`value="${q}"`, `: ${q.toLowerCase()}.`, `about=words%3A${encodeURIComponent(q)}"`]
      expect(echoes.reduce((left, echo) => left.replaceAll(echo, ''), html)).not.toContain(token)
    }
    const { data } = await open(asking({ q: token.slice(0, -1) }))
    expect(data.search.corrected).toEqual([])
    expect(await database.prisma.searchTerm.findMany({ where: { stem: { startsWith: 'qxzvar' } } })).toEqual([])
  })

  test('that was shown before is forgotten with its words', async () => {
    const { prisma } = database
    const where = { id: 'invented-mobile-team' }
    expect((await open('q=shpikur')).data.search.total).toBe(1)
    await prisma.service.update({ where, data: { visibility: 'protected', slug: null, phone: null, searchRules: 0 } })
    expect((await open('q=shpikur')).data.search.total).toBe(0)
    expect(await indexServices(prisma)).toBe(1)
    expect(await prisma.searchTerm.count({ where: { folded: 'shpikur' } })).toBe(0)
    expect((await open('q=shpikurr')).data.search.corrected).toEqual([])
  })
})

describe('what cannot be read is left out and named', () => {
  test.each([
    ['municipality=atlantis', 'Bashkia'],
    ['type=%3Cscript%3E', 'Lloji i shërbimit'],
    ['for=nobody', 'Për kë'],
    ['page=99', 'numri i faqes'],
    ['page=-1', 'numri i faqes'],
    ['near=1', 'Edhe në bashkitë pranë'],
    ['q=logoped&q=psikolog', 'Çfarë kërkoni'],
    ['colour=red', 'një pjesë që nuk e njohim'],
  ])('%s', async (query, field) => {
    expect((await open(query)).html).toContain(`Nga adresa nuk morëm parasysh: ${field}.`)
  })

  test.each(hiddenGroups)('the group %s leads to the safe place', async (group) => {
    for (const register of registers) {
      const response: unknown = await open(asking({ for: group, municipality: 'has' }), register).catch(
        (thrown: unknown) => thrown,
      )
      if (!(response instanceof Response)) throw new Error('The list opened.')
      expect([response.status, response.headers.get('Location')]).toEqual([303, paths.safePlace(register)])
    }
  })

  test('more words than anybody types', async () => {
    const { data, html } = await open(`q=${'a'.repeat(5_000)}`)
    expect(html).toContain('Nga adresa nuk morëm parasysh: Çfarë kërkoni.')
    expect(data.chosen.query).toHaveLength(200)
    expect(html).toContain('maxLength="200"')
  })

  test('whatever is typed, the page opens and repeats it as text only', { timeout: 120_000 }, async () => {
    const random = randomFrom(7)
    const pieces = [
      ...'%_\'"\\<>&;:{}[]()|!*?#\u0000\u200b\ud800\uffff\u202e',
      'ë',
      'ç',
      '👩🏽‍🦽',
      'fëmijë',
      "n'shpi",
      'Has',
      ' or 1=1--',
      '${x}',
      '{{x}}',
      '\r\n',
      '١',
      'ﬁ',
      '__proto__',
      'type:legal_aid',
      'a'.repeat(300),
    ]
    const piece = () => pieces[Math.floor(random() * pieces.length)] ?? ''
    for (let run = 0; run < 60; run++) {
      const q = Array.from({ length: 1 + Math.floor(random() * 12) }, piece).join(random() < 0.5 ? ' ' : '')
      const { html } = await open(asking({ q }), registers[run % 4])
      expect(html).toContain('<form')
      expect(html).not.toMatch(/[\u0000-\u0008\ud800-\udbff](?![\udc00-\udfff])|<script>|x<\/b>/)
    }
  })
})

describe('access', () => {
  test('finds what a source says is there: neither a no nor what nobody knows', async () => {
    const { prisma } = database
    const [has, hasNot] = await prisma.service.findMany({
      where: { visibility: 'public', mergedIntoId: null, access: { none: {} } },
      take: 2,
      orderBy: { id: 'asc' },
    })
    if (!has || !hasNot) throw new Error('No service without answers on access is left.')
    await prisma.serviceAccess.createMany({
      data: [
        { serviceId: has.id, feature: 'hearing_loop', answer: true },
        { serviceId: hasNot.id, feature: 'hearing_loop', answer: false },
      ],
    })
    for (const register of registers) {
      const { data, html } = await open(asking({ access: 'hearing_loop' }), register)
      expect(slugs(data)).toEqual([has.slug])
      expect(html).toContain('value="hearing_loop" selected')
    }
    await prisma.serviceAccess.deleteMany({ where: { feature: 'hearing_loop' } })
  })

  test('is offered where some service has it, and otherwise left out and said', async () => {
    const { data, html } = await open(asking({ access: 'hearing_loop' }))
    expect(data.choices.access).not.toContain('hearing_loop')
    expect(data.choices.access).toContain('home_visit')
    expect(data.ignored).toEqual(['access'])
    expect(html).toContain('Çfarë duhet të ketë')
    expect(data.search.total).toBe((await open('')).data.search.total)
  })

  test('goes along to the next page', async () => {
    const { data, html } = await open(asking({ access: 'home_visit' }), 'sq-simple')
    if (data.search.pages > 1) expect(html).toContain('access=home_visit&amp;page=2')
    expect(data.search.total).toBeGreaterThan(0)
  })
})
