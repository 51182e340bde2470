import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accessFeatures } from '../../../app/features/directory/facts'
import { hoursSchema } from '../../../app/features/directory/schema'
import { hiddenGroups, type ServiceValues } from '../../../app/features/mapping/rules'
import { accessModes, partNames, providerKinds } from '../../../app/features/upkeep/fields'
import {
  lackingParts,
  offeredGroups,
  partsInOrder,
  partsSaid,
  readChanges,
  readNew,
  toFields,
} from '../../../app/features/upkeep/rules'
import { serviceColumns } from '../../../prisma/seed/columns'
import { loadSeedFiles } from '../../../prisma/seed/index'

const reading = {
  types: ['community_day', 'counselling', 'specialised', 'shelter_homeless', 'home_based'],
  groups: ['children', 'women', 'elderly', 'roma_egyptian'],
  today: '2026-11-20',
}
const record: ServiceValues = {
  name: { sq: 'Qendra e provës', en: 'Test centre' },
  provider: { sq: 'Bashkia', en: 'Municipality' },
  providerKind: 'public',
  type: 'community_day',
  groups: ['children'],
  visibility: 'public',
  accessMode: 'municipality',
  certainty: 'high',
  hours: { sq: 'E hënë–e premte 8–16', en: 'Monday–Friday 8–16' },
  openingHours: { holidays: 'unknown', periods: [{ week: [{ days: [1, 2], from: '08:00', to: '16:00' }] }] },
  address: { sq: 'Rruga e provës', en: 'Test Street', precision: 'address' },
  position: { lat: 41, lon: 20 },
}

function changed(fields: Record<string, string>, before: ServiceValues = record) {
  const read = readChanges(before, { ...toFields(before, reading), ...fields }, reading)
  return 'faults' in read ? read.faults : read.values
}
const fresh = (fields: Record<string, string>) => {
  const whole = {
    nameSq: 'Qendra e provës',
    providerSq: 'Bashkia',
    providerKind: 'public',
    type: 'community_day',
    'group-children': '1',
    accessMode: 'direct',
    place: 'shown',
  }
  const read = readNew({ ...whole, ...fields }, reading)
  return 'faults' in read ? read.faults : read.values
}

describe('what was not touched says nothing', () => {
  test('no real record is changed by saving its form as it stands', () => {
    const groups = [...new Set(loadSeedFiles().services.flatMap((service) => service.groups))]
    const choices = { ...reading, types: [...new Set(loadSeedFiles().services.map(({ type }) => type))] }
    for (const { id: _id, ...values } of loadSeedFiles().services) {
      const offered = { ...choices, groups: offeredGroups(groups) }
      expect(readChanges(values, toFields(values, offered), offered)).toEqual({ values: {} })
    }
  })

  test('a browser’s line ends and blanks around a text are no change', () => {
    const before = { ...record, documents: ['a', 'b'].map((name) => ({ sq: name, en: name })) }
    expect(changed({ documentsSq: ' a\r\nb ', phone: '  ' }, before)).toEqual({})
  })

  test('an old value that today’s rules refuse blocks nobody who corrects another', () => {
    const before = { ...record, phone: '04 222; 04 333' }
    expect(changed({ capacity: '12' }, before)).toEqual({ capacity: { places: 12, on: '2026-11' } })
    expect(changed({ phone: '04 222; 04 334' }, before)).toEqual({ phone: 'notPhone' })
  })

  test('groups that the form does not offer stay', () => {
    const before = { ...record, groups: ['children', 'women_violence'], visibility: 'no_place' as const }
    expect(changed({ 'group-women': '1' }, before)).toEqual({ groups: ['children', 'women', 'women_violence'] })
  })
})

