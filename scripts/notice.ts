import { parseArgs } from 'node:util'
import { z } from 'zod'
import { generateClient } from './generate'

/** Publishes or withdraws a notice: docs/guides/keep-facts-true.md has the options. */
const names = ['about', 'kind', 'sq', 'en', 'from', 'until', 'withdraw'] as const
const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
const { withdraw, ...given } = parseArgs({ options }).values

await generateClient()
const { noticeForm } = await import('../app/features/directory/schema')
const { publishNotice, withdrawNotice } = await import('../app/features/directory/commands.server')
const { getDatabase } = await import('../app/server/db.server')
const { migrate } = await import('../app/server/migrate.server')

const parsed = noticeForm.safeParse(given)
if (withdraw === undefined && !parsed.success) {
  console.error(z.prettifyError(parsed.error))
  process.exit(2)
}
const database = await getDatabase()
await migrate(database)
const result =
  parsed.success && withdraw === undefined
    ? await publishNotice(parsed.data)
    : await withdrawNotice({ id: withdraw ?? '' })
console.log(JSON.stringify(result))
await database.close()
process.exitCode = result.ok ? 0 : 1
