import type { PrismaClient } from '../../generated/prisma/client'
import { keyMark } from './keys.server'

const factName = 'key-mark'

/**
 * Holds the key against the database: with another one every code would be unknown and every text closed. The first
 * start writes down the mark of its key.
 *
 * @throws when this database was sealed with another key
 */
export async function checkKey(prisma: PrismaClient): Promise<void> {
  const mark = keyMark()
  await prisma.fact.createMany({ data: [{ name: factName, value: mark }], skipDuplicates: true })
  const known = await prisma.fact.findUnique({ where: { name: factName }, select: { value: true } })
  if (known?.value === mark) return
  throw new Error(
    'The messages in this database were sealed with another key. Set SECRET_KEY to that key, or put back the file ' +
      'secret-key of the data folder.',
  )
}
