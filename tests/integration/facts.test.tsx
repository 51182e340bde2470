import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MunicipalityPage } from '../../app/features/directory/components/municipality-page'
import { ServiceEasy } from '../../app/features/directory/components/service-easy'
import { ServicePage } from '../../app/features/directory/components/service-page'
import { publishNotice, withdrawNotice } from '../../app/features/directory/commands.server'
import { getDataFile } from '../../app/features/directory/exports.server'
import type { Hours } from '../../app/features/directory/hours'
import { getMunicipality } from '../../app/features/directory/place-queries.server'
import { getService } from '../../app/features/directory/queries.server'
import { noticeForm } from '../../app/features/directory/schema'
import { isEasy, languageOf, registers, type Register } from '../../app/i18n/registers'
import { textsIn } from '../../app/i18n/texts.server'
import { checkEasyRead } from '../../app/lib/easy-read'
import { changeHoliday } from '../../app/server/calendar.server'
import type { Database } from '../../app/server/db.server'
import type { Prisma } from '../../generated/prisma/client'
import { loadSeedFiles, seedRealRecords } from '../../prisma/seed/index'
import { addInventedRecords, token } from '../support/invented-records'
import { markupFaults, readMarkup, textOf } from '../support/crawl'
import { openSeededDatabase } from '../support/test-database'

/** Tuesday, 24 November 2026, 10:00 in Albania. */
const now = new Date('2026-11-24T09:00:00Z')
const weekdays = [1, 2, 3, 4, 5]
const office: Hours = { holidays: 'closed', periods: [{ week: [{ days: weekdays, from: '08:00', to: '16:00' }] }] }
const day = (date: string) => new Date(date)

const facts = {
  slug: 'sherbimi-i-shpikur',
  nameSq: 'Shërbimi i shpikur',
  nameEn: 'Invented service',
  municipalityCode: 'AL343',
  typeCode: 'community_day',
  visibility: 'public',
  providerSq: 'Bashkia Korçë',
  providerEn: 'Municipality of Korçë',
  providerKind: 'public',
  accessMode: 'direct',
  certainty: 'high',
  seenPrecision: 'undated',
  hours: office,
  costLek: 12_000,
  costOn: day('2026-03-01'),
  documentsSq: ['kartë identiteti', 'certifikatë familjare'],
  documentsEn: ['identity card', 'family certificate'],
  languages: ['rom', 'sq', 'sqk'],
  capacity: 30,
  capacityOn: day('2025-09-01'),
} satisfies Omit<Prisma.ServiceUncheckedCreateInput, 'id'>

let database: Database

beforeAll(async () => {
  database = await openSeededDatabase()
  await addInventedRecords(database.prisma)
  await database.prisma.service.create({
    data: {
      ...facts,
      id: 'invented-facts',
      access: {
        create: [
          { feature: 'ramp', answer: true },
          { feature: 'lift', answer: false },
          { feature: 'text_contact', answer: true },
        ],
      },
    },
  })
}, 120_000)

afterAll(() => database?.close())

async function pageOf(slug: string, register: Register, at = now): Promise<string> {
  const found = await getService({ slug, language: languageOf(register), now: at })
  if (found?.kind !== 'shown') throw new Error(`${slug} has no page`)
  return inRegister(
    register,
    isEasy(register) ? <ServiceEasy service={found.service} /> : <ServicePage service={found.service} />,
  )
}

const inRegister = (register: Register, page: React.ReactNode) =>
  renderToStaticMarkup(<I18nextProvider i18n={textsIn(register)}>{page}</I18nextProvider>)

