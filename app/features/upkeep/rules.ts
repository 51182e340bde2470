/** What the staff of a municipality may say of a service, and how a form says it. Pure. */

import { accessFeatures, serviceLanguages, type AccessFeature } from '../directory/facts'
import { readPhone } from '../mapping/columns'
import { hiddenGroups, strictest, visibilityFor, type Field, type ServiceValues } from '../mapping/rules'
import {
  accessModes,
  clean,
  linesOf,
  longestLine,
  partNames,
  providerKinds,
  readNumber,
  readPair,
  readWeek,
  tickedOf,
  ticks,
  weekdays,
  writePair,
  writeWeek,
  type Choices,
  type Fault,
  type Faults,
  type Fields,
  type PartName,
  type Read,
} from './fields'

/** `today` as "2026-03-04": amounts and places are dated to its month. */
type Reading = Choices & { today: string; before: ServiceValues }

const fault = (field: string, what: Fault): Read => ({ faults: { [field]: what } })

type Part = {
  /** The value by which a correction is known to be about this part. */
  says: Field
  /** The fields of the form, in their order; the first one carries what is wrong with the part as a whole. */
  fields: readonly string[] | ((choices: Choices) => string[])
  /** Albanian and English fields of one text. */
  pair?: readonly [sq: string, en: string]
  write: (values: ServiceValues, choices: Choices) => Fields
  read: (fields: Fields, reading: Reading) => Read
  /** Whether a reader would look for this fact in vain. */
  isLacking?: (values: ServiceValues) => boolean
}

