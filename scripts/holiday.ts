import { generateClient } from './generate'

/** Makes a date a day off, or a working day again: npm run holiday -- 2026-12-24 off "announced on …" */
const [date = '', what = '', note = ''] = process.argv.slice(2)
if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(Date.parse(date)) || !['off', 'working'].includes(what)) {
  throw new Error('Say the date, and off or working: npm run holiday -- 2026-12-24 off "announced on …"')
}
await generateClient()
const { getDatabase } = await import('../app/server/db.server')
const { migrate } = await import('../app/server/migrate.server')
const { changeHoliday } = await import('../app/server/calendar.server')
const database = await getDatabase()
try {
  await migrate(database)
  await changeHoliday({ date, isOff: what === 'off', note })
  console.log(`${date} is ${what === 'off' ? 'a day off' : 'a working day'}.`)
} finally {
  await database.close()
}