describe('the page of a service', () => {
  test('is closed on a day off that was announced, and open on one that was taken back', async () => {
    const said = async () => pageOf(facts.slug, 'en')
    expect(await said()).toContain('Open now, until 16:00')
    await changeHoliday({ date: '2026-11-24', isOff: true, note: 'invented' })
    expect(await said()).not.toContain('Open now')
    await changeHoliday({ date: '2026-11-24', isOff: false, note: 'invented' })
    expect(await said()).toContain('Open now, until 16:00')
    await database.prisma.holidayChange.deleteMany()
  })

  test.each([
    [
      'sq',
      [
        'Hapur tani, deri në 16:00',
        'E hënë–e premte: 08:00–16:00',
        'Në festat zyrtare është mbyllur.',
        'Ka: rampë, mundësi për të shkruar në vend që të telefononi.',
        'Nuk ka: ashensor.',
        'Flasin shqip, romisht dhe gjuhën e shenjave',
        '12 000 lekë (në mars 2026)',
        '30 vende (në shtator 2025)',
        'kartë identiteti',
        'Shkoni vetë te shërbimi',
      ],
    ],
    [
      'en',
      [
        'Open now, until 16:00',
        'Monday–Friday: 08:00–16:00',
        'It has: a ramp, a way to write instead of calling.',
        'It does not have: a lift.',
        'They speak Albanian, Romani and Albanian Sign Language',
        '12,000 lek (in March 2026)',
        '30 places (in September 2025)',
        'identity card',
      ],
    ],
    [
      'sq-simple',
      [
        'Tani është hapur deri në orën 16:00.',
        'E hënë deri e premte: nga ora 8:00 deri në 16:00.',
        'Këtu ka rampë.',
        'Këtu nuk ka ashensor.',
        'Në mars 2026 kushtonte 12 000 lekë.',
        'Në shtator 2025 kishte 30 vende.',
        'kartë identiteti',
      ],
    ],
    [
      'en-simple',
      [
        'It is open now until 16:00.',
        'Monday to Friday: from 8:00 to 16:00.',
        'It has a ramp.',
        'It does not have a lift.',
        'In March 2026 it cost 12,000 lek.',
        'identity card',
      ],
    ],
  ] as const)('says in %s what is known', async (register, lines) => {
    const text = plain(await pageOf(facts.slug, register))
    for (const line of lines) expect(text).toContain(line)
  })

  test.each(registers)('has markup without a fault in %s', async (register) => {
    expect(markupFaults(await pageOf(facts.slug, register))).toEqual([])
  })

  test('names what is missing beside what is known once, in the block of what is not known', async () => {
    const text = plain(await pageOf(facts.slug, 'sq'))
    expect(text).toContain('Burimet nuk thonë nëse ka: hyrje pa shkallë, tualet')
    expect(text).not.toContain('si hyhet me karrige me rrota')
    expect(text.split('hyrje pa shkallë')).toHaveLength(2)
  })

  test.each([
    ['2026-11-24T16:00:00Z', 'sq', 'Mbyllur tani. Hapet nesër, e mërkurë, në 08:00'],
    ['2026-11-24T16:00:00Z', 'en', 'Closed now. Opens tomorrow, Wednesday, at 08:00'],
    ['2026-11-24T06:00:00Z', 'sq', 'Mbyllur tani. Hapet sot në 08:00'],
    ['2026-11-27T16:00:00Z', 'sq', 'Mbyllur tani. Hapet ditën e mërkurë, 2 dhjetor, në 08:00'], // three days off by law
    ['2026-11-24T16:00:00Z', 'sq-simple', 'Tani është mbyllur. Hapet nesër në orën 8:00.'],
    ['2026-11-27T16:00:00Z', 'en-simple', 'It is closed now. It opens on Wednesday 2 December at 8:00.'],
  ] as const)('at %s says in %s: %s', async (instant, register, line) => {
    expect(plain(await pageOf(facts.slug, register, new Date(instant)))).toContain(line)
  })

  test('keeps the source’s words for hours, and says who says so', async () => {
    const text = plain(await pageOf('alo-116-111-linja-kombetare-e-keshillimit-per-femije', 'sq'))
    expect(text).toContain('Hapur ditë e natë')
    expect(text).toContain('24 orë, 7 ditë në javë')
    expect(text).toContain('Kështu thotë burimi; këtu nuk është kontrolluar.')
  })

  test('hours that cannot be reckoned with are words only', async () => {
    await database.prisma.service.update({ where: { id: 'KS046' }, data: { hours: { days: 'all' } } })
    const { slug } = await database.prisma.service.findUniqueOrThrow({ where: { id: 'KS046' } })
    const text = plain(await pageOf(slug ?? '', 'sq'))
    expect(text).toContain('E hënë–e premte')
    expect(text).not.toMatch(/Hapur|Mbyllur/)
  })

  test.each(registers.filter(isEasy))('in %s breaks no easy-read rule, at any hour', async (register) => {
    for (const instant of ['2026-11-24T09:00:00Z', '2026-11-24T16:00:00Z', '2026-11-27T16:00:00Z']) {
      const markup = readMarkup(await pageOf(facts.slug, register, new Date(instant)))
      for (const block of markup.querySelectorAll('.block')) {
        const lines = block.querySelectorAll('p').filter((line) => !line.hasAttribute('data-name'))
        expect(lines.length).toBeLessThanOrEqual(3)
        const errors = checkEasyRead(lines.map(textOf), languageOf(register), { names: ['Korçë'] })
        expect(errors.filter(({ level }) => level === 'error')).toEqual([])
      }
    }
  })
})