describe('what was changed is read', () => {
  test.each([
    [{ phone: '(082) 22-33' }, { phone: '082 22 33' }],
    [{ cost: 'free' }, { isFree: true, cost: null }],
    [
      { cost: 'free', lek: '5' },
      { isFree: true, cost: null },
    ],
    [{ cost: 'paid' }, { isFree: false, cost: null }],
    [{ lek: '1.200' }, { isFree: false, cost: { lek: 1200, on: '2026-11' } }],
    [{ lek: '12,5' }, { lek: 'notNumber' }],
    [
      { ageFrom: '0', ageTo: '18' },
      { ageFrom: 0, ageTo: 18 },
    ],
    [{ ageFrom: '18' }, { ageFrom: 18, ageTo: null }],
    [{ ageFrom: '121' }, { ageFrom: 'notAge' }],
    [{ ageTo: '-1' }, { ageTo: 'notAge' }],
    [{ ageFrom: '9', ageTo: '8' }, { ageFrom: 'ages' }],
    [{ capacity: '0' }, { capacity: { places: 0, on: '2026-11' } }],
    [{ capacity: 'shumë' }, { capacity: 'notNumber' }],
    [{ 'access-ramp': 'yes', 'access-lift': 'no' }, { access: { ramp: true, lift: false } }],
    [{ 'access-ramp': 'perhaps' }, { access: {} }],
    [{ 'language-rom': '1' }, { languages: ['rom'] }],
    [
      { documentsSq: 'a\n\n b' },
      {
        documents: [
          { sq: 'a', en: 'a' },
          { sq: 'b', en: 'b' },
        ],
      },
    ],
    [{ documentsSq: 'a', documentsEn: 'x' }, { documents: [{ sq: 'a', en: 'x' }] }],
    [{ documentsSq: 'a\nb', documentsEn: 'x' }, { documentsEn: 'lines' }],
    [{ documentsSq: 'a'.repeat(201) }, { documentsSq: 'tooLong' }],
    [{ nameSq: '' }, { nameSq: 'missing' }],
    [{ nameSq: 'a'.repeat(201) }, { nameSq: 'tooLong' }],
    [{ providerEn: 'a'.repeat(201) }, { providerEn: 'tooLong' }],
    [{ providerKind: 'other' }, { providerKind: 'missing' }],
    [{ type: 'emergency_72h' }, { type: 'missing' }],
    [{ accessMode: 'phone' }, { phone: 'phoneNeeded' }],
    [
      { accessMode: 'phone', phone: '123' },
      { accessMode: 'phone', phone: '123' },
    ],
    [{ accessMode: '' }, { accessMode: 'missing' }],
    [{ 'group-children': '' }, { groups: 'missing' }],
  ])('%o', (fields, expected) => expect(changed(fields as unknown as Record<string, string>)).toEqual(expected))

  test('what no keyboard types becomes a space', () =>
    expect(changed({ nameSq: 'Qendra\u0000\u202Ee re' })).toEqual({
      name: { sq: 'Qendra e re', en: 'Qendra e re' },
    }))
})

describe('two languages of one text', () => {
  test('an English text that was left beside a changed Albanian one goes', () =>
    expect(changed({ addressSq: 'Rrugë tjetër' })).toMatchObject({
      address: { sq: 'Rrugë tjetër', en: 'Rrugë tjetër' },
    }))
  test('a new English text stays with it', () =>
    expect(changed({ addressSq: 'Rrugë tjetër', addressEn: 'Other' })).toMatchObject({
      address: { sq: 'Rrugë tjetër', en: 'Other', precision: 'address' },
      position: null,
    }))
  test('English alone can be corrected, and emptied', () => {
    expect(changed({ nameEn: 'Trial centre' })).toEqual({ name: { sq: 'Qendra e provës', en: 'Trial centre' } })
    expect(changed({ nameEn: '' })).toEqual({ name: { sq: 'Qendra e provës', en: 'Qendra e provës' } })
  })
  test('English without Albanian is refused', () =>
    expect(changed({ addressSq: '', addressEn: 'Other' })).toEqual({ addressSq: 'missing' }))
  test('a place that is taken away goes with its position', () =>
    expect(changed({ addressSq: '', addressEn: '' })).toEqual({ address: null, position: null }))
})

describe('hours', () => {
  test('new days take the place of the old words', () =>
    expect(changed({ 'day-3': '9-12' })).toMatchObject({
      hours: null,
      openingHours: { periods: [{ week: { length: 3 } }] },
    }))
  test('new words take the place of the old days', () =>
    expect(changed({ hoursSq: 'Me takim' })).toEqual({
      hours: { sq: 'Me takim', en: 'Me takim' },
      openingHours: null,
    }))
  test('both at once are both kept', () =>
    expect(changed({ hoursSq: 'Me takim', 'day-1': '9-10', 'day-2': '' })).toMatchObject({
      hours: { sq: 'Me takim' },
      openingHours: { periods: [{ week: [{ days: [1], from: '09:00', to: '10:00' }] }] },
    }))
  test('hours by season have no form here, and stay', () => {
    const [period] = record.openingHours?.periods ?? []
    const before = {
      ...record,
      openingHours: { holidays: 'open' as const, periods: [{ ...period!, validFrom: '2026-06-01' }] },
    }
    expect(toFields(before, reading)['day-1']).toBeUndefined()
    expect(changed({ phone: '123' }, before)).toEqual({ phone: '123' })
  })
  test.each(['8', '8-', '25-26', '8-7', '8-8', '8-12, 11-13', '9-10, 8-9', '8:60-9', '8-12 13-16', 'x', '8-24:01'])(
    'are no times: %s',
    (text) => expect(changed({ 'day-1': text })).toEqual({ 'day-1': 'notTimes' }),
  )
  test('whatever is taken can be reckoned with, and stands in the form again', () => {
    const hour = fc.integer({ min: 0, max: 23 })
    const day = fc.uniqueArray(hour, { minLength: 0, maxLength: 4 }).map((hours) => {
      const sorted = hours.sort((a, b) => a - b)
      return sorted
        .flatMap((from, index) => (index % 2 === 0 && sorted[index + 1] ? [`${from}-${sorted[index + 1]}`] : []))
        .join(', ')
    })
    fc.assert(
      fc.property(fc.tuple(day, day, day, day, day, day, day), (days) => {
        const fields = Object.fromEntries(days.map((text, index) => [`day-${index + 1}`, text]))
        const values = changed({ ...fields, hoursSq: '', hoursEn: '' }) as ServiceValues
        const { openingHours } = values
        if (openingHours) expect(hoursSchema.safeParse(openingHours).success).toBe(true)
        const after = { ...record, ...values }
        expect(changed({}, after)).toEqual({})
      }),
    )
  })
})

