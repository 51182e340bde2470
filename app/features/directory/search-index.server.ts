import type { Prisma, PrismaClient } from '../../../generated/prisma/client'
import { fold } from '~/lib/fold'
import { searchRules, termsOf } from './search/terms'
import { shownServices } from './views.server'

const batchSize = 1000
const other = { select: { nameSq: true, nameEn: true } } as const

/**
 * Makes the search terms of every service whose `searchRules` is not of today's rules. Whoever writes to a field that
 * is searched sets `searchRules` to 0 in the same statement and calls this in the same transaction; the start calls it
 * for the case that the rules themselves have changed. A record that is not shown gets no terms, and a word that no
 * shown record has any more is forgotten, so that nothing suggests it.
 *
 * @returns how many services were indexed
 */
export async function indexServices(db: PrismaClient | Prisma.TransactionClient): Promise<number> {
  const indexed = await indexStale(db)
  await forgetWords(db)
  return indexed
}

/** The same in parts of a larger work, which ends with `forgetWords`: that reads the terms of every service. */
export async function indexStale(db: PrismaClient | Prisma.TransactionClient): Promise<number> {
  let indexed = 0
  for (;;) {
    const rows = await findStale(db)
    if (rows.length === 0) break
    await indexBatch(db, rows)
    indexed += rows.length
  }
  return indexed
}

/** Words that no record has any more; also when nothing was stale, for the last record with a word may be deleted. */
export async function forgetWords(db: PrismaClient | Prisma.TransactionClient): Promise<void> {
  // EXCEPT sorts or hashes both sides once; NOT IN would search a large list again for every word.
  await db.$executeRaw`
    DELETE FROM "SearchTerm"
    WHERE stem IN (SELECT stem FROM "SearchTerm" EXCEPT SELECT unnest("searchTerms") FROM "Service")`
}

type Stale = { visibility: string; mergedIntoId: string | null; closedOn: Date | null }

const isShown = ({ visibility, mergedIntoId, closedOn }: Stale) =>
  visibility !== shownServices.visibility.not && mergedIntoId === null && closedOn === null

function findStale(db: Prisma.TransactionClient) {
  return db.service.findMany({
    where: { searchRules: { not: searchRules } },
    orderBy: { id: 'asc' },
    take: batchSize,
    select: {
      id: true,
      visibility: true,
      mergedIntoId: true,
      closedOn: true,
      nameSq: true,
      nameEn: true,
      providerSq: true,
      providerEn: true,
      addressSq: true,
      addressEn: true,
      factsSq: true,
      factsEn: true,
      typeCode: true,
      groups: { where: { group: { isPublic: true } }, select: { groupCode: true } },
      mergedFrom: { where: { visibility: shownServices.visibility }, ...other },
    },
  })
}

async function indexBatch(db: Prisma.TransactionClient, rows: Awaited<ReturnType<typeof findStale>>) {
  const words = new Map<string, string>()
  const terms = rows.map((row) => {
    if (!isShown(row)) return { id: row.id, nameTerms: [], searchTerms: [] }
    const { groups, mergedFrom, factsSq, factsEn } = row
    const found = termsOf({
      ...row,
      // The other names of a record lead to it too.
      factsSq: [...factsSq, ...mergedFrom.map(({ nameSq }) => nameSq)],
      factsEn: [...factsEn, ...mergedFrom.map(({ nameEn }) => nameEn)],
      groups: groups.map(({ groupCode }) => groupCode),
    })
    for (const [stem, word] of found.words) if (!words.has(stem)) words.set(stem, word)
    return { id: row.id, nameTerms: found.nameTerms, searchTerms: found.searchTerms }
  })
  await db.$executeRaw`
    UPDATE "Service" s SET "nameTerms" = r."nameTerms", "searchTerms" = r."searchTerms", "searchRules" = ${searchRules}
    FROM jsonb_to_recordset(${JSON.stringify(terms)}::jsonb) AS r(id text, "nameTerms" text[], "searchTerms" text[])
    WHERE s.id = r.id`
  await db.searchTerm.createMany({
    data: [...words].map(([stem, word]) => ({ stem, word, folded: fold(word), length: fold(word).length })),
    skipDuplicates: true,
  })
}
