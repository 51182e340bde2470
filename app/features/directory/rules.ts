import type { SeenDate } from '~/lib/seen'
import type { Seat } from '~/lib/dot-map'
import {
  communicationFeatures,
  physicalFeatures,
  type AccessFacts,
  type AccessFeature,
  type Notice,
  type ServiceLanguage,
} from './facts'
import type { HelpKind } from './help-kinds'
import type { Hours, Moment, OpenState } from './hours'
import type { MapView } from './map'

/** Records a page shows at once: fewer where reading is hard work. */
export const pageSize = { standard: 20, easy: 5 } as const

export type AccessMode = 'municipality' | 'state_social_service' | 'phone' | 'direct' | 'order'

/** One service as a page shows it, in one language. Nothing here may come from a protected record. */
export type ServiceView = {
  slug: string
  name: string
  /** The Albanian name, to show or say at a counter. */
  nameSq: string
  type: string
  groups: string[]
  municipality: Place | null
  /** The municipality's own office: where a person starts. */
  office: OfficeView | null
  provider: string
  accessMode: AccessMode
  /** Shown without a place: home visits, mobile teams, homes where people live, programmes. */
  placeHidden: boolean
  address: { text: string; precision: 'address' | 'area' | 'village' | 'town' } | null
  phone: string | null
  ages: { from: number | null; to: number | null } | null
  isFree: boolean | null
  /** In lekë, as it was on that date. */
  cost: { lek: number; on: string } | null
  hours: string | null
  /** The same hours as a recurrence, with what it gives at the time of the request. */
  opening: Opening | null
  access: AccessFacts
  languages: ServiceLanguage[]
  documents: string[]
  /** Places, as many as there were on that date. */
  capacity: { places: number; on: string } | null
  /** Those in force. */
  notices: Notice[]
  facts: string[]
  caution: string | null
  seen: SeenDate
  checkedOn: string | null
  sources: { title: string; url: string | null }[]
  otherNames: string[]
}

/** `on` is the date in Albania of the request. */
export type Opening = { hours: Hours; on: string; state: OpenState; next: Moment | null }

/** One service as a line in a list. */
export type ServiceLine = Pick<ServiceView, 'slug' | 'name' | 'type' | 'groups' | 'municipality' | 'seen' | 'checkedOn'>

export type Place = { slug: string; name: string }

/** A municipality in a list, with what the dot map needs. */
export type MunicipalityLine = Seat & {
  code: string
  name: string
  seat: string
  otherNames: string[]
  county: Place
  services: number
}

export type OfficeView = {
  id: string
  name: string
  address: string | null
  phone: string | null
  email: string | null
  website: string | null
  hours: string | null
  socialPage: string | null
  seen: SeenDate
}

export type MunicipalityView = {
  slug: string
  name: string
  minorityName: { text: string; language: string } | null
  county: Place
  /** Those in force. */
  notices: Notice[]
  /** The seat, where its name is another than the municipality's. */
  seat: string | null
  formerNames: string[]
  units: string[]
  office: OfficeView | null
  stateOffice: OfficeView | null
  offices: OfficeView[]
  organizations: { id: string; name: string; what: string; website: string | null; seen: SeenDate }[]
}

/** A municipality to which a message can go. */
export type PlaceOfMessage = Place & {
  code: string
  units: { number: number; name: string }[]
  office: OfficeView | null
}

/** What the page of a municipality shows. */
export type MunicipalityPageView = {
  municipality: MunicipalityView
  services: {
    /** Empty when there are too many for one page: then the kinds lead to the lists. */
    items: readonly ServiceLine[]
    total: number
    counts: Record<string, number>
  }
  national: readonly ServiceLine[]
  /** What a mapping that is complete for the municipality says it does not have, and when it was loaded. */
  missing: { types: string[]; on: string } | null
  seats: Seat[]
}

export type HelpLineView = { number: string; display: string; name: string; hours: string | null; seen: SeenDate }

/** What a person asked for on the page of services. */
export type SearchChoice = {
  /** In their own words; empty for all services. */
  query: string
  /** Slug of a municipality. */
  municipality?: string
  nextDoor: boolean
  type?: string
  group?: string
  /** Only services of which a source says that they have it: not known is not enough. */
  access?: AccessFeature
}

