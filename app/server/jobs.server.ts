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

/** In milliseconds: a process that dies with a job in hand gives it up after this time. */
const heldFor = 5 * 60_000

/**
 * Does the work that is due, one job after another, and returns how many were done. Any number of processes may run
 * this: each job is held by the one that took it. A job of a kind that nobody here knows waits.
 */
export async function runJobs(prisma: PrismaClient, handlers: JobHandlers, now: Date): Promise<number> {
  for (let done = 0; ;) {
    const job = await takeJob(prisma, Object.keys(handlers), now)
    if (!job) return done
    if (await finish(prisma, job, handlers, now)) done += 1
  }
}

async function takeJob(prisma: PrismaClient, kinds: string[], now: Date): Promise<Job | undefined> {
  const heldUntil = new Date(now.getTime() + heldFor)
  const [job] = await prisma.$queryRaw<Job[]>`
    UPDATE "Job" SET "attempts" = "attempts" + 1, "runAt" = ${heldUntil}
    WHERE "id" = (
      SELECT "id" FROM "Job" WHERE "doneAt" IS NULL AND "runAt" <= ${now} AND "kind" = ANY(${kinds})
      ORDER BY "runAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING "id", "kind", "detail", "attempts"`
  return job
}

async function finish(prisma: PrismaClient, job: Job, handlers: JobHandlers, now: Date): Promise<boolean> {
  const { id, kind, attempts } = job
  try {
    await handlers[kind]?.(job, now)
    await prisma.job.update({ where: { id }, data: { doneAt: now, lastError: null } })
    return true
  } catch (error) {
    const lastError = error instanceof Error ? error.name : 'unknown'
    log.warn({ job: id, kind, attempts, error: lastError }, 'job failed')
    await prisma.job.update({
      where: { id },
      data: { lastError, runAt: new Date(now.getTime() + waitAfter(attempts)) },
    })
    return false
  }
}
