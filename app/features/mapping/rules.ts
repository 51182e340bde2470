import { isDeepStrictEqual } from 'node:util'
import { fold } from '~/lib/fold'
import type { ServiceSeed } from '../../../prisma/seed/schema'

export type Visibility = 'public' | 'no_place' | 'protected'
/** `added`: the staff of a municipality made the record, and a mapping may know better since. */
export type LayerKind = 'base' | 'added' | 'mapping' | 'local'

/** Fields of which a correction may say that there is nothing. */
type Emptiable = 'phone' | 'address' | 'hours' | 'openingHours' | 'isFree' | 'cost' | 'ageFrom' | 'ageTo' | 'capacity'

/** What one source says about a service. A field that is not there says nothing; null says that there is none. */
export type ServiceValues = Partial<Omit<ServiceSeed, 'id' | 'visibility' | 'providerKind' | Emptiable>> & {
  [F in Emptiable]?: ServiceSeed[F] | null
} & {
  visibility?: Visibility
  providerKind?: ServiceSeed['providerKind'] | 'private' | 'religious'
  position?: { lat: number; lon: number } | null
  /** A day, "2026-03-04". */
  closedOn?: string | null
  /** The day on which a person confirmed the record here; only a local layer has it. */
  checkedOn?: string
  mappingId?: string
  /** What the mapping says and no page shows yet, by column. */
  kept?: Record<string, string>
}

export type Field = keyof ServiceValues
export type Layer = { id: number; kind: LayerKind; runId: number | null; row: number | null; values: ServiceValues }

/** Where a value comes from: the kind of layer, its run, and the row of that run's file. */
export type Origin = Pick<Layer, 'kind' | 'runId' | 'row'>

const layerOrder: LayerKind[] = ['base', 'added', 'mapping', 'local']
const strictness: Visibility[] = ['public', 'no_place', 'protected']

/**
 * The service that its layers make: each field from the newest local layer that has it, else from the newest mapping's,
 * else from the base or from whoever added it. Two fields follow rules of their own. `visibility` is the strictest of what
 * the base and all mappings say, unless a local correction says another, so that no mapping makes a hidden place appear. `sources`
 * are those of all layers. What the visibility forbids is left out.
 *
 * Null when only local corrections are left: they wait for the record to come back.
 */
export function mergeLayers(layers: Layer[]): ServiceValues | null {
  if (withoutCorrections(layers).length === 0) return null
  const ordered = inOrder(layers)
  const visibility = visibilityOf(ordered)
  const told = ordered.map(({ values }) => (isLaxer(values.visibility, visibility) ? withoutWords(values) : values))
  return conceal({ ...overlay(told), visibility, sources: sourcesOf(ordered) })
}

/** For each field, the layer that its value comes from. */
export function originsOf(layers: Layer[]): Partial<Record<Field, Origin>> {
  const origins: Partial<Record<Field, Origin>> = {}
  for (const { kind, runId, row, values } of inOrder(layers)) {
    for (const field of Object.keys(values) as Field[]) origins[field] = { kind, runId, row }
  }
  return origins
}

/** What the base and the mappings say, before any local correction: a row finds its service by that. */
export function withoutCorrections(layers: Layer[]): Layer[] {
  return layers.filter(({ kind }) => kind !== 'local')
}

/**
 * A row as it lies over what the base and the mappings before it say. Where its Albanian is the same, English that it
 * does not give stays as it was (the Albanian stands in for it otherwise), and so do the position of an address and the
 * times that hours in words mean.
 */
export function overKnown(row: ServiceValues, layers: Layer[]): ServiceValues {
  const known = overlay(inOrder(withoutCorrections(layers)).map(({ values }) => values))
  const told = { ...row }
  if (told.position === null && isSame(told.address, known.address)) delete told.position
  if (told.openingHours === null && isSame(told.hours, known.hours)) delete told.openingHours
  if (told.name) told.name = withEnglish(told.name, known.name)
  if (told.provider) told.provider = withEnglish(told.provider, known.provider)
  if (told.address) told.address = withEnglish(told.address, known.address)
  if (told.hours) told.hours = withEnglish(told.hours, known.hours)
  if (told.documents) {
    const englishOf = (document: { sq: string; en: string }) =>
      known.documents?.find((other) => isSame(document, other))
    told.documents = told.documents.map((document) => withEnglish(document, englishOf(document)))
  }
  return told
}

