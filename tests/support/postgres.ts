import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { PrismaPg } from '@prisma/adapter-pg'

export type TestPostgres = { url: string; stop: () => Promise<void> }

/** PostgreSQL refuses to run as root; this is "nobody" nearly everywhere, and need not have a name. */
const nobody = { uid: 65534, gid: 65534 }

/**
 * An empty PostgreSQL database for one test file: on the server that TEST_DATABASE_URL names, or else on a server
 * started for the purpose in a folder of its own, reached through a socket in that folder.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) return createDatabase(given)
  const programs = findPostgres()
  if (programs === null) throw new Error('PostgreSQL is missing: install it (initdb), or set TEST_DATABASE_URL.')
  return startServer(programs)
}

/** The folder of PostgreSQL's programs; null when it is not installed. */
export function findPostgres(): string | null {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'initdb'))
  const debian = versionsIn('/usr/lib/postgresql').map((version) => join(version, 'bin', 'initdb'))
  const homebrew = ['/opt/homebrew/opt', '/usr/local/opt']
    .flatMap(versionsIn)
    .filter((folder) => folder.includes('postgresql'))
    .map((folder) => join(folder, 'bin', 'initdb'))
  const initdb = [...onPath, ...debian, ...homebrew].find(isWithServer)
  return initdb === undefined ? null : dirname(realpathSync(initdb))
}

/** Some systems install initdb without the server, or link it alone into a folder of the path. */
function isWithServer(initdb: string): boolean {
  return existsSync(initdb) && existsSync(join(dirname(realpathSync(initdb)), 'postgres'))
}

/** Newest first. */
function versionsIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  return names.map((name) => join(folder, name))
}

async function createDatabase(serverUrl: string): Promise<TestPostgres> {
  const name = `prane_test_${randomBytes(6).toString('hex')}`
  await run(serverUrl, `create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return { url: url.href, stop: () => run(serverUrl, `drop database ${name} with (force)`) }
}

async function run(url: string, statement: string): Promise<void> {
  const connection = await new PrismaPg(url).connect()
  await connection.executeScript(statement).finally(() => connection.dispose())
}

async function startServer(programs: string): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'prane-pg-'))
  const data = join(folder, 'data')
  const isRoot = process.getuid?.() === 0
  if (isRoot) chownSync(folder, nobody.uid, nobody.gid)
  const owner = { cwd: folder, ...(isRoot ? nobody : {}) }

  const initialise = ['-D', data, '-U', 'prane', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync']
  await promisify(execFile)(join(programs, 'initdb'), initialise, owner)
  const settings = ['listen_addresses=', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  const args = ['-D', data, '-k', folder, ...settings.flatMap((setting) => ['-c', setting])]
  const server = spawn(join(programs, 'postgres'), args, { ...owner, stdio: ['ignore', 'ignore', 'pipe'] })
  const removeFolder = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  const killAtExit = () => {
    server.kill('SIGQUIT')
    removeFolder()
  }
  process.once('exit', killAtExit)
  await untilReady(server)

  const stop = async () => {
    process.off('exit', killAtExit)
    const ended = once(server, 'exit')
    server.kill('SIGTERM') // waits for open connections: a test that forgets to close one is told so by its timeout
    await ended
    removeFolder()
  }
  return { url: `postgresql://prane@localhost/postgres?host=${encodeURIComponent(folder)}`, stop }
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString()
      if (log.includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${log}`)))
  })
}
