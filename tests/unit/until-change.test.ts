import { afterEach, beforeEach, expect, test } from 'vitest'
import { untilChange, valuesKept } from '../../app/server/until-change.server'

let read: number
const number = () => untilChange('number', () => Promise.resolve(++read))

beforeEach(() => {
  read = 0
  valuesKept.turn(true)
})
afterEach(() => valuesKept.turn(false))

test('a value is read once, until something changes', async () => {
  expect([await number(), await number()]).toEqual([1, 1])
  valuesKept.empty()
  expect([await number(), await number()]).toEqual([2, 2])
})

test('two who ask at once share one reading', async () => {
  expect(await Promise.all([number(), number()])).toEqual([1, 1])
})

test('what was being read when something changed is not kept', async () => {
  let finish = (_: string) => {}
  const slow = untilChange('slow', () => new Promise<string>((done) => (finish = done)))
  valuesKept.empty()
  finish('old')
  expect(await slow).toBe('old')
  expect(await untilChange('slow', () => Promise.resolve('new'))).toBe('new')
})

test('nothing is kept while nobody can tell of changes, nor from before that', async () => {
  await number()
  valuesKept.turn(false)
  expect([await number(), await number()]).toEqual([2, 3])
  valuesKept.turn(true)
  expect(await number()).toBe(4)
})

test('a reading that fails is told to who asked, and tried again', async () => {
  await expect(untilChange('lost', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  expect(await untilChange('lost', () => Promise.resolve('found'))).toBe('found')
})

test('other names are other values', async () => {
  await number()
  expect(await untilChange('other', () => Promise.resolve('x'))).toBe('x')
})

test('what was not asked for in a long time makes room', async () => {
  await number()
  for (let other = 0; other < 1_000; other++) await untilChange(`other ${other}`, () => Promise.resolve(other))
  const before = read
  await number()
  expect(read).toBe(before + 1)
})