describe('nothing is shown that was hidden', () => {
  test.each([
    { nameSq: 'Strehë për viktimat e dhunës' },
    { nameSq: 'Qendra për të mbijetuarat' },
    { nameEn: 'Shelter for survivors of trafficking' },
  ])('a name that speaks of a refuge is refused: %o', (fields) =>
    expect(changed(fields as unknown as Record<string, string>)).toEqual({ nameSq: 'refuge' }),
  )

  test('a place may be hidden, and its address goes with it', () => {
    const values = changed({ place: 'hidden', addressSq: 'Rrugë e re' })
    expect(values).toEqual({ visibility: 'no_place' })
  })
  test('a hidden place is not shown again, whatever is posted', () => {
    const before: ServiceValues = { ...record, visibility: 'no_place', address: null, position: null }
    expect(changed({ place: 'shown', addressSq: 'Rrugë e re' }, before)).toEqual({})
    expect(partsInOrder(before).known).not.toContain('address')
    expect(partsInOrder(before).known).not.toContain('place')
  })
  test('help that comes home is a service without a place', () =>
    expect(changed({ type: 'home_based' })).toEqual({ type: 'home_based', visibility: 'no_place' }))
  test('no form offers the groups that no page shows', () =>
    expect(offeredGroups([...hiddenGroups, 'children'])).toEqual(['children']))

  test('whatever is posted over a hidden place, it stays hidden', () => {
    const before: ServiceValues = { ...record, visibility: 'no_place', address: null, position: null }
    const names = Object.keys({ ...toFields(record, reading), 'group-women': '', 'access-ramp': '' })
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.string()), (fields) => {
        const read = readChanges(before, { ...toFields(before, reading), ...fields }, reading)
        if ('faults' in read) return
        expect({ visibility: 'no_place', ...read.values }).toMatchObject({ visibility: 'no_place' })
        expect(read.values.address ?? null).toBeNull()
      }),
    )
  })
})

describe('a new record', () => {
  test('has what every record has', () => {
    expect(fresh({})).toMatchObject({ name: { sq: 'Qendra e provës' }, visibility: 'public', groups: ['children'] })
    expect(() => serviceColumns({ ...fresh({}), certainty: 'high' } as ServiceValues, {})).not.toThrow()
  })
  test.each(['nameSq', 'providerSq', 'providerKind', 'type', 'accessMode', 'place'])('needs its %s', (field) =>
    expect(fresh({ [field]: '' })).toMatchObject({ [field]: 'missing' }),
  )
  test('that is hidden has no address', () =>
    expect(fresh({ place: 'hidden', addressSq: 'Rruga' })).not.toHaveProperty('address'))
  test('may not be a refuge', () => {
    expect(fresh({ nameSq: 'Strehë për dhunën' })).toEqual({ nameSq: 'refuge' })
    expect(fresh({ type: 'shelter_homeless', 'group-children': '', 'group-women': '1', place: 'hidden' })).toEqual({
      nameSq: 'refuge',
    })
  })
})

describe('what is lacking comes first', () => {
  test('in the order in which people miss it', () => {
    expect(lackingParts(record)).toEqual(['phone', 'cost', 'access', 'ages', 'documents', 'languages', 'capacity'])
    expect(lackingParts({ ...record, isFree: false })).not.toContain('cost')
    expect(lackingParts({ ...record, ageTo: 0 })).not.toContain('ages')
  })
  test('every part stands in the form once', () => {
    const { lacking, known } = partsInOrder(record)
    expect([...lacking, ...known].sort()).toEqual([...partNames].sort())
  })
})

test('a correction says which parts it is about', () => {
  expect(partsSaid({ checkedOn: '2026-11-20' })).toEqual([])
  expect(partsSaid({ phone: null, isFree: true, cost: null, closedOn: null })).toEqual(['phone', 'cost', 'closed'])
})

test('the lists that are offered are those of the directory', () => {
  expect(accessModes).toHaveLength(5)
  expect(providerKinds).toHaveLength(5)
  const fields = toFields({ ...record, access: Object.fromEntries(accessFeatures.map((f) => [f, true])) }, reading)
  expect(accessFeatures.every((feature) => fields[`access-${feature}`] === 'yes')).toBe(true)
})
