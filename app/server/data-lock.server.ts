import { closeSync, mkdirSync, openSync, readFileSync, statSync, unlinkSync, writeSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Who holds a lock. The start time tells a running holder from a later process that was given the same number. */
type Holder = { pid: number; startedAt: string | null }

export type DataLock = { release: () => void }

/** Another process has the data folder open; the message says which, and what to do. */
export class DataFolderInUse extends Error {}

/** A lock file is written in one go; one that stays unreadable this long was left by a crash of the machine. */
const unreadableIsStaleAfterMs = 10_000

/**
 * Takes DATA_DIR for this process. Two processes on one embedded database silently lose rows that both were told
 * are stored, so the second one is refused with a sentence for the person who started it.
 *
 * The lock is given back by `release` or when the process exits. A killed process leaves it behind; the next one
 * sees that the holder is gone. Processes in containers that share a folder do not see each other's numbers: give
 * such a folder to one container only.
 */
export function takeDataLock(dataDir: string): DataLock {
  const folder = resolve(dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return takeLock(join(folder, 'lock'), folder)
}

function takeLock(path: string, folder: string): DataLock {
  while (!createExclusively(path)) {
    const found = readLock(path)
    if (found === null) continue // released since; try again
    if (!isStale(found)) throw new DataFolderInUse(refusal(found.holder, folder))
    removeStaleLock(path, folder, found.content)
  }
  return heldLock(path)
}

/**
 * Removes a stale lock while holding a lock on doing so. Without it, two processes could both find the lock stale,
 * and the slower one would remove the lock that the faster one has just taken. A stale takeover lock is taken over
 * by the same rule.
 */
function removeStaleLock(path: string, folder: string, content: string): void {
  const takeover = takeLock(`${path}.takeover`, folder)
  try {
    if (readLock(path)?.content === content) unlinkSync(path)
  } finally {
    takeover.release()
  }
}

function createExclusively(path: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o600)
    try {
      writeSync(file, ownContent())
    } finally {
      closeSync(file)
    }
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

function heldLock(path: string): DataLock {
  let held = true
  const release = () => {
    if (!held) return
    held = false
    process.off('exit', release)
    if (readLock(path)?.content === ownContent()) unlinkSync(path)
  }
  process.once('exit', release)
  return { release }
}

type FoundLock = { content: string; holder: Holder | null; ageMs: number }

/** Null when there is no lock. A holder of null: the file says nothing readable (yet). */
function readLock(path: string): FoundLock | null {
  try {
    const ageMs = Date.now() - statSync(path).mtimeMs
    const content = readFileSync(path, 'utf8')
    return { content, holder: parseHolder(content), ageMs }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

/** Null for a file half written, or cut short by a crash; isStale decides by its age. */
function parseHolder(content: string): Holder | null {
  const match = /^{"pid":([1-9]\d*),"startedAt":(?:"(\w+)"|null)}$/.exec(content)
  return match === null ? null : { pid: Number(match[1]), startedAt: match[2] ?? null }
}

function isStale({ holder, ageMs }: FoundLock): boolean {
  if (holder === null) return ageMs > unreadableIsStaleAfterMs
  if (!isAlive(holder.pid)) return true
  const startedAt = startTimeOf(holder.pid)
  if (startedAt === null || holder.startedAt === null) return false // cannot be told apart: believe the lock
  return startedAt !== holder.startedAt
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM') // it runs, as another user
  }
}

/**
 * Ticks between the machine's start and the process's start: field 22 of /proc/<pid>/stat (man 5 proc), counted
 * after the program's name, which may itself hold spaces and brackets. A zombie has "ended": it holds no file any
 * more. Null where it cannot be read.
 */
function startTimeOf(pid: number): string | null {
  if (process.platform !== 'linux') return null
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? 'ended' : (fields[19] ?? null)
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ESRCH')) return null
    throw error
  }
}

function ownContent(): string {
  return JSON.stringify({ pid: process.pid, startedAt: startTimeOf(process.pid) } satisfies Holder)
}

function refusal(holder: Holder | null, folder: string): string {
  const who = holder === null ? 'Another Pranë process' : `Another Pranë process (pid ${holder.pid})`
  return `${who} has this data folder open: ${folder}. Stop it first, or set DATA_DIR to another folder.`
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
