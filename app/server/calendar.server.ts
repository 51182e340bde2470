import { isPublicHoliday, type Holidays } from '~/lib/holidays'
import { getDatabase } from './db.server'
import { untilChange } from './until-change.server'

/** The public holidays by law, with the days that were announced or taken back since: those stand in the database. */
export function readHolidays(): Promise<Holidays> {
  return untilChange('holidays', async () => {
    const { prisma } = await getDatabase()
    const rows = await prisma.holidayChange.findMany({ select: { date: true, isOff: true } })
    const changes = new Map(rows.map(({ date, isOff }) => [date.toISOString().slice(0, 10), isOff]))
    return (date: string) => changes.get(date) ?? isPublicHoliday(date)
  })
}

/** Makes a date a day off or a working day, whatever the law says; for what is announced during a year. */
export async function changeHoliday({ date, isOff, note }: { date: string; isOff: boolean; note: string }) {
  const { prisma } = await getDatabase()
  const change = { isOff, note }
  await prisma.holidayChange.upsert({
    where: { date: new Date(date) },
    create: { date: new Date(date), ...change },
    update: change,
  })
}
