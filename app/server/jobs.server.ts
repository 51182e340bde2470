import type { Prisma, PrismaClient } from '../../generated/prisma/client'
import { log } from './log.server'

export type Job = { id: number; kind: string; detail: Prisma.JsonValue; attempts: number }
/** Does the work of one kind of job; throwing means "not done": it is tried again later. */
export type JobHandlers = Record<string, (job: Job, now: Date) => Promise<void>>

/** In milliseconds: 1, 2, 4 … minutes after each failure, a day at most. */
const waitAfter = (attempts: number) => Math.min(60_000 * 2 ** attempts, 24 * 60 * 60_000)

/** Puts work into the queue; within a transaction it is there exactly when the change is. */
export async function addJob(
  db: PrismaClient | Prisma.TransactionClient,
  job: { kind: string; detail: Prisma.InputJsonObject; runAt: Date },
): Promise<void> {
  await db.job.create({ data: job })
}

/**
 * Does the work that is due, one job after another, and returns how many were done. Any number of processes may run
 * this: each job is held by the one that does it. Work nobody here knows how to do waits.
 */
export async function runJobs(prisma: PrismaClient, handlers: JobHandlers, now: Date): Promise<number> {
  const kinds = Object.keys(handlers)
  let done = 0
  for (;;) {
    const outcome = await prisma.$transaction((transaction) => runNext(transaction, handlers, kinds, now), {
      timeout: 60_000,
    })
    if (outcome === 'none') return done
    if (outcome === 'done') done += 1
  }
}

async function runNext(
  transaction: Prisma.TransactionClient,
  handlers: JobHandlers,
  kinds: string[],
  now: Date,
): Promise<'none' | 'done' | 'failed'> {
  const [job] = await transaction.$queryRaw<Job[]>`
    SELECT "id", "kind", "detail", "attempts" FROM "Job"
    WHERE "doneAt" IS NULL AND "runAt" <= ${now} AND "kind" = ANY(${kinds})
    ORDER BY "runAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED`
  if (!job) return 'none'
  try {
    await handlers[job.kind]?.(job, now)
    await transaction.job.update({ where: { id: job.id }, data: { doneAt: now, lastError: null } })
    return 'done'
  } catch (error) {
    const attempts = job.attempts + 1
    const lastError = error instanceof Error ? error.name : 'unknown'
    log.warn({ job: job.id, kind: job.kind, attempts, error: lastError }, 'job failed')
    const runAt = new Date(now.getTime() + waitAfter(attempts))
    await transaction.job.update({ where: { id: job.id }, data: { attempts, lastError, runAt } })
    return 'failed'
  }
}