describe('the open file of services', () => {
  const rows = async () => {
    const file = await getDataFile('services.json')
    return JSON.parse(file?.body ?? '[]') as Record<string, unknown>[]
  }

  test('has a column for each fact, no date finer than its source’s', async () => {
    const row = (await rows()).find(({ id }) => id === 'KS147')
    expect(row).toMatchObject({ capacity: 28, capacityOn: '2015-07', costLek: null, costOn: null, accessYes: '' })
    expect((await rows()).find(({ id }) => id === 'KS084')).toMatchObject({
      openingHours: 'Mo-Fr 09:30-12:30; PH unknown',
    })
    expect((await rows()).find(({ id }) => id === 'KS068')).toMatchObject({ accessYes: 'text_contact', accessNo: '' })
    expect((await rows()).find(({ id }) => id === 'KS135')).toMatchObject({ languages: 'sqk' })
    expect((await rows()).find(({ id }) => id === 'KS032')?.['documentsEn']).toMatch(
      /^civil status certificate ; family/,
    )
  })

  test('has cells only, and nothing of a protected record', async () => {
    const all = await rows()
    expect(
      all.flatMap((row) => Object.values(row)).filter((value) => typeof value === 'object' && value !== null),
    ).toEqual([])
    const csv = (await getDataFile('services.csv'))?.body ?? ''
    expect(csv).toContain('openingHours')
    expect(csv + JSON.stringify(all)).not.toContain(token)
  })
})

