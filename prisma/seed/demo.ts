import { randomInt, randomUUID } from 'node:crypto'
import type { Prisma, PrismaClient } from '../../generated/prisma/client'
import { demoPassword } from '../../app/features/accounts/demo-staff.server'
import { hashPassword } from '../../app/features/accounts/passwords.server'
import type { StaffRole, Viewer } from '../../app/lib/staff'
import { answerWithin, dueOn, workingDaysBetween } from '../../app/features/voice/clock'
import { drawCode } from '../../app/features/voice/code'
import { categories, forWhom, howMany, since, without, type Status } from '../../app/features/voice/rules'
import { clockInTirana } from '../../app/lib/days'
import { isPublicHoliday } from '../../app/lib/holidays'
import { codeHash, sealText } from '../../app/server/keys.server'
import { seedDemoBudget } from './demo-budget'

/** Where the invented staff of the demonstration work: Korçë. */
const municipalityCode = 'AL343'
const day = 24 * 60 * 60_000
const messageCount = 200

/** Invented; their names say so. */
const staff: { id: string; name: string; email: string; role: StaffRole }[] = [
  ['Nëpunësja e shpikur', 'nepunesja', 'officer'],
  ['Punonjësi i shpikur i mbrojtjes', 'mbrojtja', 'protection_officer'],
  ['Nëpunësi i shpikur', 'nepunesi', 'officer'],
  ['Drejtuesja e shpikur', 'drejtuesja', 'head_of_service'],
  ['Nëpunësi i shpikur i buxhetit', 'buxheti', 'budget_officer'],
].map(([name, address, role], index) => ({
  id: `de000000-0000-4000-8000-00000000000${index + 1}`,
  name: name as string,
  email: `${address}@example.org`,
  role: role as StaffRole,
}))

/** Puts the invented staff in place and, once, an invented month of messages; they are at work whenever it starts. */
export async function seedDemo(prisma: PrismaClient, now: Date): Promise<void> {
  const passwordHash = await hashPassword(demoPassword)
  for (const { id, ...person } of staff) {
    const data = { ...person, passwordHash, activeAt: now }
    await prisma.staff.upsert({ where: { id }, create: { id, municipalityCode, ...data }, update: data })
  }
  if ((await prisma.submission.count()) > 0) return
  const units = await prisma.administrativeUnit.findMany({ where: { municipalityCode }, select: { number: true } })
  for (let index = 0; index < messageCount; index++) {
    await prisma.submission.create({
      data: inventMessage(
        index,
        units.map(({ number }) => number),
        now,
      ),
    })
  }
  const viewerOf = (role: StaffRole): Viewer => ({
    staffId: staff.find((person) => person.role === role)?.id ?? '',
    role,
    municipalityCode,
  })
  await seedDemoBudget({ prisma, budget: viewerOf('budget_officer'), head: viewerOf('head_of_service'), now })
}

/** Few kinds of help, so that groups of needs come together. */
const demoHelps = ['home_help', 'day_place', 'transport', 'entrance', 'device'] as const

const said = {
  need: 'Mesazh i shpikur: kjo ndihmë na mungon çdo ditë dhe nuk dimë ku ta kërkojmë.',
  problem: 'Mesazh i shpikur: zyra ishte e mbyllur dhe te dera nuk shkruhej asgjë.',
  barrier: 'Mesazh i shpikur: te hyrja ka pesë shkallë dhe nuk ka rampë.',
  wrong_information: 'Mesazh i shpikur: orari në faqe nuk është ai që zbatohet.',
  thanks: 'Mesazh i shpikur: faleminderit, na pritën mirë.',
  idea: 'Mesazh i shpikur: një ditë në javë mund të vinte dikush edhe në fshat.',
  question: 'Mesazh i shpikur: ç’dokumente duhen për të bërë kërkesën?',
} as const
const replied = 'Përgjigje e shpikur: e pamë mesazhin tuaj dhe jua ndreqëm këtë gjë.'
const asked = 'Pyetje e shpikur: në cilën lagje banoni?'
const closed = 'Shpjegim i shpikur: kjo punë nuk varet nga bashkia.'

/** The statuses of an invented month: 50 of the messages are open. */
function statusOf(index: number): Status {
  if (index % 4 === 0)
    return (
      (['received', 'assigned', 'received', 'needs_information', 'disputed'] as const)[(index / 4) % 5] ?? 'received'
    )
  return index % 4 === 3 ? 'closed' : 'answered'
}

/** Open messages are as old as working days make them: so a few are late, whatever holidays there were. */
function daysAgo(workingDays: number, now: Date): number {
  const dateOf = (age: number) => clockInTirana(new Date(now.getTime() - age * day)).date
  let age = 0
  while (workingDaysBetween(dateOf(age), dateOf(0), isPublicHoliday) < workingDays) age += 1
  return age
}

function inventMessage(index: number, units: number[], now: Date): Prisma.SubmissionCreateInput {
  const one = <T>(list: readonly T[]): T => list[(index * 7) % list.length] as T
  const id = randomUUID()
  const status = statusOf(index)
  const isOpen = index % 4 === 0
  const age = isOpen ? daysAgo(1 + ((index / 4) % (answerWithin.ordinary + 2)), now) : 3 + (index % 27)
  const receivedAt = new Date(now.getTime() - age * day - (index % 9) * 60 * 60_000)
  const isNeed = index % 2 === 0
  const category = isNeed ? null : one([...categories.wrong, ...categories.other])
  const due = dueOn(clockInTirana(receivedAt).date, answerWithin.ordinary, isPublicHoliday)
  const [officer] = staff
  const staffId = one([officer?.id, staff[2]?.id])
  const later = new Date(receivedAt.getTime() + (1 + (index % 5)) * day)
  const at = later < now ? later : now
  const words = sealText(JSON.stringify({ words: isNeed ? said.need : said[category ?? 'problem'] }), id)
  const event = (kind: 'assigned' | 'asked' | 'answered' | 'closed' | 'disputed', text?: string, detail?: string) => ({
    kind,
    at,
    staffId: kind === 'disputed' ? null : staffId,
    detail,
    sealed: text ? sealText(text, id) : null,
  })
  const events = {
    received: [],
    assigned: [event('assigned')],
    needs_information: [event('asked', asked)],
    answered: [event('answered', replied)],
    disputed: [event('answered', replied), event('disputed')],
    closed: [event('closed', closed, 'not_ours')],
    withdrawn: [],
  }[status]
  return {
    id,
    codeHash: codeHash(drawCode(() => randomInt(10))),
    kind: isNeed ? 'need' : 'feedback',
    category,
    municipalityCode,
    unitNumber: isNeed ? one(units) : null,
    ...(isNeed && {
      help: one(demoHelps),
      forWhom: one(forWhom),
      howMany: one(howMany),
      since: one(since),
      without: one(without),
    }),
    register: one(['sq', 'sq-simple', 'sq', 'en']),
    isAssisted: index % 5 === 0,
    mayShow: index % 6 === 0,
    sealed: words,
    status,
    receivedAt,
    dueOn: ['received', 'assigned', 'disputed'].includes(status) ? new Date(due) : null,
    closedAt: status === 'closed' ? at : null,
    ...(status !== 'received' && staffId && { assignedTo: { connect: { id: staffId } } }),
    events: { create: [{ kind: 'sent', at: receivedAt }, ...events] },
  }
}
