import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'

/** What the triggers of the migrations notify after every change, whoever made it. */
const channel = 'prane_changed'
const retryAfter = 2_000 // milliseconds

export type Listener = {
  changed: () => void
  /** false while the database cannot tell of changes, true from the moment it can again */
  listening: (on: boolean) => void
}

export type Listen = (listener: Listener) => Promise<() => Promise<void>>

/** The embedded database tells of changes in this process, which is the only one that makes any. */
export function listenEmbedded(pglite: PGlite): Listen {
  return async ({ changed, listening }) => {
    const stop = await pglite.listen(channel, changed)
    listening(true)
    return () => stop()
  }
}

/** One connection that only listens. When it is lost a new one is tried until there is one. */
export function listenPostgres(url: string): Listen {
  return async ({ changed, listening }) => {
    let stopped = false
    let client: pg.Client | undefined
    let timer: NodeJS.Timeout | undefined

    const connect = async (): Promise<void> => {
      const next = new pg.Client({ connectionString: url })
      next.on('notification', changed)
      next.on('error', () => undefined) // "end" follows
      next.once('end', () => {
        if (next === client) lost()
      })
      await next.connect()
      await next.query(`LISTEN ${channel}`)
      client = next
      listening(true)
    }
    const lost = () => {
      if (stopped) return
      listening(false)
      clearTimeout(timer)
      timer = setTimeout(() => void connect().catch(lost), retryAfter).unref()
    }
    await connect().catch(lost)
    return async () => {
      stopped = true
      clearTimeout(timer)
      await client?.end()
    }
  }
}
