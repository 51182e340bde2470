import { afterEach, expect, vi } from 'vitest'

/** What the console calls an error is a failed test. */
const spy = vi.spyOn(console, 'error')
afterEach(() => {
  const calls = spy.mock.calls
  spy.mockClear()
  expect(calls, 'console.error was called').toEqual([])
})
