import { execFile } from 'node:child_process'
import { existsSync, realpathSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { childEnvironment } from '../app/server/env.server'

const thisFile = fileURLToPath(import.meta.url)
const project = dirname(dirname(thisFile))
const schema = join(project, 'prisma', 'schema.prisma')
const client = join(project, 'generated', 'prisma', 'client.ts')

const env = childEnvironment({
  // Generating does not use the schema engine, yet downloads it unless one is named; any program will do.
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  // No call home for news of newer versions.
  CHECKPOINT_DISABLE: '1',
})

/** Writes the database client from prisma/schema.prisma when it is missing or older. Quiet unless it fails. */
export async function generateClient(): Promise<void> {
  if (existsSync(client) && statSync(client).mtimeMs >= statSync(schema).mtimeMs) return
  const prisma = join(dirname(createRequire(import.meta.url).resolve('prisma/package.json')), 'build', 'index.js')
  await promisify(execFile)(process.execPath, [prisma, 'generate', '--no-hints'], { cwd: project, env }).catch(explain)
}

function explain(error: Error & { stdout?: string; stderr?: string }): never {
  throw new Error(`The database client could not be generated.\n${error.stdout ?? ''}${error.stderr ?? ''}`, {
    cause: error,
  })
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === thisFile) await generateClient()
