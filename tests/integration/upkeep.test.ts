import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmService, undoCorrection } from '../../app/features/upkeep/commands.server'
import type { Database } from '../../app/server/db.server'
import { openTestDatabase } from '../support/test-database'
import { addAccount } from '../support/desk'

const now = new Date('2026-11-20T10:00:00Z')
let database: Database

beforeAll(async () => {
  database = await openTestDatabase('real')
}, 60_000)
afterAll(() => database?.close())

test('a service is kept by its own municipality alone, written down, and undone once', async () => {
  const db = database.prisma
  const service = await db.service.findFirstOrThrow({
    where: { visibility: 'public', municipalityCode: { not: null }, mergedIntoId: null, closedOn: null },
    select: { id: true, phone: true, municipalityCode: true },
  })
  const other = await db.municipality.findFirstOrThrow({ where: { code: { not: service.municipalityCode ?? '' } } })
  const serviceId = service.id
  const read = () =>
    db.service.findUniqueOrThrow({ where: { id: serviceId }, select: { phone: true, checkedOn: true } })
  const stranger = { staffId: (await addAccount(db, 'officer', other.code)).id, municipalityCode: other.code }
  expect(await confirmService(db, { serviceId, viewer: { ...stranger, role: 'officer' }, now })).toBe(false)
  expect((await read()).checkedOn).toBeNull()

  const { id: staffId } = await addAccount(db, 'officer', service.municipalityCode ?? '')
  const asked = {
    serviceId,
    viewer: { staffId, role: 'officer' as const, municipalityCode: service.municipalityCode },
    now,
  }
  expect(await confirmService(db, asked)).toBe(true)
  expect(await confirmService(db, asked, { phone: '000 111' })).toBe(true)
  expect(await read()).toEqual({ phone: '000 111', checkedOn: new Date('2026-11-20') })

  const newest = await db.serviceLayer.findFirstOrThrow({
    where: { serviceId, kind: 'local' },
    orderBy: { id: 'desc' },
  })
  expect(await undoCorrection(db, asked, newest.id)).toBe(true)
  expect(await undoCorrection(db, asked, newest.id)).toBe(false)
  expect(await read()).toEqual({ phone: service.phone, checkedOn: new Date('2026-11-20') })
  const lines = await db.auditEntry.findMany({ where: { subject: `service:${serviceId}` }, orderBy: { id: 'asc' } })
  expect(lines.map(({ detail }) => detail)).toEqual(['checked', 'phone', 'undone'])

  await db.service.update({ where: { id: serviceId }, data: { visibility: 'protected', slug: null, phone: null } })
  expect(await confirmService(db, asked)).toBe(false)
})