describe('notices', () => {
  const text = { textSq: 'Ujësjellësi po riparohet.', textEn: 'The water pipe is being repaired.' }
  const about = (data: Omit<Prisma.NoticeUncheckedCreateInput, 'textSq' | 'textEn'>) =>
    database.prisma.notice.create({ data: { ...text, ...data } })

  test('stand above a service while they hold, in every register', async () => {
    const { id } = await about({
      serviceId: 'invented-facts',
      kind: 'closure',
      fromOn: day('2026-11-24'),
      untilOn: day('2026-11-25'),
    })
    const at = (instant: string, register: Register) => pageOf(facts.slug, register, new Date(instant))
    for (const register of registers) {
      const words = languageOf(register) === 'sq' ? text.textSq : text.textEn
      // The first and the last minute of the two days in Albania, and those around them.
      expect(await at('2026-11-23T22:59:00Z', register)).not.toContain(words)
      expect(await at('2026-11-23T23:00:00Z', register)).toContain(words)
      expect(await at('2026-11-25T22:59:00Z', register)).toContain(words)
      expect(await at('2026-11-25T23:00:00Z', register)).not.toContain(words)
    }
    const page = plain(await at('2026-11-24T09:00:00Z', 'sq'))
    expect(page).toContain('Nga 24 nëntor 2026 deri më 25 nëntor 2026')
    expect(page.indexOf(text.textSq)).toBeLessThan(page.indexOf('Si të filloni'))
    await database.prisma.notice.delete({ where: { id } })
  })

  test('stand on the page of a municipality, not on its services’', async () => {
    await about({ municipalityCode: 'AL343', kind: 'emergency', fromOn: day('2026-11-01') })
    for (const register of registers) {
      const municipality = await getMunicipality({ slug: 'korce', language: languageOf(register), now })
      if (!municipality) throw new Error('Korçë has no page')
      const services = { items: [], total: 0, counts: {} }
      const page = inRegister(
        register,
        <MunicipalityPage {...{ municipality, services, national: [], seats: [], missing: null }} />,
      )
      expect(page).toContain(languageOf(register) === 'sq' ? text.textSq : text.textEn)
    }
    expect(await pageOf(facts.slug, 'sq')).not.toContain(text.textSq)
  })

  test('stand in an open file while they hold, and those of what is not shown in none', async () => {
    await database.prisma.notice.deleteMany()
    expect((await getDataFile('notices.csv'))?.body).toMatch(
      /^\uFEFFserviceId,municipalityCode,kind,textSq,textEn,from,until\s*$/,
    )
    const long = { fromOn: day('2020-01-01'), untilOn: day('2999-01-01') }
    await about({ municipalityCode: 'AL343', kind: 'emergency', ...long })
    await about({ serviceId: 'invented-facts', kind: 'closure', fromOn: day('2020-01-01') })
    await about({ serviceId: 'invented-facts', kind: 'closure', fromOn: day('2020-01-01'), untilOn: day('2020-01-02') })
    await about({ serviceId: 'invented-facts', kind: 'closure', fromOn: day('2999-01-01') })
    const rows = JSON.parse((await getDataFile('notices.json'))?.body ?? '') as Record<string, unknown>[]
    expect(rows.map(({ serviceId, municipalityCode, until }) => [serviceId, municipalityCode, until])).toEqual(
      expect.arrayContaining([
        [null, 'AL343', '2999-01-01'],
        ['invented-facts', null, null],
      ]),
    )
    expect(rows).toHaveLength(2)
    const { closedOn } = await database.prisma.service.update({
      where: { id: 'invented-facts' },
      data: { closedOn: day('2020-01-01') },
    })
    expect(closedOn).not.toBeNull()
    expect(JSON.parse((await getDataFile('notices.json'))?.body ?? '')).toHaveLength(1)
    await database.prisma.service.update({ where: { id: 'invented-facts' }, data: { closedOn: null } })
    await database.prisma.notice.deleteMany()
  })

  test('are published about what is shown, and withdrawn', async () => {
    const form = {
      kind: 'closure',
      sq: 'Mbyllur për pushime.',
      en: 'Closed for holidays.',
      from: '2026-11-24',
    } as const
    const publish = (about: string) => publishNotice(noticeForm.parse({ ...form, about }))
    const published = await publish(`service:${facts.slug}`)
    if (!published.ok) throw new Error(published.error)
    expect(await pageOf(facts.slug, 'sq')).toContain(form.sq)
    expect(await withdrawNotice(published)).toEqual({ ok: true })
    expect(await pageOf(facts.slug, 'sq')).not.toContain(form.sq)
    expect(await withdrawNotice(published)).toEqual({ ok: false, error: 'unknown-notice' })
    for (const about of ['service:nothing', 'municipality:nothing', 'service:korce', `municipality:${facts.slug}`]) {
      expect(await publish(about)).toEqual({ ok: false, error: 'unknown-subject' })
    }
  })

  test.each([
    ['no subject', { about: 'korce' }],
    ['another subject', { about: 'county:korce' }],
    ['a slug that is none', { about: 'service:../x' }],
    ['another kind', { kind: 'party' }],
    ['no words', { sq: '  ' }],
    ['words in one language', { en: undefined }],
    ['more words than anybody reads', { en: 'x'.repeat(501) }],
    ['a day that is none', { from: '2026-02-30' }],
    ['an end before the beginning', { until: '2026-11-23' }],
    ['something else', { phone: '112' }],
  ])('are refused with %s', (_, fault) => {
    const form = { about: 'service:x', kind: 'closure', sq: 'Mbyllur.', en: 'Closed.', from: '2026-11-24' }
    expect(noticeForm.safeParse(form).success).toBe(true)
    expect(noticeForm.safeParse({ ...form, ...fault }).success).toBe(false)
  })

  test('outlive a load of changed files, unless their subject is gone', async () => {
    await database.prisma.notice.deleteMany()
    await about({ municipalityCode: 'AL343', kind: 'change', fromOn: day('2026-11-01') })
    await about({ serviceId: 'KS068', kind: 'change', fromOn: day('2026-11-01') })
    await about({ serviceId: 'KS001', kind: 'change', fromOn: day('2026-11-01') })
    const seed = loadSeedFiles()
    const services = seed.services.filter(({ id }) => id !== 'KS001')
    await seedRealRecords(database.prisma, { ...seed, services, digest: 'without KS001' })
    const kept = await database.prisma.notice.findMany({ select: { serviceId: true, municipalityCode: true } })
    expect(kept).toHaveLength(2)
    expect(kept).toContainEqual({ serviceId: 'KS068', municipalityCode: null })
  })
})

/** The words of a page as a reader sees them, with a space wherever a tag was. */
function plain(markup: string): string {
  return textOf(readMarkup(markup.replaceAll('<', ' <')))
}
