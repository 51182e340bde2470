import { getDatabase } from '~/server/db.server'
import { eraseWords } from './commands.server'

const day = 24 * 60 * 60_000
/** As docs/data-inventory.md says it; the counts stay. */
const keptFor = { words: 365 * day, jobs: 30 * day }
const atOnce = 500

/**
 * Erases drafts whose time is over, the words of messages closed a year ago, and the records of work that was done.
 * Running it twice, or in two processes, does no more than once.
 */
export async function eraseOld(now: Date): Promise<{ drafts: number; messages: number }> {
  const { prisma } = await getDatabase()
  const before = (age: number) => new Date(now.getTime() - age)
  const drafts = await prisma.draft.deleteMany({ where: { expiresAt: { lte: now } } })
  await prisma.job.deleteMany({ where: { doneAt: { lte: before(keptFor.jobs) } } })
  const messages = await prisma.$transaction(async (transaction) => {
    const old = await transaction.submission.findMany({
      where: { closedAt: { lte: before(keptFor.words) }, sealed: { not: null } },
      select: { id: true },
      take: atOnce,
    })
    await eraseWords(
      transaction,
      old.map(({ id }) => id),
    )
    return old.length
  })
  return { drafts: drafts.count, messages }
}