type Text = { sq: string; en: string } | null | undefined

function isSame(text: Text, known: Text): boolean {
  return Boolean(text && known) && bare(text?.sq ?? '') === bare(known?.sq ?? '')
}

function withEnglish<T extends NonNullable<Text>>(text: T, known: Text): T {
  return known && text.en === text.sq && isSame(text, known) ? { ...text, en: known.en } : text
}

/** Whether a row of a mapping says anything that the base and the mappings before it do not say already. */
export function saysMore(row: ServiceValues, layers: Layer[]): boolean {
  const known = overlay(inOrder(withoutCorrections(layers)).map(({ values }) => values))
  return (Object.keys(row) as Field[]).some((field) => !isDeepStrictEqual(row[field], known[field]))
}

function inOrder(layers: Layer[]): Layer[] {
  return [...layers].sort((a, b) => layerOrder.indexOf(a.kind) - layerOrder.indexOf(b.kind) || a.id - b.id)
}

function overlay(values: ServiceValues[]): ServiceValues {
  return Object.assign({}, ...values) as ServiceValues
}

function visibilityOf(ordered: Layer[]): Visibility {
  const newest = (kind: LayerKind) =>
    ordered.findLast((layer) => layer.kind === kind && layer.values.visibility !== undefined)?.values.visibility
  const mapped = ordered.flatMap(({ kind, values }) => (kind === 'mapping' ? (values.visibility ?? []) : []))
  return newest('local') ?? mapped.reduce(strictest, newest('base') ?? newest('added') ?? 'public')
}

export function strictest(a: Visibility, b: Visibility): Visibility {
  return isLaxer(a, b) ? b : a
}

function isLaxer(a: Visibility | undefined, b: Visibility): boolean {
  return a !== undefined && strictness.indexOf(a) < strictness.indexOf(b)
}

/** Words that were written for a place that may be shown can describe where it is. */
function withoutWords({ facts: _facts, caution: _caution, hours: _hours, ...rest }: ServiceValues): ServiceValues {
  return rest
}

/** What a visibility forbids, as the database does too: a place unless public; a page, a number and its size when protected. */
export function conceal(values: ServiceValues): ServiceValues {
  if (values.visibility === 'public') return values
  const { address: _address, position: _position, ...rest } = values
  if (values.visibility === 'no_place') return rest
  const { slug: _slug, phone: _phone, capacity: _capacity, ...hidden } = rest
  return hidden
}

/** Newest first, each once. */
function sourcesOf(ordered: Layer[]): NonNullable<ServiceValues['sources']> {
  const all = ordered.toReversed().flatMap(({ values }) => values.sources ?? [])
  return all.filter((source, index) => all.findIndex((other) => isDeepStrictEqual(other, source)) === index)
}

/** Letters and digits only, small, without marks: "Qendra Ditore “Çamëria”" is "qendraditorecameria". */
export function bare(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '')
}

/** How a row finds its service: the folded name and the municipality, or "*" for the whole country. */
export function matchKey(name: string, municipality: string | null): string {
  return `${bare(name)} ${municipality ?? '*'}`
}

/** The last part of the address of a service's page: small Latin letters, digits and hyphens, at most 80. */
export function slugOf(...words: string[]): string {
  const slug = words
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-|-$/g, '')
  return slug || 'sherbim'
}

/** A service that a row could mean. `takenBy` is the row of the same file that is this service already. */
export type Candidate = { id: string; provider: string; mappingId: string | null; takenBy?: number }

export type Match =
  | { kind: 'known'; id: string }
  | { kind: 'new' }
  | { kind: 'double'; row: number }
  | { kind: 'ambiguous'; ids: string[] }

