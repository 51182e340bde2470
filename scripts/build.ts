import { createHash } from 'node:crypto'
import { execFile } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { generateClient } from './generate'

const stamp = 'build/digest'
const sources = ['app', 'public', 'prisma/schema.prisma', 'vite.config.ts', 'remix.config.js', 'package-lock.json']

/** Builds the app, unless the build at hand was made from the same sources. */
export async function buildWhenNeeded(): Promise<'built' | 'up to date'> {
  await generateClient()
  const digest = digestOf(sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return 'up to date'
  console.log('Building Pranë…')
  await promisify(execFile)(process.execPath, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'])
  writeFileSync(stamp, digest)
  return 'built'
}

function digestOf(paths: string[]): string {
  const hash = createHash('sha256').update(process.version)
  for (const path of paths.flatMap(filesUnder)) hash.update(path).update(readFileSync(path))
  return hash.digest('hex')
}

function filesUnder(path: string): string[] {
  if (/\.[a-z]+$/.test(path)) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(`Build: ${await buildWhenNeeded()}.`)