/** Each part of a record is read and laid over the sources by itself: who corrects the telephone says nothing of the rest. */
const parts: Record<PartName, Part> = {
  name: {
    says: 'name',
    fields: ['nameSq', 'nameEn'],
    pair: ['nameSq', 'nameEn'],
    write: ({ name }) => writePair('name', name),
    read: (fields) => readPair(fields, 'name', true, (name) => ({ name: name ?? { sq: '', en: '' } })),
  },
  provider: {
    says: 'provider',
    fields: ['providerSq', 'providerEn', 'providerKind'],
    pair: ['providerSq', 'providerEn'],
    write: ({ provider, providerKind = '' }) => ({ ...writePair('provider', provider), providerKind }),
    read: (fields) => {
      const named = readPair(fields, 'provider', true, (provider) => ({ provider: provider ?? { sq: '', en: '' } }))
      const providerKind = providerKinds.find((kind) => kind === fields['providerKind'])
      if (providerKind) return 'faults' in named ? named : { values: { ...named.values, providerKind } }
      return { faults: { ...('faults' in named && named.faults), providerKind: 'missing' } }
    },
  },
  type: {
    says: 'type',
    fields: ['type'],
    write: ({ type = '' }) => ({ type }),
    read: ({ type = '' }, { types }) => (types.includes(type) ? { values: { type } } : fault('type', 'missing')),
  },
  groups: {
    says: 'groups',
    fields: ({ groups }) => groups.map((group) => `group-${group}`),
    write: ({ groups = [] }, choices) =>
      ticks(
        'group',
        groups.filter((group) => choices.groups.includes(group)),
      ),
    read: (fields, { groups, before }) => {
      // What the form does not offer stays: whom it hides is not the officer's to change by leaving it out.
      const kept = (before.groups ?? []).filter((group) => !groups.includes(group))
      const ticked = [...tickedOf('group', groups, fields), ...kept]
      return ticked.length > 0 ? { values: { groups: ticked } } : fault('groups', 'missing')
    },
  },
  start: {
    says: 'accessMode',
    fields: ['accessMode'],
    write: ({ accessMode = 'municipality' }) => ({ accessMode }),
    read: (fields) => {
      const accessMode = accessModes.find((mode) => mode === fields['accessMode'])
      return accessMode ? { values: { accessMode } } : fault('accessMode', 'missing')
    },
  },
  phone: {
    says: 'phone',
    fields: ['phone'],
    write: ({ phone }) => ({ phone: phone ?? '' }),
    read: ({ phone = '' }) => {
      if (phone === '') return { values: { phone: null } }
      const number = readPhone(phone)
      return number ? { values: { phone: number } } : fault('phone', 'notPhone')
    },
    isLacking: ({ phone }) => !phone,
  },
  hours: {
    says: 'hours',
    fields: [...weekdays.map((day) => `day-${day}`), 'holidays', 'hoursSq', 'hoursEn'],
    pair: ['hoursSq', 'hoursEn'],
    write: ({ hours, openingHours }) => ({ ...writePair('hours', hours), ...writeWeek(openingHours ?? null) }),
    read: (fields) => {
      const week = readWeek(fields)
      if ('faults' in week) return week
      return readPair(fields, 'hours', false, (hours) => ({ hours, openingHours: week.hours }))
    },
    isLacking: ({ hours, openingHours }) => !hours && !openingHours,
  },
  place: {
    says: 'visibility',
    fields: ['place'],
    write: ({ visibility }) => ({ place: visibility === 'no_place' ? 'hidden' : 'shown' }),
    read: ({ place }) => ({ values: place === 'hidden' ? { visibility: 'no_place' } : {} }),
  },
  address: {
    says: 'address',
    fields: ['addressSq', 'addressEn'],
    pair: ['addressSq', 'addressEn'],
    write: ({ address }) => writePair('address', address),
    // Where the old address was says nothing of the new one.
    read: (fields) =>
      readPair(fields, 'address', false, (address) => ({
        address: address && { ...address, precision: 'address' },
        position: null,
      })),
    isLacking: ({ address, visibility }) => !address && visibility === 'public',
  },
  cost: {
    says: 'isFree',
    fields: ['cost', 'lek'],
    write: ({ isFree, cost }) => ({
      cost: isFree === true ? 'free' : isFree === false || cost ? 'paid' : '',
      lek: cost && isFree !== true ? String(cost.lek) : '',
    }),
    read: ({ cost = '', lek = '' }, { today }) => {
      if (cost === 'free') return { values: { isFree: true, cost: null } }
      if (lek === '') return { values: { isFree: cost === 'paid' ? false : null, cost: null } }
      const amount = readNumber(lek.replaceAll(/[ .]/g, ''), 9_999_999)
      if (amount === undefined) return fault('lek', 'notNumber')
      return { values: { isFree: false, cost: { lek: amount, on: today.slice(0, 7) } } }
    },
    isLacking: ({ isFree, cost }) => typeof isFree !== 'boolean' && !cost,
  },
  access: {
    says: 'access',
    fields: accessFeatures.map((feature) => `access-${feature}`),
    write: ({ access = {} }) =>
      Object.fromEntries(
        accessFeatures.map((name) => [`access-${name}`, access[name] === undefined ? '' : access[name] ? 'yes' : 'no']),
      ),
    read: (fields) => {
      const answers = accessFeatures.flatMap((name): [AccessFeature, boolean][] => {
        const answer = fields[`access-${name}`]
        return answer === 'yes' || answer === 'no' ? [[name, answer === 'yes']] : []
      })
      return { values: { access: Object.fromEntries(answers) } }
    },
    isLacking: ({ access = {} }) => Object.keys(access).length === 0,
  },
  ages: {
    says: 'ageFrom',
    fields: ['ageFrom', 'ageTo'],
    write: ({ ageFrom, ageTo }) => ({ ageFrom: String(ageFrom ?? ''), ageTo: String(ageTo ?? '') }),
    read: (fields) => {
      const [ageFrom, ageTo] = ['ageFrom', 'ageTo'].map((name) => (fields[name] ? readNumber(fields[name], 120) : null))
      if (ageFrom === undefined) return fault('ageFrom', 'notAge')
      if (ageTo === undefined) return fault('ageTo', 'notAge')
      if (ageFrom !== null && ageTo !== null && ageFrom > ageTo) return fault('ageFrom', 'ages')
      return { values: { ageFrom, ageTo } }
    },
    isLacking: ({ ageFrom, ageTo }) => typeof ageFrom !== 'number' && typeof ageTo !== 'number',
  },
  documents: {
    says: 'documents',
    fields: ['documentsSq', 'documentsEn'],
    pair: ['documentsSq', 'documentsEn'],
    write: ({ documents = [] }) =>
      writePair('documents', {
        sq: documents.map(({ sq }) => sq).join('\n'),
        en: documents.map(({ en }) => en).join('\n'),
      }),
    read: (fields) => {
      const [sq = [], en = []] = ['documentsSq', 'documentsEn'].map((name) => linesOf(fields[name] ?? ''))
      if ([...sq, ...en].some((line) => line.length > longestLine)) return fault('documentsSq', 'tooLong')
      if (en.length > 0 && en.length !== sq.length) return fault('documentsEn', 'lines')
      return { values: { documents: sq.map((line, index) => ({ sq: line, en: en[index] ?? line })) } }
    },
    isLacking: ({ documents = [] }) => documents.length === 0,
  },
  languages: {
    says: 'languages',
    fields: serviceLanguages.map((language) => `language-${language}`),
    write: ({ languages = [] }) => ticks('language', languages),
    read: (fields) => ({ values: { languages: tickedOf('language', serviceLanguages, fields) } }),
    isLacking: ({ languages = [] }) => languages.length === 0,
  },
  capacity: {
    says: 'capacity',
    fields: ['capacity'],
    write: ({ capacity }) => ({ capacity: capacity ? String(capacity.places) : '' }),
    read: ({ capacity = '' }, { today }) => {
      if (capacity === '') return { values: { capacity: null } }
      const places = readNumber(capacity, 99_999)
      if (places === undefined) return fault('capacity', 'notNumber')
      return { values: { capacity: { places, on: today.slice(0, 7) } } }
    },
    isLacking: ({ capacity }) => !capacity,
  },
}

/** A place that is not to be shown has no field in which somebody could write it. */
const isOpenTo = (name: PartName, { visibility = 'public' }: ServiceValues) =>
  visibility === 'public' || (name !== 'address' && name !== 'place')

/** The facts that a reader would look for in vain, those that people need most first. */
export function lackingParts(values: ServiceValues): PartName[] {
  return partNames.filter((name) => isOpenTo(name, values) && parts[name].isLacking?.(values))
}

