import { describe, expect, test } from 'vitest'
import { recordsOf, withoutRecord, type Known } from '../../../app/features/national/gaps'

const places = ['A', 'B', 'C']
const record = (municipalityCode: string, type: string, groups: string[], checkedOn: string | null = null): Known => ({
  municipalityCode,
  type,
  groups,
  checkedOn,
})
const known = [
  record('A', 'day_centre', ['children', 'disability'], '2026-03-01'),
  record('A', 'home_help', ['elderly'], '2024-01-01'),
  record('B', 'home_help', ['children']),
]

describe('municipalities without a record', () => {
  test.each([
    [{ type: null, group: null }, ['C']],
    [{ type: 'day_centre', group: null }, ['B', 'C']],
    [{ type: 'home_help', group: null }, ['C']],
    [{ type: null, group: 'children' }, ['C']],
    // The kind and the group must be those of one record.
    [{ type: 'home_help', group: 'children' }, ['A', 'C']],
    [{ type: 'nothing', group: null }, places],
  ])('%j', (sought, without) => expect(withoutRecord(places, known, sought)).toEqual(without))

  test('stand in the order given, and records elsewhere add none', () => {
    expect(withoutRecord(['C', 'B'], [record('Z', 'x', [])], { type: 'x', group: null })).toEqual(['C', 'B'])
  })
})

describe('records of a municipality', () => {
  test('are counted with those checked since a day, that day included', () => {
    expect(recordsOf('A', known, '2026-03-01')).toEqual({ records: 2, checked: 1, oldestCheck: '2024-01-01' })
    expect(recordsOf('A', known, '2026-03-02').checked).toBe(0)
  })

  test('have no oldest check while one was never checked, or there is none', () => {
    expect(recordsOf('B', known, '2026-01-01')).toEqual({ records: 1, checked: 0, oldestCheck: null })
    expect(recordsOf('C', known, '2026-01-01')).toEqual({ records: 0, checked: 0, oldestCheck: null })
  })
})
