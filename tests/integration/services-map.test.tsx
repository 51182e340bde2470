import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registers } from '../../app/i18n/registers'
import type { Database } from '../../app/server/db.server'
import { indexServices } from '../../app/features/directory/search-index.server'
import { addInventedRecords, token } from '../support/invented-records'
import { openSeededDatabase } from '../support/test-database'
import { asking, open, type Data } from '../support/services-page'

let database: Database
/** Two services with coordinates that are invented for the test, both in the municipality of Korçë. */
let placed: string[]
const [lat, lon] = [40.6, 20.78]

beforeAll(async () => {
  database = await openSeededDatabase()
  const { prisma } = database
  await addInventedRecords(prisma)
  await indexServices(prisma)
  const found = await prisma.service.findMany({
    where: { municipality: { slug: 'korce' }, visibility: 'public', mergedIntoId: null },
    orderBy: { id: 'asc' },
    take: 2,
  })
  placed = found.map(({ slug }) => slug ?? '')
  for (const [index, { id }] of found.entries()) {
    await prisma.service.update({ where: { id }, data: { lat: lat + index / 100, lon } })
  }
})
afterAll(() => database?.close())

const mapOf = (data: Data) => {
  if (data.search.map === null) throw new Error('There is no map.')
  return data.search.map
}
/** Every service of a search, page after page. */
async function listed(query: string): Promise<string[]> {
  const slugs: string[] = []
  for (let page = 1, pages = 1; page <= pages; page++) {
    const { data } = await open(`${query}&page=${page}`)
    pages = data.search.pages
    slugs.push(...data.search.items.map(({ slug }) => slug))
  }
  return slugs
}

describe('without being asked for', () => {
  test('there is no map, and a way to it wherever something was found', async () => {
    const { data, html } = await open('municipality=korce')
    expect(data.search.map).toBeNull()
    expect(html).not.toContain('map-picture')
    expect(html).toContain('href="/sq/services?municipality=korce&amp;view=map#map"')
    expect((await open('q=xhklqwz')).html).not.toContain('view=map')
  })
})

describe('the map', () => {
  test.each(['', 'q=fizioterapi', 'type=community_day', 'municipality=tirane&near=1', 'q=metadon+logoped'])(
    'counts what the list has, in each municipality: %j',
    async (query) => {
      const map = mapOf((await open(`${query}&view=map`)).data)
      const { data } = await open(query)
      const counted = map.seats.reduce((sum, { count }) => sum + count, 0)
      expect(counted + map.withoutPlace).toBe(data.search.total)
      expect(map.seats).toHaveLength(61)
    },
  )

  test('says every count in words, with a way to the municipality on the map', async () => {
    const { data, html } = await open('type=community_day&view=map')
    for (const { slug, name, count } of mapOf(data).seats) {
      const link = `href="/sq/services?municipality=${slug}&amp;type=community_day&amp;view=map#map" rel="nofollow">${name}: ${count}<`
      expect(html.includes(link), name).toBe(count > 0)
    }
  })

  test('stands in a named region, with a way past it and a way to close it', async () => {
    for (const register of registers) {
      const { html } = await open('view=map&q=fizioterapi', register)
      expect(html).toMatch(/<section class="map stack" aria-labelledby="map"><h2 id="map">[^<]+<\/h2>/)
      expect(html).toContain('href="#results"')
      expect(html).toContain('id="results"')
      expect(html).toContain(`href="/${register}/services?q=fizioterapi#results"`)
      expect(html).toContain('<input type="hidden" name="view" value="map"/>')
    }
  })

  test('starts around the municipality that was chosen, and stays where it was moved to', async () => {
    expect(mapOf((await open('view=map')).data).view.zoom).toBe(0)
    expect(mapOf((await open('view=map&municipality=korce')).data).view.zoom).toBe(3)
    const { data, html } = await open('view=map&municipality=korce&at=1-100-200')
    expect(mapOf(data).view).toEqual({ zoom: 1, x: 100, y: 200 })
    expect(html).toContain('at=2-100-200#map')
  })
})

describe('a service on the map', () => {
  test('stands at its own coordinates, in view only, and in the list as well', async () => {
    const near = mapOf((await open('view=map&municipality=korce')).data)
    expect(near.points.map(({ slug }) => slug).sort()).toEqual([...placed].sort())
    expect(await listed('municipality=korce')).toEqual(expect.arrayContaining(placed))
    const far = mapOf((await open('view=map&at=3-60-60')).data)
    expect(far.points).toEqual([])
  })

  test('is numbered in the picture and in words', async () => {
    const { data, html } = await open('view=map&municipality=korce')
    mapOf(data).points.forEach(({ slug, name }, index) => {
      expect(html).toContain(`href="/sq/services/${slug}">${index + 1}. ${name}<`)
    })
    expect(html.match(/<rect class="point"/g)).toHaveLength(2)
    expect(html).toContain('Katrorët janë')
    expect((await open('view=map&municipality=tirane')).html).not.toContain('Katrorët janë')
  })

  test('is not drawn where so many are that they hide one another; that is said', async () => {
    const { prisma } = database
    const rows = await prisma.service.findMany({
      where: { visibility: 'public', mergedIntoId: null, lat: null, municipalityCode: { not: null } },
      take: 60,
    })
    const ids = rows.map(({ id }) => id)
    await prisma.service.updateMany({ where: { id: { in: ids } }, data: { lat, lon } })
    const { data, html } = await open('view=map')
    expect(mapOf(data)).toMatchObject({ points: [], hasTooManyPoints: true })
    expect(html).toContain('Zmadhoni hartën')
    await prisma.service.updateMany({ where: { id: { in: ids } }, data: { lat: null, lon: null } })
  })

  test('is never one without a place to show, nor a protected one', async () => {
    const { prisma } = database
    const data = { lat, lon }
    for (const id of ['invented-mobile-team', 'invented-shelter', 'invented-home']) {
      await expect(prisma.service.update({ where: { id }, data }), id).rejects.toThrow()
    }
    const { html } = await open(asking({ view: 'map', municipality: 'korce', for: 'women' }))
    expect(html).not.toContain(token)
  })
})

describe('a view that cannot be read', () => {
  test.each(['view=satellite', 'view=map&at=9-9-9', 'view=map&at=%00', 'at=nowhere', 'view=map&view=map'])(
    '%s is left out and named',
    async (query) => expect((await open(query)).html).toContain('Nga adresa nuk morëm parasysh: Harta e shërbimeve.'),
  )
})