/**
 * Which service a row is about. `named` is the one that its record or mapping number names; then nothing else is asked.
 * Otherwise `alike` are those of the same name in the same municipality: the one of the same provider is meant. Another
 * provider may be another service or another way to write the name: then the row must say which it is, or that it is
 * new. `newId` is the id that a new service of this row gets; the row that made it says "new" on every load.
 */
export function findMatch(
  row: { provider: string; mappingId?: string; isNew: boolean; newId: string },
  named: Candidate | undefined,
  alike: Candidate[],
): Match {
  if (named) return taken(named)
  const own = alike.find(({ id }) => id === row.newId)
  if (own) return taken(own)
  if (row.isNew) return { kind: 'new' }
  const open = alike.filter(({ mappingId }) => !mappingId || !row.mappingId)
  const same = open.filter(({ provider }) => bare(provider) === bare(row.provider))
  if (same[0] && same.length === 1) return taken(same[0])
  // A row above that is of another provider has said who it is; what it found is no candidate any more.
  const unclear = same.length > 1 ? same : open.filter(({ takenBy }) => takenBy === undefined)
  return unclear.length === 0 ? { kind: 'new' } : { kind: 'ambiguous', ids: unclear.map(({ id }) => id) }
}

function taken({ id, takenBy }: Candidate): Match {
  return takenBy === undefined ? { kind: 'known', id } : { kind: 'double', row: takenBy }
}

/** Groups that no page shows or filters by: survivors of violence and of trafficking. */
export const hiddenGroups = ['women_violence', 'trafficking_victims']

/** Types under which a refuge may stand. No page may ever conclude from a record that is not there. */
export const shelteringTypes = ['residential_longterm', 'residential_specialised', 'specialised', 'shelter_homeless']

/** The 72-hour emergency service is a refuge by its nature; the directory has no such type. */
export const emergencyType = 'emergency_72h'

const withoutPlace = ['home_based', 'street_mobile_team', 'integrated_programme', 'online_helpline']
const refugeGroups = ['women', 'children', 'families_in_need', 'adults_social_problems', 'youth', 'minors']
const violenceWords =
  /dhun(?!ti)|trafik|viktim|mbijetuar|abuz|keqtrajt|rrahur|rrehur|violen|traffick|victim|survivor|abuse|batter/
/** A roof over somebody who must not be found, or over somebody without a home: only the group tells which. */
const shelterWords =
  /(?<!pa)streh|shtepi(a|e|ne)?(e|te)sigurt|vend(i)?isigurt|shelter|refuge(?!e)|safe(house|home|place)/

export type PlaceFacts = { type: string; groups: string[]; words: string; hidden?: boolean; mobile?: boolean }

/**
 * How much of a service may be shown, by its type, its groups, the words of its name and what the row says about its
 * place. Where a refuge cannot be ruled out the answer is what is lacking, never a guess: `group`, the row does not say
 * for whom it is; `hidden`, it does not say whether the place may be known.
 */
export function visibilityFor({ type, groups, words, hidden, mobile }: PlaceFacts): Visibility | 'group' | 'hidden' {
  const isSheltering = shelteringTypes.includes(type)
  const written = bare(words)
  const mayHide = groups.every((group) => refugeGroups.includes(group)) && type !== 'shelter_homeless'
  const speaksOfRefuge = violenceWords.test(written) || (mayHide && shelterWords.test(written))
  const forSurvivors = groups.some((group) => hiddenGroups.includes(group))
  if (type === emergencyType) return 'protected'
  if (forSurvivors) {
    const forNobodyElse = groups.every((group) => hiddenGroups.includes(group))
    return isSheltering || forNobodyElse || speaksOfRefuge ? 'protected' : 'no_place'
  }
  if (speaksOfRefuge) return 'group'
  if (isSheltering && hidden === undefined) return 'hidden'
  if (hidden) return isSheltering && groups.every((group) => refugeGroups.includes(group)) ? 'group' : 'no_place'
  return mobile || withoutPlace.includes(type) ? 'no_place' : 'public'
}