/** What a search found, and how the words were understood. */
export type SearchView = {
  items: readonly ServiceLine[]
  page: number
  pages: number
  /** Counted up to a limit; `isMore` says that there are more. */
  total: number
  isMore: boolean
  order: 'match' | 'kind'
  /** No record has everything that was asked for; these have most of it. */
  isPartial: boolean
  /** The municipalities in force: chosen, named in the words, next door. */
  municipalities: Place[]
  fromWords: Place[]
  /** What was read for a word that is nowhere known. */
  corrected: { from: string; to: string }[]
  unknown: string[]
  urgent: 'violence' | 'danger' | null
  /** Nothing but words of danger: no list belongs under the numbers. */
  isUrgentOnly: boolean
  /** Kinds of help that are not places, which the words ask for: each has a page. */
  help: HelpKind[]
  /** The same elsewhere, when there is nothing in the place; kilometres are a straight line between seats. */
  elsewhere: { line: ServiceLine; km: number }[]
  national: readonly ServiceLine[]
  /** What was asked for is there for the whole country, and not in the place. */
  isNationalOnly: boolean
  map: ServicesOnMap | null
}

/** The services of a search on the map. Latitude and longitude in degrees. */
export type ServicesOnMap = {
  view: MapView
  /** Every municipality at its seat, with how many of the services it has. */
  seats: { slug: string; name: string; lat: number; lon: number; count: number }[]
  /** The services in view that have coordinates of their own. */
  points: { slug: string; name: string; lat: number; lon: number }[]
  /** So many that none is drawn. */
  hasTooManyPoints: boolean
  /** How many are for the whole country. */
  withoutPlace: number
}

/** The lines for violence and trafficking; shelters themselves are nowhere in Pranë. */
export const safePlaceNumbers = ['112', '116117', '116111', '116006']

/** The numbers for words of danger, by what the words speak of. */
export const urgentNumbers = { violence: safePlaceNumbers, danger: ['112'] }

export type UnknownField = 'address' | 'phone' | 'hours' | 'cost' | 'access' | 'communication'

/** A line for the whole country has no door. */
const isLine = ({ accessMode, municipality }: ServiceView) => accessMode === 'phone' && municipality === null

/** Somebody comes to the reader: no door to get through. */
const onlyVisits = ({ placeHidden, access }: ServiceView) => placeHidden && access.home_visit === true

const answered = ({ access }: ServiceView, features: readonly AccessFeature[]) =>
  features.some((feature) => access[feature] !== undefined)

/** What a reader would need and no source says. A place that is kept back is not "unknown". */
export function unknownFields(service: ServiceView): UnknownField[] {
  const lacking: Record<UnknownField, boolean> = {
    address: !service.placeHidden && !isLine(service) && service.address?.precision !== 'address',
    phone: service.phone === null,
    hours: service.hours === null && service.opening === null,
    cost: service.isFree === null && service.cost === null,
    access: !isLine(service) && !onlyVisits(service) && !answered(service, physicalFeatures),
    communication: !answered(service, communicationFeatures),
  }
  return (Object.keys(lacking) as UnknownField[]).filter((field) => lacking[field])
}

/** The features of a place that no source speaks of, where it speaks of another of the same kind. */
export function unknownFeatures(service: ServiceView): AccessFeature[] {
  if (isLine(service)) return []
  return [physicalFeatures, communicationFeatures]
    .filter((features) => answered(service, features))
    .flatMap((features) => features.filter((feature) => service.access[feature] === undefined))
}

/** The items of one page; a page past the end is the last one. Pages count from 1. */
export function paginate<T>(items: T[], page: number, size: number): { items: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(items.length / size))
  const current = Math.min(Math.max(1, page), pages)
  return { items: items.slice((current - 1) * size, current * size), page: current, pages }
}

/** Groups neighbours with the same key, keeping the order. */
export function groupBy<T, K>(items: readonly T[], key: (item: T) => K): { key: K; items: T[] }[] {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(key(item)) ?? []
    group.push(item)
    groups.set(key(item), group)
  }
  return [...groups].map(([k, grouped]) => ({ key: k, items: grouped }))
}

/** How many items there are of each key. */
export function countBy<T>(items: readonly T[], key: (item: T) => string): Record<string, number> {
  return Object.fromEntries(groupBy(items, key).map(({ key: k, items: grouped }) => [k, grouped.length]))
}
