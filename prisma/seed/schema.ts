import { z } from 'zod'
import { accessFeatures, serviceLanguages } from '../../app/features/directory/facts'
import { hoursSchema } from '../../app/features/directory/schema'

/**
 * What a seed file may say. The files under `data/` hold facts from public sources, in our own words;
 * a record that breaks these rules stops the load with its id.
 */
const text = z.string().trim().min(1)
const url = z.url({ protocol: /^https?$/ })
const certainty = z.enum(['high', 'medium', 'low'])
const visibility = z.enum(['public', 'no_place']) // a protected place is in no file

/** A date as exact as its source: "2021-12-31", "2021-12", "2021", or null when the source has none. */
const seen = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .nullable()

const source = z.strictObject({ title: text, url: url.optional() })

export const countySeed = z.strictObject({ code: z.string().regex(/^AL-\d{2}$/), slug: text, sq: text, en: text })

export const municipalitySeed = z.strictObject({
  code: z.string().regex(/^AL\d{3}$/),
  geonamesId: z.string().regex(/^\d+$/),
  slug: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  county: z.string().regex(/^AL-\d{2}$/),
  sq: text,
  sqDefinite: text,
  en: text,
  minority: z.strictObject({ language: z.enum(['el', 'mk']), name: text }).optional(),
  seat: text,
  lat: z.number().min(39.6).max(42.7),
  lon: z.number().min(19.2).max(21.1),
  population: z.int().positive(),
  populationYear: z.int(),
  names: z.array(z.strictObject({ name: text, kind: z.enum(['seat', 'former', 'spelling']) })),
})

export const unitSeed = z.strictObject({
  municipality: text,
  number: z.int().positive(),
  name: text,
  lat: z.number().optional(),
  lon: z.number().optional(),
})

const pair = z.strictObject({ sq: text, en: text })

export const officeSeed = z.strictObject({
  id: text,
  kind: text,
  name: pair,
  county: text.optional(),
  municipality: text.optional(),
  address: pair.optional(),
  phone: text.optional(),
  email: z.email().optional(),
  website: url.optional(),
  hours: pair.optional(),
  socialPage: url.optional(),
  certainty,
  seen,
  source,
})

export const organizationSeed = z
  .strictObject({
    id: text,
    name: pair,
    what: pair,
    municipalities: z.array(text),
    website: url.optional(),
    phone: text.optional(),
    email: z.email().optional(),
    address: pair.optional(),
    visibility,
    certainty,
    seen,
    source,
  })
  .refine((o) => o.visibility === 'public' || !o.address, 'an organization shown without a place has no address')

export const helpLineSeed = z.strictObject({
  number: z.string().regex(/^\d+$/),
  display: text,
  name: pair,
  hours: pair.optional(),
  certainty,
  seen,
  source,
})

export const serviceTypeSeed = z.strictObject({ code: text, legalCode: text.nullable() })

export const targetGroupSeed = z.strictObject({ code: text, legalCode: text.nullable(), isPublic: z.boolean() })

/** Amounts and numbers of places are dated to the month: "2018-09". */
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

export const serviceSeed = z
  .strictObject({
    id: text,
    slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    name: pair,
    municipality: text.nullable(),
    type: text,
    groups: z.array(text).min(1),
    visibility,
    provider: pair,
    providerKind: z.enum(['public', 'ngo', 'project']),
    accessMode: z.enum(['municipality', 'state_social_service', 'phone', 'direct', 'order']),
    address: pair.extend({ precision: z.enum(['address', 'area', 'village', 'town']) }).optional(),
    phone: text.optional(),
    ageFrom: z.int().min(0).optional(),
    ageTo: z.int().min(0).max(120).optional(),
    isFree: z.boolean().optional(),
    hours: pair.optional(),
    openingHours: hoursSchema.optional(), // only where the words leave no doubt
    cost: z.strictObject({ lek: z.int().min(0), on: month }).optional(),
    documents: z.array(pair).optional(),
    languages: z.array(z.enum(serviceLanguages)).optional(),
    capacity: z.strictObject({ places: z.int().min(0), on: month }).optional(),
    access: z.partialRecord(z.enum(accessFeatures), z.boolean()).optional(),
    facts: z.array(pair).optional(),
    caution: pair.optional(),
    certainty,
    seen,
    sources: z.array(source).min(1),
    mergedInto: text.optional(),
  })
  .refine((s) => s.visibility === 'public' || !s.address, 'a service shown without a place has no address')
  .refine((s) => !s.isFree || !s.cost?.lek, 'what is free costs nothing')
  .refine((s) => s.accessMode !== 'phone' || s.phone, 'a service that starts with a call has a number')

export type ServiceSeed = z.infer<typeof serviceSeed>
