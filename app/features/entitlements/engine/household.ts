import { z } from 'zod'
import { ageBands, hasReached } from './ages'
import { firstDay, isDay } from './days'
import { yes } from './logic'

/** Why no value is known. Both are unknown to the rules; absent means: not asked yet. */
export const notTold = ['do-not-know', 'rather-not-say'] as const
type NotTold = (typeof notTold)[number]

/** A decision of an office or commission: what counts is its paper, so all but "no" leave a way open. */
export const decisions = ['decided', 'applied', 'not-applied', 'no'] as const
export type Decision = (typeof decisions)[number]

/** Nobody is older. */
const mostYears = 120

const bandNames = Object.keys(ageBands) as [keyof typeof ageBands]

export const situations = ['home', 'abroad', 'prison', 'care-institution', 'asylum-seeker'] as const
export const pensions = [
  'none',
  'old-age',
  'old-age-partial',
  'rural',
  'family',
  'invalidity',
  'rural-invalidity',
  'social',
] as const
export const works = ['works', 'seeks', 'seeks-long', 'neither'] as const
export const registrations = ['here', 'elsewhere', 'nowhere'] as const
export const papersHeld = ['identity-card', 'birth-certificate', 'none'] as const
export const schools = ['none', 'kindergarten', 'university'] as const

const told = <T extends z.ZodType>(value: T) => z.union([value, z.enum(notTold)], { error: 'not-a-choice' }).optional()
const yesNo = () => told(z.boolean())
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => told(z.enum(values))
const number = (most: number, error: string) =>
  told(z.number({ error: 'not-a-number' }).int('not-a-whole-number').min(0, error).max(most, error))
/** Lekë; no household here has a thousand million. */
const lek = () => number(999_999_999, 'amount-out-of-range')

const day = z.string().refine(isDay, 'not-a-date')
const bornOn = z
  .string()
  .regex(/^\d{4}(-\d{2}){0,2}$/, 'not-a-date')
  .refine((date) => isDay(firstDay(date)), 'not-a-date')

/** What can be known of a person. Nobody has to say anything. */
export const personSchema = z.strictObject(
  {
    /** Completed years, a band, or a birth date as exact as it is known. */
    age: told(
      z.union([
        z.number().int('not-a-whole-number').min(0, 'age-out-of-range').max(mostYears, 'age-out-of-range'),
        z.enum(bandNames),
        bornOn,
      ]),
    ),
    situation: oneOf(situations),
    registered: oneOf(registrations),
    papers: oneOf(papersHeld),
    disability: oneOf(decisions),
    careNeed: oneOf(decisions),
    blindness: oneOf(decisions),
    /** Paraplegia or tetraplegia. */
    paralysis: oneOf(decisions),
    orphan: oneOf(decisions),
    housedByState: yesNo(),
    workInvalid: yesNo(),
    unableToWork: yesNo(),
    /** Months in a row; `for-health`: longer, for a reason of health. */
    monthsAbroad: told(
      z.union([
        z.literal('for-health'),
        z
          .number({ error: 'not-a-number' })
          .int('not-a-whole-number')
          .min(0, 'number-out-of-range')
          .max(1200, 'number-out-of-range'),
      ]),
    ),
    ownVehicle: yesNo(),
    /** A grade of school, 1 to 12, or another place of learning. */
    school: told(
      z.union([
        z.number().int('not-a-whole-number').min(1, 'grade-out-of-range').max(12, 'grade-out-of-range'),
        z.enum(schools),
      ]),
    ),
    work: oneOf(works),
    /** Months since coming back from life abroad; false: was never away. */
    monthsSinceReturn: told(
      z.union([
        z.literal(false),
        z.number().int('not-a-whole-number').min(0, 'number-out-of-range').max(1200, 'number-out-of-range'),
      ]),
    ),
    pension: oneOf(pensions),
    /** The person's own, every month, pension included. */
    ownIncome: lek(),
    /** Years lived in Albania without a break, up to now. */
    yearsHere: number(120, 'number-out-of-range'),
  },
  { error: unknownFact },
)
export type Person = z.infer<typeof personSchema>

export const earners = ['nobody', 'head-for-the-state', 'others'] as const
export const electricities = ['paid', 'debts', 'no-contract'] as const
export const housings = ['own', 'own-too-small', 'own-unsafe', 'rent', 'with-others', 'none'] as const
export const harms = ['order', 'violence', 'trafficking', 'no'] as const
export const jobOffices = ['registered', 'not-registered', 'nobody-can-work'] as const

/** At most this many people live in one household. */
export const mostPeople = 12

