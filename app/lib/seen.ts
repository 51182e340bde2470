/** A date as exact as its source gives it. `on` is an ISO date; parts finer than the precision carry no meaning. */
export type SeenDate = { on: string; precision: 'day' | 'month' | 'year' } | null
