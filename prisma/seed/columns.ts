import { matchKey, type ServiceValues } from '../../app/features/mapping/rules'

type Pair = { sq: string; en: string }

export const nameColumns = (name: Pair) => ({ nameSq: name.sq, nameEn: name.en })
export const hoursColumns = (hours?: Pair | null) => ({ hoursSq: hours?.sq ?? null, hoursEn: hours?.en ?? null })
export const addressColumns = (address?: Pair | null) => ({
  addressSq: address?.sq ?? null,
  addressEn: address?.en ?? null,
})

export function provenanceColumns(seen: string | null, source: { title: string; url?: string }) {
  return { ...seenColumns(seen), sourceTitle: source.title, sourceUrl: source.url }
}

/** A month or a year is kept as its first day; the precision says how much of the date the source said. */
export function seenColumns(seen: string | null) {
  if (seen === null) return { seenOn: null, seenPrecision: 'undated' as const }
  const precisions = { 4: 'year', 7: 'month', 10: 'day' } as const
  return { seenOn: new Date(seen), seenPrecision: precisions[seen.length as keyof typeof precisions] }
}

/**
 * A service's values as a row of its table. `said` are its values before local corrections: the name that the rows of a
 * mapping will call it by. Throws for a record that lacks what every service has.
 */
export function serviceColumns(values: ServiceValues, said: ServiceValues) {
  const { name, municipality = null, type, visibility, provider, providerKind, certainty, address } = values
  if (!name || !type || !visibility || !provider || !providerKind || !certainty) {
    throw new Error(`A service lacks a name, type, visibility, provider or certainty: ${JSON.stringify(name)}`)
  }
  const { facts = [], documents = [], caution, hours, position, cost, capacity } = values
  return {
    ...nameColumns(name),
    ...hoursColumns(hours),
    ...addressColumns(address),
    ...seenColumns(values.seen ?? null),
    slug: values.slug ?? null,
    municipalityCode: municipality,
    typeCode: type,
    visibility,
    providerSq: provider.sq,
    providerEn: provider.en,
    providerKind,
    accessMode: values.accessMode ?? 'municipality',
    addressPrecision: address?.precision ?? null,
    lat: position?.lat ?? null,
    lon: position?.lon ?? null,
    phone: values.phone ?? null,
    ageFrom: values.ageFrom ?? null,
    ageTo: values.ageTo ?? null,
    isFree: values.isFree ?? null,
    hours: values.openingHours ?? null,
    costLek: cost?.lek ?? null,
    costOn: cost ? new Date(cost.on) : null,
    documentsSq: documents.map((document) => document.sq),
    documentsEn: documents.map((document) => document.en),
    languages: values.languages ?? [],
    capacity: capacity?.places ?? null,
    capacityOn: capacity ? new Date(capacity.on) : null,
    factsSq: facts.map((fact) => fact.sq),
    factsEn: facts.map((fact) => fact.en),
    cautionSq: caution?.sq ?? null,
    cautionEn: caution?.en ?? null,
    certainty,
    checkedOn: values.checkedOn ? new Date(values.checkedOn) : null,
    closedOn: values.closedOn ? new Date(values.closedOn) : null,
    mappingId: values.mappingId ?? null,
    matchKey: matchKey(said.name?.sq ?? name.sq, said.municipality ?? null),
    mergedIntoId: values.mergedInto ?? null,
    searchRules: 0, // the words may have changed: see search-index.server.ts
  }
}
