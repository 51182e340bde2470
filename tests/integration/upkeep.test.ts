import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { searchServices } from '../../app/features/directory/search.server'
import { rebuildAll } from '../../app/features/mapping/layers.server'
import {
  addService,
  closeService,
  confirmService,
  correctService,
  endNotice,
  pauseService,
  undoCorrection,
} from '../../app/features/upkeep/commands.server'
import type { Fields } from '../../app/features/upkeep/fields'
import { findChoices, findKept, findKeptServices } from '../../app/features/upkeep/queries.server'
import type { Viewer } from '../../app/lib/staff'
import { openDatabase, type Database } from '../../app/server/db.server'
import { migrate } from '../../app/server/migrate.server'
import { seedRealRecords } from '../../prisma/seed/index'
import { layOver } from '../support/mapping'
import { startPostgres } from '../support/postgres'
import { openTestDatabase } from '../support/test-database'
import { addStaff, homes, places, useDatabase } from '../support/voice'

const now = new Date('2026-11-20T10:00:00Z')
const today = '2026-11-20'
const search = (query: string) =>
  searchServices({ query, municipality: 'korce', nextDoor: false, language: 'sq', page: 1, pageSize: 20, today })

/** The real records, in an embedded home or a server's. */
async function openRealHome(kind: (typeof homes)[number]) {
  if (kind === 'embedded') {
    const database = await openTestDatabase('real')
    useDatabase(database)
    return { database, close: database.close }
  }
  const postgres = await startPostgres()
  const database = await openDatabase({ url: postgres.url })
  await migrate(database)
  await seedRealRecords(database.prisma)
  useDatabase(database)
  return { database, close: () => database.close().then(postgres.stop) }
}

