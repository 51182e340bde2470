/**
 * Every condition: which answers meet it, which do not, and with which it stays open. Limits stand with one below, the
 * limit itself and one above. `docs/entitlements/conditions.md` is this table in words.
 */
export type Row = { met: unknown[]; not: unknown[]; open?: unknown[] }

const decision: Row = { met: ['decided'], not: ['no'], open: ['applied', 'not-applied'] }
const isSo: Row = { met: [true], not: [false] }
const survivor: Row = { met: ['order', 'violence', 'trafficking'], not: ['no'] }
/** Born on the day before, on and after the one on which the age is reached on 22 November 2026. */
const reaches = (years: number): Row => {
  const year = 2026 - years
  return {
    met: [years, years + 1, `${year}-11-21`, `${year}-11-22`, `${year - 1}`],
    not: [years - 1, `${year}-11-23`, `${year + 1}`],
    open: [`${year}`, `${year}-11`],
  }
}
const under = (years: number): Row => {
  const { met, not, open } = reaches(years)
  return { met: not, not: met, open }
}
/** Not over a limit; `below`: under it. */
const upTo = (limit: number): Row => ({ met: [0, limit - 1, limit], not: [limit + 1, 900_000_000] })
const below = (limit: number): Row => ({ met: [0, limit - 1], not: [limit, limit + 1] })

/** The day on which the table is true. */
export const today = '2026-11-22'

export const table: Record<string, Row> = {
  'e01-not-excluded': { met: ['home'], not: ['abroad', 'prison', 'care-institution', 'asylum-seeker'] },
  'e01-orphan': decision,
  'e01-survivor': { met: ['order', 'trafficking'], not: ['violence', 'no'] },
  'e01-jobseekers': { met: ['registered', 'nobody-can-work'], not: ['not-registered'] },
  'e02-age': reaches(2),
  'e02-commission': decision,
  'e02-not-work-invalid': { met: [false], not: [true] },
  'e02-abroad': { met: [0, 2, 3, 'for-health'], not: [4, 12] },
  'e03-disability': decision,
  'e03-blind': decision,
  'e03-paralysis': decision,
  'e03-care': decision,
  'e04-commission': decision,
  'e05-commission': decision,
  'e06-newborn': {
    met: ['2026-11-22', '2026-01-01', '2025-11-23', '2025-11-22'],
    not: ['none', '2018-12-31', '2010-05-05'],
    open: ['expected', '2019-01-01', '2019-01-02', '2025-11-21'],
  },
  'e06-parents-in-albania': isSo,
  'e07-age': reaches(70),
  'e07-residence': { met: [5, 6, 70], not: [0, 4] },
  'e07-no-pension': {
    met: ['none', 'social'],
    not: ['old-age', 'old-age-partial', 'rural', 'family', 'invalidity', 'rural-invalidity'],
  },
  'e07-income': below(9953),
  'e08-economic-aid': isSo,
  'e08-blind': decision,
  'e08-paralysis': decision,
  'e08-nobody-works': { met: ['nobody'], not: ['head-for-the-state', 'others'] },
  'e08-head-unable-to-work': isSo,
  'e08-head-disability': decision,
  'e08-head-pension': {
    met: ['old-age', 'invalidity'],
    not: ['none', 'family', 'social'],
    open: ['old-age-partial', 'rural', 'rural-invalidity'],
  },
  'e08-head-for-the-state': { met: ['head-for-the-state'], not: ['nobody', 'others'] },
  'e08-head-pay': below(35000),
  'e08-contract': { met: ['paid'], not: ['debts', 'no-contract'] },
  'e10-housing': { met: ['own-unsafe', 'rent', 'with-others', 'none'], not: ['own'], open: ['own-too-small'] },
  'e10-registered': { met: ['here'], not: [], open: ['elsewhere', 'nowhere'] },
  'e11-disability': decision,
  'e11-blind': decision,
  'e11-paralysis': decision,
  'e11-social-protection': isSo,
  'e11-survivor': survivor,
  'e11-income': below(50_000),
  'e11-property': upTo(36 * 50_000),
  'e12-free-for-all': { met: [1, 8, 9], not: [10, 12, 'none', 'kindergarten', 'university'] },
  'e12-higher-grade': { met: [10, 11, 12], not: [1, 9, 'none', 'kindergarten', 'university'] },
  'e12-orphan': decision,
  'e12-disability': decision,
  'e12-blind': decision,
  'e12-economic-aid': isSo,
  'e12-unemployment-pay': isSo,
  'e12-head-pension': {
    met: ['invalidity', 'rural-invalidity'],
    not: ['none', 'old-age-partial', 'rural', 'family', 'social'],
    open: ['old-age'],
  },
  'e12-roma-egyptian': isSo,
  'e14-work-invalid': isSo,
  'e14-blind': decision,
  'e14-paralysis': decision,
  'e14-disability': decision,
  'e14-vehicle': isSo,
  'e15-economic-aid': isSo,
  'e15-child': under(18),
  'e15-disability': decision,
  'e15-pension': { met: ['old-age', 'family', 'social'], not: ['none'] },
  'e16-pupil': { met: ['kindergarten', 1, 9, 12], not: ['none', 'university'] },
  'e16-disability': { met: ['decided', 'applied', 'not-applied'], not: ['no'] },
  'e17-long-unemployed': { met: ['seeks-long'], not: ['seeks', 'works', 'neither'] },
  'e17-seeks-work': { met: ['seeks'], not: ['seeks-long', 'works', 'neither'] },
  'e17-under-29': under(29),
  'e17-orphan': decision,
  'e17-disability': decision,
  'e17-returned': { met: [0, 23, 24], not: [25, false] },
  'e17-lone-parent': isSo,
  'e17-roma-egyptian': isSo,
  'e19-without-parents': { met: ['decided', 'applied', 'not-applied'], not: ['no'] },
  'e19-age': under(26),
  'e19-not-housed': { met: [false], not: [true] },
  'e20-violence': { met: ['order', 'violence'], not: ['trafficking', 'no'] },
  'e20-trafficking': { met: ['trafficking'], not: ['order', 'violence', 'no'] },
  'e21-child': under(18),
  'e21-disability': { met: ['decided', 'applied', 'not-applied'], not: ['no'] },
  'e21-survivor': survivor,
  'e22-old-age': { met: ['old-age'], not: ['none', 'old-age-partial', 'social'] },
  'e22-old-age-income': upTo(40_000),
  'e22-old-age-partial': { met: ['old-age-partial'], not: ['old-age', 'none'] },
  'e22-old-age-partial-income': upTo(22_000),
  'e22-rural': { met: ['rural'], not: ['rural-invalidity', 'old-age'] },
  'e22-rural-income': upTo(18_000),
  'e22-family': { met: ['family'], not: ['none', 'rural'] },
  'e22-family-income': upTo(18_000),
  'e22-invalidity': { met: ['invalidity', 'rural-invalidity'], not: ['rural', 'none'] },
  'e22-invalidity-income': upTo(30_000),
}
