type Pair = { sq: string; en: string }

export const nameColumns = (name: Pair) => ({ nameSq: name.sq, nameEn: name.en })
export const hoursColumns = (hours?: Pair) => ({ hoursSq: hours?.sq, hoursEn: hours?.en })
export const addressColumns = (address?: Pair) => ({ addressSq: address?.sq, addressEn: address?.en })

export function provenanceColumns(seen: string | null, source: { title: string; url?: string }) {
  return { ...seenColumns(seen), sourceTitle: source.title, sourceUrl: source.url }
}

/** A month or a year is kept as its first day; the precision says how much of the date the source said. */
export function seenColumns(seen: string | null) {
  if (seen === null) return { seenOn: null, seenPrecision: 'undated' as const }
  const precisions = { 4: 'year', 7: 'month', 10: 'day' } as const
  return { seenOn: new Date(seen), seenPrecision: precisions[seen.length as keyof typeof precisions] }
}