describe.each(homes)('the directory is kept by its municipality, %s', (kind) => {
  let home: { database: Database; close: () => Promise<void> }
  let db: Database['prisma']
  let officer: Viewer
  let stranger: Viewer
  /** A service of Korçë with a place, and what its form shows. */
  let serviceId: string

  beforeAll(async () => {
    home = await openRealHome(kind)
    db = home.database.prisma
    officer = await addStaff(db, 'officer', places.korce)
    stranger = await addStaff(db, 'officer', places.tirane)
    const service = await db.service.findFirstOrThrow({
      where: { visibility: 'public', municipalityCode: places.korce, mergedIntoId: null, closedOn: null, phone: null },
      orderBy: { id: 'asc' },
    })
    serviceId = service.id
  }, 120_000)
  afterAll(() => home?.close())

  const asked = (viewer = officer, id = serviceId) => ({ serviceId: id, viewer, now })
  const read = () =>
    db.service.findUniqueOrThrow({ where: { id: serviceId }, include: { access: true, sources: true } })
  const opened = async () => {
    const kept = await findKept(officer, serviceId)
    if (!kept) throw new Error('not kept')
    return kept
  }
  const correct = async (changes: Fields, version?: number) => {
    const kept = await opened()
    const fields = { ...kept.fields, ...changes }
    return correctService(db, asked(), { fields, version: version ?? kept.version, choices: await findChoices() })
  }
  const lines = async () =>
    (await db.auditEntry.findMany({ where: { subject: `service:${serviceId}` }, orderBy: { id: 'asc' } })).map(
      ({ detail }) => detail,
    )

  test('a form that was opened and saved unchanged says only that the record is true', async () => {
    const before = await read()
    expect(await correct({})).toEqual({ ok: true })
    const { checkedOn, ...after } = await read()
    expect({ ...after, checkedOn: null }).toEqual(before)
    expect(checkedOn).toEqual(new Date(today))
    expect((await opened()).corrections[0]).toMatchObject({
      about: [],
      kind: 'local',
      who: expect.any(String) as string,
    })
  })

  test('each part is laid over the sources, with the municipality as its source, and every page shows it', async () => {
    const result = await correct({
      phone: '082/ 123 45',
      'day-1': '8-12, 13.00–16:30',
      'day-2': '8-16',
      holidays: 'closed',
      cost: 'paid',
      lek: '1 500',
      'access-ramp': 'yes',
      'access-lift': 'no',
      documentsSq: 'Karta e identitetit\n\nRaporti mjekësor',
      'language-sq': '1',
      capacity: '25',
      addressSq: 'Adresë e shpikur',
    })
    expect(result).toEqual({ ok: true })
    const after = await read()
    expect(after).toMatchObject({
      phone: '082 123 45',
      isFree: false,
      costLek: 1500,
      costOn: new Date('2026-11-01'),
      documentsSq: ['Karta e identitetit', 'Raporti mjekësor'],
      capacity: 25,
      addressSq: 'Adresë e shpikur',
      addressEn: 'Adresë e shpikur',
      hours: {
        holidays: 'closed',
        periods: [
          {
            week: [
              { days: [1], from: '08:00', to: '12:00' },
              { days: [1], from: '13:00', to: '16:30' },
              { days: [2], from: '08:00', to: '16:00' },
            ],
          },
        ],
      },
    })
    expect(after.access).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ feature: 'ramp', answer: true }),
        expect.objectContaining({ feature: 'lift', answer: false }),
      ]),
    )
    expect(after.sources.map(({ title }) => title)).toContain('Bashkia Korçë')
    const { corrections } = await opened()
    expect(corrections[0]?.about).toEqual([
      'phone',
      'hours',
      'address',
      'cost',
      'access',
      'documents',
      'languages',
      'capacity',
    ])
  })

  test('what is wrong is named by its field, and nothing is kept of it', async () => {
    const before = await read()
    const result = await correct({ phone: 'abc', 'day-1': '9-25', lek: '-3', cost: 'paid', ageFrom: '9', ageTo: '3' })
    expect(result).toEqual({
      ok: false,
      error: 'faults',
      faults: { phone: 'notPhone', 'day-1': 'notTimes', lek: 'notNumber', ageFrom: 'ages' },
    })
    expect(await read()).toEqual(before)
  })

  test('a form that was opened before somebody else saved is not written over the newer one', async () => {
    const { version } = await opened()
    expect(await correct({ phone: '082 999' }, version)).toEqual({ ok: true })
    expect(await correct({ phone: '082 111' }, version)).toMatchObject({ faults: { form: 'changed' } })
    expect((await read()).phone).toBe('082 999')
  })

  test('two who save at once: one is kept, the other is told', async () => {
    const { version, fields } = await opened()
    const choices = await findChoices()
    const both = await Promise.all(
      ['082 001', '082 002'].map((phone) =>
        correctService(db, asked(), { fields: { ...fields, phone }, version, choices }),
      ),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('any correction is taken back once; the values under it hold again', async () => {
    const { corrections } = await opened()
    const [newest, second] = corrections.filter(({ about }) => about.includes('phone'))
    expect(await undoCorrection(db, asked(), newest?.id ?? 0)).toEqual({ ok: true })
    expect(await undoCorrection(db, asked(), newest?.id ?? 0)).toMatchObject({ faults: { form: 'settled' } })
    expect((await read()).phone).toBe('082 999')
    expect(await undoCorrection(db, asked(), second?.id ?? 0)).toEqual({ ok: true })
    expect((await read()).phone).toBe('082 123 45')
    const base = await db.serviceLayer.findFirstOrThrow({ where: { serviceId, kind: 'base' } })
    expect(await undoCorrection(db, asked(), base.id)).toMatchObject({ ok: false })
  })

  test('a closed service leaves every list, is kept here, and comes back', async () => {
    const name = (await read()).nameSq
    const isFound = async () => {
      const { items } = await search(name)
      return items.some((item) => item.name === name)
    }
    expect(await isFound()).toBe(true)
    expect(await closeService(db, asked(), true)).toEqual({ ok: true })
    expect(await closeService(db, asked(), true)).toMatchObject({ faults: { form: 'settled' } })
    expect(await isFound()).toBe(false)
    expect((await opened()).closedOn).toBe(today)
    expect((await findKeptServices(officer, 1)).rows.at(-1)).toMatchObject({ id: serviceId, closedOn: today })
    expect(await closeService(db, asked(), false)).toEqual({ ok: true })
    expect(await isFound()).toBe(true)
  })

  test('a time in which it is closed stands on its page until it is taken away', async () => {
    const pause = { sq: 'Mbyllet për punime', en: '', from: '2026-11-20', until: '2026-11-30' }
    expect(await pauseService(db, asked(), pause)).toEqual({ ok: true })
    const [notice] = (await opened()).notices
    expect(notice).toMatchObject({ kind: 'closure', text: pause.sq, from: pause.from, until: pause.until })
    expect(await endNotice(db, asked(stranger), notice?.id ?? '')).toMatchObject({ error: 'not-yours' })
    expect(await endNotice(db, asked(), notice?.id ?? '')).toEqual({ ok: true })
    expect(await endNotice(db, asked(), notice?.id ?? '')).toMatchObject({ faults: { form: 'settled' } })
  })

  test('the oldest check comes first, and what is confirmed goes to the end', async () => {
    const first = (await findKeptServices(officer, 1)).rows[0]
    expect(first?.checkedOn).toBeNull()
    const { total, checked } = await findKeptServices(officer, 1)
    expect(await confirmService(db, asked(officer, first?.id ?? ''))).toEqual({ ok: true })
    const after = await findKeptServices(officer, 1)
    expect(after.rows[0]?.id).not.toBe(first?.id)
    expect(after).toMatchObject({ total, checked: checked + 1 })
  })

  test('a service is added with what is known, found, and corrected like any other', async () => {
    const choices = await findChoices()
    const fields = {
      nameSq: 'Qendra e shpikur e provës',
      providerSq: 'Drejtues i shpikur',
      providerKind: 'ngo',
      type: 'community_day',
      'group-children': '1',
      accessMode: 'direct',
      place: 'shown',
      addressSq: 'Rrugë e shpikur',
    }
    const added = await addService(db, { viewer: officer, now }, { fields, choices, isAnother: false })
    if (!added.ok) throw new Error(JSON.stringify(added))
    const again = await addService(db, { viewer: officer, now }, { fields, choices, isAnother: false })
    expect(again).toMatchObject({ faults: { nameSq: 'double' } })
    const other = await addService(db, { viewer: officer, now }, { fields, choices, isAnother: true })
    expect(other.ok).toBe(true)
    const { items } = await search('shpikur provës')
    expect(items).toHaveLength(2)
    const kept = await findKept(officer, added.serviceId)
    expect(kept?.corrections).toMatchObject([{ kind: 'added' }])
    await rebuildAll(db) // as after every load of the records
    expect(await findKept(officer, added.serviceId)).toMatchObject({ name: fields.nameSq, closedOn: null })
    expect(await closeService(db, asked(officer, added.serviceId), true)).toEqual({ ok: true })
  })

  test('a new record that lacks what every record has is refused, and so is a refuge', async () => {
    const choices = await findChoices()
    const add = (fields: Fields) => addService(db, { viewer: officer, now }, { fields, choices, isAnother: false })
    expect(await add({})).toMatchObject({
      faults: {
        nameSq: 'missing',
        providerSq: 'missing',
        providerKind: 'missing',
        type: 'missing',
        groups: 'missing',
        accessMode: 'missing',
        place: 'missing',
      },
    })
    const whole = { providerSq: 'X', providerKind: 'ngo', accessMode: 'direct', 'group-women': '1', place: 'shown' }
    for (const refuge of [
      { nameSq: 'Strehë për viktimat e dhunës', type: 'specialised' },
      { nameSq: 'Shelter for survivors', type: 'shelter_homeless' },
      { nameSq: 'Banesë', type: 'shelter_homeless', place: 'hidden' },
    ]) {
      expect(await add({ ...whole, ...refuge }), refuge.nameSq).toMatchObject({ faults: { nameSq: 'refuge' } })
    }
    expect(await add({ ...whole, nameSq: 'X', type: 'emergency_72h' })).toMatchObject({ faults: { type: 'missing' } })
    expect(
      await add({ ...whole, nameSq: 'X', type: 'counselling', 'group-women_violence': '1', 'group-women': '' }),
    ).toMatchObject({ faults: { groups: 'missing' } })
  })

  test('another municipality, a protected record and a double do not exist here', async () => {
    const count = () => db.serviceLayer.count({ where: { serviceId } })
    const before = await count()
    const choices = await findChoices()
    const others = [
      confirmService(db, asked(stranger)),
      correctService(db, asked(stranger), { fields: { phone: '1' }, version: 0, choices }),
      undoCorrection(db, asked(stranger), 1),
      closeService(db, asked(stranger), true),
      pauseService(db, asked(stranger), { sq: 'x', en: '', from: today, until: null }),
    ]
    for (const refused of await Promise.all(others)) expect(refused).toEqual({ ok: false, error: 'not-yours' })
    expect(await count()).toBe(before)
    expect(await findKept(stranger, serviceId)).toBeNull()
    const national = await addStaff(db, 'national', null)
    expect(await findKept(national, serviceId)).toBeNull()
    expect((await findKeptServices(national, 1)).rows).toEqual([])
    await layOver(db, serviceId, { visibility: 'protected' }, now)
    expect(await findKept(officer, serviceId)).toBeNull()
    expect(await confirmService(db, asked())).toEqual({ ok: false, error: 'not-yours' })
  })

  test('every change is in the audit', async () => {
    expect(await lines()).toEqual([
      'corrected',
      'corrected',
      'corrected',
      'corrected',
      'undone',
      'undone',
      'closed',
      'opened',
      'paused',
      'notice-ended',
    ])
  })
})
