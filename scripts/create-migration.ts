import { createMigration } from '../app/server/migrate.server'

/** Writes the migration that schema.prisma asks for: npx tsx scripts/create-migration.ts add-something */
const name = process.argv[2]
if (name === undefined || !/^[a-z][a-z0-9_-]*$/.test(name)) {
  throw new Error('Give the migration a name of small letters, digits, - and _: create-migration.ts add-something')
}
const folder = await createMigration(name)
console.log(folder === null ? 'The migrations already give what schema.prisma says.' : `Written: ${folder}`)
