import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'

const ids = z.array(z.string()).min(1).optional()
const judged = z.strictObject({
  q: z.string().min(1),
  lang: z.enum(['sq', 'en']),
  by: z.enum(['parent', 'mediator', 'officer', 'visitor']),
  /** Judged by eyes that had not seen the search, when it was done. */
  fresh: z.literal(true).optional(),
  /** Written before the vocabulary was widened: only their mean is looked at, no word is chosen for one of them. */
  heldOut: z.literal(true).optional(),
  /** Judged last, from the records alone, by eyes that know nothing of the search. */
  later: z.literal(true).optional(),
  /** Judged when the search was done, by others again. */
  atTheEnd: z.literal(true).optional(),
  /** A bare name of a place. */
  place: z.literal(true).optional(),
  /** No record is right: only an empty list is. */
  none: z.literal(true).optional(),
  /** The safe place must come before anything else. */
  safePlace: z.literal(true).optional(),
  changed: z.string().optional(),
  '3': ids,
  '2': ids,
  '1': ids,
})

export type JudgedQuery = z.infer<typeof judged>

/** The judged queries, as people would type them, with what each record is worth for them. */
export const judgedQueries = z
  .strictObject({ about: z.string(), queries: z.array(judged) })
  .parse(JSON.parse(readFileSync(resolve('tests/data/judged-queries.json'), 'utf8'))).queries

/** What each record is worth for a query, by id; a record that is not listed is worth nothing. */
export function gradesOf(query: JudgedQuery): Map<string, number> {
  return new Map(([3, 2, 1] as const).flatMap((grade) => (query[grade] ?? []).map((id) => [id, grade] as const)))
}
