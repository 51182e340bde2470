import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { registerInPath, registers, type Register } from '../../app/i18n/registers'
import { paths, siteLinks } from '../../app/paths'
import type { ServiceSeed } from '../../prisma/seed/schema'

/** One address that a suite looks at. `status` is what the server answers after redirects. */
export type Page = { name: string; register: Register; path: string; status: number }

/** The pages that are there whatever the data say, in every register. The gallery is none of them. */
export const fixedPages: Page[] = registers.flatMap((register) =>
  Object.entries(siteLinks(register)).map(([name, path]) => ({ name, register, path, status: 200 })),
)

/** The start of the check is for people only: search engines are told of it nowhere. */
export const unlistedPages = fixedPages.filter(({ name }) => name === 'check')

/** Every page with a fixed address or a record: all that search engines are told of, and the start of the check. */
export async function allPages(origin: string): Promise<Page[]> {
  const map = await (await fetch(`${origin}/sitemap.xml`)).text()
  const pages = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => {
    const path = new URL(address).pathname
    const register = registerInPath(path)
    if (register === null) throw new Error(`The site map names a page without a register: ${path}`)
    return { name: path.split('/').slice(2).join(' ') || 'home', register, path, status: 200 }
  })
  pages.push(...unlistedPages.filter(({ path }) => !pages.some((page) => page.path === path)))
  const lost = fixedPages.filter(({ path }) => !pages.some((page) => page.path === path))
  if (lost.length > 0) throw new Error(`Not in the site map: ${lost.map(({ path }) => path).join(', ')}`)
  return pages
}

/**
 * Of the records and the lists with a choice, each in the one register whose turn it is; all other pages in every
 * register. For what takes too long to do a thousand times: every record and every list is seen in some register,
 * every layout in all.
 */
export function inTurn<T extends { path: string }>(pages: readonly T[]): T[] {
  const turns = new Map<string, number>()
  return pages.filter(({ path }) => {
    const register = registerInPath(path)
    const record = path.split('/').slice(2).join('/')
    if (register === null || !/^(services|municipalities|entitlements)[/?]/.test(record)) return true
    if (!turns.has(record)) turns.set(record, turns.size)
    return (turns.get(record) ?? 0) % registers.length === registers.indexOf(register)
  })
}

const services = readSeed<ServiceSeed>('services') // protected places are in no seed file
const municipalities = readSeed<{ code: string; slug: string; sq: string; en: string }>('municipalities')
const shown = services.filter(({ mergedInto }) => mergedInto === undefined)
const merged = services.find(({ mergedInto }) => mergedInto !== undefined)

/** One service of each shape that a page can take. */
export const sampleServices = {
  withAddress: find('an address', ({ address }) => address !== undefined),
  withoutPlace: find('no place', ({ visibility }) => visibility === 'no_place'),
  startsByPhone: find(
    'a start by telephone',
    ({ accessMode, municipality }) => accessMode === 'phone' && !!municipality,
  ),
  wholeCountry: find('the whole country', ({ municipality }) => municipality === null),
  stateHome: find('a state home', ({ accessMode }) => accessMode === 'state_social_service'),
  withAges: find('ages', ({ ageFrom, ageTo }) => ageFrom !== undefined || ageTo !== undefined),
  withHours: find('hours in words', ({ hours, openingHours }) => hours !== undefined && openingHours === undefined),
  withOpeningHours: find('opening hours', ({ openingHours }) => openingHours !== undefined),
  withAccess: find('answers on access', ({ access }) => access !== undefined && access.home_visit === undefined),
  withEnglishName: find('a name of its own in English', ({ name }) => name.en !== name.sq),
  mergedTarget: find('a record merged into it', ({ id }) => id === merged?.mergedInto),
} as const

/** The record that another one took in: its address leads to that one. */
export const mergedService = merged?.slug ?? ''

export const sampleMunicipalities = {
  withManyServices: 'tirane',
  withOneService: municipalityWith(1),
  withoutRecord: municipalityWith(0),
} as const

/** A municipality and its first service, as the seed files name them. */
export function seedOf(municipalitySlug: string) {
  const municipality = municipalities.find(({ slug }) => slug === municipalitySlug)
  const service = shown.find((candidate) => candidate.municipality === municipality?.code)
  if (municipality === undefined || service === undefined) throw new Error(`Nothing known of ${municipalitySlug}`)
  return { municipality, service }
}

/** Enough to see every layout: the fixed pages, one record of each shape, and the pages that go wrong. */
export const samplePages: Page[] = registers.flatMap(samplePagesIn)

function samplePagesIn(register: Register): Page[] {
  const page = (name: string, path: string, status = 200) => ({ name, register, path, status })
  const list = paths.services(register)
  return [
    ...fixedPages.filter((fixed) => fixed.register === register),
    ...Object.entries(sampleServices).map(([name, slug]) => page(`service ${name}`, paths.service(register, slug))),
    ...Object.entries(sampleMunicipalities).map(([name, slug]) =>
      page(`municipality ${name}`, paths.municipality(register, slug)),
    ),
    page('help kind', paths.helpKind(register, 'social-housing')),
    page('municipalities of a county', paths.county(register, 'tirane')),
    page('services with filters', `${list}?municipality=tirane&type=${seedOf('tirane').service.type}`),
    page('services page 2', `${list}?page=2`),
    page('services, nothing found', `${list}?municipality=${sampleMunicipalities.withoutRecord}`),
    page('services in words', `${list}?q=karige+me+rrota`),
    page('services in words of danger', `${list}?q=dhune&municipality=korce`),
    page('services next door', `${list}?q=fizioterapi&municipality=berat&near=1`),
    page('services on the map', `${list}?view=map`),
    page('services on the map, closer', `${list}?q=fizioterapi&municipality=tirane&near=1&view=map&at=3-118-220`),
    page('services, a value ignored', `${list}?type=nothing-of-the-kind`),
    page('settings saved', `${paths.settings(register)}?saved=1`),
    page('home, nothing chosen', `${paths.home(register)}?municipality=`, 422),
    page('missing', `/${register}/nothing-of-the-kind`, 404),
    page('broken', `${paths.gallery(register)}/broken`, 500),
  ]
}

function find(shape: string, has: (service: ServiceSeed) => boolean): string {
  const service = shown.find(has)
  if (service === undefined) throw new Error(`No service with ${shape} is left: choose another sample.`)
  return service.slug
}

function municipalityWith(count: number): string {
  const found = municipalities.find(({ code }) => shown.filter((s) => s.municipality === code).length === count)
  if (found === undefined) throw new Error(`No municipality with ${count} services is left: choose another sample.`)
  return found.slug
}

function readSeed<T>(name: string): T[] {
  return JSON.parse(readFileSync(resolve('prisma/seed/data', `${name}.json`), 'utf8')) as T[]
}
