import { log } from './log.server'

/** Does something now and then again after each pause, in milliseconds; a failure is logged and does not end it. */
export function everyNowAndThen(what: string, pause: number, work: () => Promise<unknown>): () => void {
  let timer: NodeJS.Timeout
  let stopped = false
  const tick = async () => {
    await work().catch((error: unknown) => {
      log.warn({ error: error instanceof Error ? error.name : 'unknown' }, `${what} failed`)
    })
    if (!stopped) timer = setTimeout(() => void tick(), pause).unref()
  }
  void tick()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