/** The parts of the form for this record: what it lacks first, then what a change is more seldom about. */
export function partsInOrder(values: ServiceValues): { lacking: PartName[]; known: PartName[] } {
  const lacking = lackingParts(values)
  const known = partNames.filter((name) => isOpenTo(name, values) && !lacking.includes(name))
  return { lacking, known }
}

/** The parts of which a correction says something. */
export function partsSaid(values: ServiceValues): (PartName | 'closed')[] {
  const said = partNames.filter((name) => parts[name].says in values)
  return values.closedOn === undefined ? said : [...said, 'closed']
}

/** A record as the fields of its form. */
export function toFields(values: ServiceValues, choices: Choices): Fields {
  return Object.assign({}, ...partNames.map((name) => parts[name].write(values, choices))) as Fields
}

/**
 * What somebody changed in the form of a record, as values to lay over it; nothing when nothing was changed. What was
 * left as it stood is not read again, so that an old value that today's rules would refuse blocks nobody.
 */
export function readChanges(before: ServiceValues, typed: Fields, reading: Choices & { today: string }): Read {
  const [shown, after] = [clean(toFields(before, reading)), clean(typed)]
  const changed = partNames.filter((name) => {
    const { fields } = parts[name]
    const names = typeof fields === 'function' ? fields(reading) : fields
    return isOpenTo(name, before) && names.some((field) => isChanged(field, shown, after))
  })
  return readParts(changed, before, (name) => withoutStale(name, shown, after), reading)
}

/** A new record from its form: everything that a record must have, and whatever else was filled in. */
export function readNew(typed: Fields, reading: Choices & { today: string }): Read {
  const place: Faults = typed['place'] === 'shown' || typed['place'] === 'hidden' ? {} : { place: 'missing' }
  const read = readParts(partNames, {}, () => clean(typed), reading)
  if ('faults' in read) return { faults: { ...read.faults, ...place } }
  return 'place' in place ? { faults: place } : read
}

function readParts(
  names: readonly PartName[],
  before: ServiceValues,
  fieldsOf: (name: PartName) => Fields,
  reading: Choices & { today: string },
): Read {
  const reads = names.map((name) => parts[name].read(fieldsOf(name), { ...reading, before }))
  const faults: Faults = Object.assign({}, ...reads.map((read) => ('faults' in read ? read.faults : {})))
  if (Object.keys(faults).length > 0) return { faults }
  const values: ServiceValues = Object.assign({}, ...reads.map((read) => ('values' in read ? read.values : {})))
  const after = { ...before, ...values }
  if (after.accessMode === 'phone' && !after.phone) return fault('phone', 'phoneNeeded')
  return shownAs(values, before)
}

/**
 * With the visibility that the record has after a change: a change never shows more than before, and what may be a
 * refuge cannot be written here at all.
 */
function shownAs({ visibility: asked = 'public', ...values }: ServiceValues, before: ServiceValues): Read {
  const isAboutWhat = 'name' in values || 'type' in values || 'groups' in values
  const { name, type = '', groups = [], visibility: own = 'public' } = { ...before, ...values }
  const words = `${name?.sq} ${name?.en}`
  const found = isAboutWhat ? visibilityFor({ type, groups, words, hidden: strictest(own, asked) !== 'public' }) : own
  if (found === 'group' || found === 'hidden' || found === 'protected') return fault('nameSq', 'refuge')
  const visibility = [asked, found].reduce(strictest, own)
  const isNews = before.visibility === undefined || visibility !== own
  return { values: conceal({ ...values, visibility }, isNews) }
}

/** Without a place that the visibility forbids, and without the visibility itself where it says nothing new. */
function conceal({ visibility, ...values }: ServiceValues, isNews: boolean): ServiceValues {
  const { address: _address, position: _position, ...placeless } = values
  return { ...(visibility === 'public' ? values : placeless), ...(isNews && { visibility }) }
}

/** Groups that the form may offer. */
export const offeredGroups = (groups: readonly string[]): string[] =>
  groups.filter((group) => !hiddenGroups.includes(group))

const isChanged = (field: string, shown: Fields, typed: Fields) =>
  (shown[field] ?? '').trim() !== (typed[field] ?? '').trim()

/** An English text that was left beside a changed Albanian one is of yesterday; so are hours said in the other way. */
function withoutStale(name: PartName, shown: Fields, typed: Fields): Fields {
  const part = parts[name]
  const differs = (field: string) => isChanged(field, shown, typed)
  let fields = typed
  if (part.pair && differs(part.pair[0]) && !differs(part.pair[1])) fields = { ...fields, [part.pair[1]]: '' }
  if (name !== 'hours') return fields
  const days = weekdays.map((day) => `day-${day}`)
  const [hasNewDays, hasNewWords] = [days.some(differs), differs('hoursSq') || differs('hoursEn')]
  if (hasNewDays && !hasNewWords) return { ...fields, hoursSq: '', hoursEn: '' }
  if (hasNewWords && !hasNewDays) return { ...fields, ...Object.fromEntries(days.map((day) => [day, ''])) }
  return fields
}