/** A household as told: the first person is the head of the family. */
export const householdSchema = z.strictObject(
  {
    /** Whether `people` names everybody who lives in the household. */
    everyone: yesNo(),
    people: z.array(personSchema, { error: 'not-a-list' }).min(1, 'nobody').max(mostPeople, 'too-many-people'),
    /** Economic aid, now. */
    economicAid: yesNo(),
    unemploymentPay: yesNo(),
    jobOffice: oneOf(jobOffices),
    earners: oneOf(earners),
    /** Gross pay a month of the head of the family. */
    headPay: lek(),
    /** Of the whole family, a month. */
    income: lek(),
    /** Worth of what the family owns. */
    property: lek(),
    electricity: oneOf(electricities),
    housing: oneOf(housings),
    /** The youngest child: its birth, or "expected". */
    birth: told(z.union([z.enum(['none', 'expected']), day])),
    parentsInAlbania: yesNo(),
    loneParent: yesNo(),
    /** Violence or trafficking. Private: asked with help lines and a way out. */
    harm: oneOf(harms),
    /** As people say of themselves; only for rights whose law names the groups. */
    romaOrEgyptian: yesNo(),
  },
  { error: unknownFact },
)
export type Household = z.infer<typeof householdSchema>

export type PersonFact = keyof Person
export type HouseholdFact = Exclude<keyof Household, 'people'>
export type Fact = PersonFact | HouseholdFact
export type PersonValue<F extends PersonFact> = Exclude<Person[F], NotTold | undefined>
export type HouseholdValue<F extends HouseholdFact> = Exclude<Household[F], NotTold | undefined>

export const personFacts = Object.keys(personSchema.shape) as PersonFact[]
export const householdFacts = Object.keys(householdSchema.shape).filter((name) => name !== 'people') as HouseholdFact[]

function unknownFact(issue: { code?: string }): string {
  return issue.code === 'unrecognized_keys' ? 'unknown-fact' : 'not-a-household'
}

/** Whether a value was given that the rules can use. */
export function isTold<T>(value: T | undefined): value is Exclude<T, NotTold | undefined> {
  return value !== undefined && !notTold.includes(value as NotTold)
}

export const faultCodes = [
  'not-a-household',
  'unknown-fact',
  'not-a-list',
  'nobody',
  'too-many-people',
  'not-a-choice',
  'not-a-number',
  'not-a-whole-number',
  'not-a-date',
  'date-in-the-future',
  'age-out-of-range',
  'number-out-of-range',
  'amount-out-of-range',
  'grade-out-of-range',
] as const
export type FaultCode = (typeof faultCodes)[number]
/** What is wrong with a household, and where: "people.2.age". */
export type Fault = { path: string; code: FaultCode }

export type ParsedHousehold = { ok: true; household: Household } | { ok: false; faults: Fault[] }

/**
 * Reads a household from anything.
 *
 * @param today nobody was born after it, nor so long before it that nobody lives as long
 */
export function parseHousehold(value: unknown, today: string): ParsedHousehold {
  const parsed = householdSchema.safeParse(value)
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.flatMap((issue) => faultsOf(issue)) }
  const faults = [...datesAfter(today, parsed.data), ...agesOver(mostYears, today, parsed.data)]
  return faults.length > 0 ? { ok: false, faults } : { ok: true, household: parsed.data }
}

/** Of the ways a value could be written, the fault of the one that says most. */
function faultsOf(issue: z.core.$ZodIssue, path: PropertyKey[] = []): Fault[] {
  const at = [...path, ...issue.path]
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().flatMap((nested) => faultsOf(nested, at))
    const exact = inner.find(({ code }) => code !== 'not-a-choice')
    return [exact ?? { path: at.join('.'), code: 'not-a-choice' }]
  }
  const code = faultCodes.find((known) => known === issue.message) ?? 'not-a-choice'
  return [{ path: at.join('.'), code }]
}

function datesAfter(today: string, { birth, people }: Household): Fault[] {
  const dates = [['birth', birth], ...people.map(({ age }, index) => [`people.${index}.age`, age])] as const
  return dates
    .filter(([, value]) => typeof value === 'string' && /^\d{4}/.test(value) && firstDay(value) > today)
    .map(([path]) => ({ path: String(path), code: 'date-in-the-future' }))
}

function agesOver(most: number, today: string, { people }: Household): Fault[] {
  return people.flatMap(({ age }, index) =>
    isTold(age) && hasReached(most + 1, age, today) === yes
      ? [{ path: `people.${index}.age`, code: 'age-out-of-range' as const }]
      : [],
  )
}
