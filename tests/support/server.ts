import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { childEnvironment } from '../../app/server/env.server'
import { copyData } from './copy-data'

export type TestServer = {
  url: string
  dataDir: string
  /** All it has printed so far: the log, and what a person who starts it reads. */
  output: () => string
  stop: () => Promise<void>
  /** As when the power fails: at once, with nothing said. */
  kill: () => Promise<void>
}

type Settings = Record<string, string>

/** Whatever the shell says: no test reads the data, the operator or the address of the installation it runs on. */
const neutral: Settings = Object.fromEntries(
  [
    'DATABASE_URL',
    'PUBLIC_URL',
    'TRUST_PROXY',
    'GALLERY',
    'DEMO',
    'SECRET_KEY',
    'RATE_LIMITS',
    'SMTP_URL',
    'MAIL_FROM',
  ].map((name) => [name, '']),
)
const noOperator: Settings = Object.fromEntries(
  ['NAME', 'EMAIL', 'ADDRESS', 'PHONE'].map((name) => [`OPERATOR_${name}`, '']),
)

/** Starts Pranë as a person would, in production mode, on a free port and in a data folder of its own. */
export async function startTestServer(settings: Settings = {}, ...words: '--demo'[]): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'prane-server-'))
  const dataDir = settings['DATA_DIR'] ?? join(folder, 'data')
  if (!settings['DATABASE_URL'] && !settings['DATA_DIR']) copyData('real', dataDir)
  const env = { ...childEnvironment({}), ...neutral, ...noOperator, PORT: '0', DATA_DIR: dataDir, ...settings }
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', ...words], { cwd: resolve('.'), env })
  const ended = once(child, 'exit')
  let output = ''
  const removeFolder = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  const killAtExit = () => {
    child.kill('SIGKILL')
    removeFolder()
  }
  process.once('exit', killAtExit)
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal)
    await ended
    process.off('exit', killAtExit)
    removeFolder()
  }
  const stop = () => end('SIGTERM')

  const port = await new Promise<string>((found, failed) => {
    let isOpen = false
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      if (isOpen) return // the log is long by then: it is not searched again with every line
      const opened = /is open at http:\/\/localhost:(\d+)/.exec(output)?.[1]
      isOpen = opened !== undefined
      if (opened) found(opened)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void ended.then(() => failed(new Error(`The server did not start:\n${output}`)))
  }).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  // The name "localhost" may mean ::1 to one program and 127.0.0.1 to another; the server listens on both.
  const url = `http://127.0.0.1:${port}`
  const ready = await fetch(`${url}/readyz`)
  if (!ready.ok) throw new Error(`The server is not ready: ${ready.status}`)
  return { url, dataDir, output: () => output, stop, kill: () => end('SIGKILL') }
}
