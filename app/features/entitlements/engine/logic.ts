/**
 * Kleene's strong logic of three values. As numbers in their order, no < unknown < yes, "and" is the least and "or" the
 * greatest of the values. What is unknown is never taken for "no".
 */
export type Truth = 0 | 1 | 2
export const no = 0
export const unknown = 1
export const yes = 2

/** The truth of a fact that may be unknown. */
export function truth(value: boolean | null | undefined): Truth {
  if (value === null || value === undefined) return unknown
  return value ? yes : no
}

export function not(value: Truth): Truth {
  return (2 - value) as Truth
}

/** Whether at least `count` of the values are so; of no values, none is. */
export function atLeast(count: number, values: readonly Truth[]): Truth {
  let [certain, possible] = [0, 0]
  for (const value of values) {
    if (value === yes) certain += 1
    if (value !== no) possible += 1
  }
  if (certain >= count) return yes
  return possible >= count ? unknown : no
}

export function all(values: readonly Truth[]): Truth {
  return atLeast(values.length, values)
}

export function any(values: readonly Truth[]): Truth {
  return atLeast(1, values)
}

/** Whether a value is not under one limit and not over another; each of the three may be unknown. */
export function between<T extends number | string>(value: T | null, low: T | null, high: T | null): Truth {
  return all([truth(isOrdered(low, value)), truth(isOrdered(value, high))])
}

function isOrdered<T extends number | string>(a: T | null, b: T | null): boolean | null {
  return a === null || b === null ? null : a <= b
}
