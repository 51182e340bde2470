/** Which municipalities have a record of a kind, and for a group of people. Pure. */

/** A record that is shown, in one municipality. */
export type Known = { municipalityCode: string; type: string; groups: readonly string[]; checkedOn: string | null }
/** What is looked for; null: any. */
export type Sought = { type: string | null; group: string | null }

const fits = ({ type, groups }: Known, sought: Sought): boolean =>
  (sought.type === null || type === sought.type) && (sought.group === null || groups.includes(sought.group))

/** The municipalities, of those given and in their order, of which no record fits. */
export function withoutRecord(municipalities: readonly string[], known: readonly Known[], sought: Sought): string[] {
  const having = new Set(known.filter((record) => fits(record, sought)).map(({ municipalityCode }) => municipalityCode))
  return municipalities.filter((code) => !having.has(code))
}

/** Of one municipality: how many records, how many of them checked on or after a day, and the day of the oldest check. */
export function recordsOf(code: string, known: readonly Known[], since: string) {
  const own = known.filter(({ municipalityCode }) => municipalityCode === code)
  const checks = own.flatMap(({ checkedOn }) => checkedOn ?? []).sort()
  return {
    records: own.length,
    checked: checks.filter((day) => day >= since).length,
    oldestCheck: checks.length === own.length ? (checks[0] ?? null) : null,
  }
}
