import { getDatabase } from '~/server/db.server'
import { getEnv } from '~/server/env.server'

/** Of the invented staff of the demonstration, where nothing is real and every page says so. */
export const demoPassword = 'e shpikur e gjitha'

/** Those whom anybody may try in the demonstration; null everywhere else. */
export async function findDemoStaff() {
  if (getEnv().DEMO !== 'on') return null
  const { prisma } = await getDatabase()
  const people = await prisma.staff.findMany({
    where: { email: { endsWith: '@example.org' }, oneTimeSecret: null, endedAt: null },
    orderBy: { email: 'asc' },
    select: { name: true, email: true, role: true },
  })
  return { password: demoPassword, people: people.map((person) => ({ ...person, email: person.email ?? '' })) }
}
