import { Prisma } from '../../generated/prisma/client'

/** Codes of Prisma, PostgreSQL and the network that say: the database cannot be reached, or takes nobody in. */
const codes = new Set([
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'],
  ...['57P01', '57P02', '57P03', '53300'],
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'ENOTFOUND'],
])

/** Whether a fault means that the database is away, so that trying again later will help. */
export function isAway(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  if (typeof code === 'string' && codes.has(code)) return true
  // What happened within a query Prisma tells in its message alone: "Database error. Code: `57P01`".
  const told = /Code: `(\w+)`/.exec(error.message)?.[1]
  if (told !== undefined && codes.has(told)) return true
  if (/Connection terminated|Connection ended|Can't reach database|ECONNREFUSED/.test(error.message)) return true
  return isAway(error.cause)
}
