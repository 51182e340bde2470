import type { Request, RequestHandler, Response } from 'express'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import { registerInPath } from '../i18n/registers'
import { log } from './log.server'
import { queryOf } from './query-of.server'

/** Names and values of the headers in turn, as they go over the wire. */
type Page = { headers: string[]; body: Buffer; pattern: string }

export type PageCache = {
  /**
   * Answers with a kept page if there is one. Stands in front of everything: a page is kept under all that the door judges
   * a request by, so whoever asks with the same has passed the door already.
   */
  answer: (req: IncomingMessage, res: ServerResponse) => boolean
  /** Keeps what is sent. Stands in front of the compression, so that a page is kept as it was sent. */
  handler: RequestHandler
  /** Forgets every page; a page that is being made now is not kept. */
  empty: () => void
  /**
   * Off while nobody can say whether something changed: then pages are made anew, and a kept one stands in only where
   * the database cannot be reached. Empty when it is on again.
   */
  turn: (on: boolean) => void
}

const maxBytes = 32 * 1024 * 1024
const maxPageBytes = 256 * 1024
/** In milliseconds. A page may say what is open now: it is made anew each minute even if nothing changed. */
const maxAge = 60_000

/**
 * Keeps whole pages for people without a cookie: what a cookie changed is never kept and never answered from here.
 * Only pages that name their register in the address are kept; the others depend on the language of the browser.
 */
export function createPageCache(): PageCache {
  const pages = new LRUCache<string, Page>({
    maxSize: maxBytes,
    sizeCalculation: ({ body }, key) => body.length + key.length + 1_000,
    ttl: maxAge,
  })
  let on = true
  let emptied = 0
  const empty = () => {
    emptied += 1
    pages.clear()
  }
  const answer = (req: IncomingMessage, res: ServerResponse) => {
    if (!on || !mayBeAnswered(req)) return false
    const page = pages.get(keyOf(req, req.url))
    if (page === undefined) return false
    res.writeHead(200, page.headers).end(page.body)
    log.info({ kept: true, method: 'GET', pattern: page.pattern, status: 200 })
    return true
  }
  const handler: RequestHandler = (req, res, next) => {
    if (!mayBeAnswered(req) || !mayBeShared(req)) return next()
    const key = keyOf(req, req.originalUrl)
    if (!on) {
      const last = pages.get(key, { allowStale: true, noDeleteOnStaleGet: true })
      if (last !== undefined) standIn(res, last)
      return next()
    }
    const before = emptied
    record(res, (made) => {
      if (on && emptied === before) pages.set(key, made)
    })
    next()
  }
  const turn = (to: boolean) => {
    on = to
    if (on) empty()
    else emptied += 1
  }
  return { answer, handler, empty, turn }
}

function mayBeAnswered({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && headers.cookie === undefined
}

/** All that a page without a cookie depends on, and all that the door judges a GET by. */
function keyOf({ headers }: IncomingMessage, url: string | undefined): string {
  const { host, 'x-forwarded-host': forwarded, 'x-forwarded-proto': protocol, 'accept-encoding': encoding } = headers
  return [host, forwarded, protocol, encoding, url].join('\n')
}

/** Pages that name their register, and no words a person searched for: those are kept nowhere, not even for a minute. */
function mayBeShared(req: Request): boolean {
  return registerInPath(req.path) !== null && !queryOf(req).has('q')
}

/** Sends the page instead of an answer that says "not now". */
function standIn(res: Response, page: Page): void {
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => Response
  const write = res.write.bind(res) as (...args: unknown[]) => boolean
  const end = res.end.bind(res) as (...args: unknown[]) => Response
  let isReplaced = false
  res.writeHead = (...args: unknown[]) => {
    if (args[0] !== 503 && res.statusCode !== 503) return writeHead(...args)
    isReplaced = true
    for (const name of res.getHeaderNames()) res.removeHeader(name)
    return writeHead(200, page.headers)
  }
  res.write = (...args: unknown[]) => isReplaced || write(...args)
  res.end = (...args: unknown[]) => {
    if (!res.headersSent) res.writeHead(res.statusCode)
    return isReplaced ? end(page.body) : end(...args)
  }
}

/** Copies what is sent and hands it over when it is a whole page that may be kept. */
function record(res: Response, keep: (page: Page) => void): void {
  const chunks: Buffer[] = []
  let size = 0
  const write = res.write.bind(res) as (...args: unknown[]) => boolean
  const end = res.end.bind(res) as (...args: unknown[]) => Response
  const copy = (chunk: unknown) => {
    if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) return
    const bytes = Buffer.from(chunk as Uint8Array)
    size += bytes.length
    if (size <= maxPageBytes) chunks.push(bytes)
  }
  res.write = (...args: unknown[]) => {
    copy(args[0])
    return write(...args)
  }
  res.end = (...args: unknown[]) => {
    copy(args[0])
    const ended = end(...args)
    if (size <= maxPageBytes && mayBeKept(res)) {
      const body = Buffer.concat(chunks)
      keep({ headers: headersOf(res, body), body, pattern: String(res.locals.pattern) })
    }
    return ended
  }
}

function mayBeKept(res: Response): boolean {
  const type = String(res.getHeader('content-type') ?? '')
  const caching = String(res.getHeader('cache-control') ?? '')
  return (
    res.statusCode === 200 &&
    type.startsWith('text/html') &&
    !res.hasHeader('set-cookie') &&
    !caching.includes('no-store')
  )
}

function headersOf(res: Response, body: Buffer): string[] {
  const headers = { ...res.getHeaders(), 'content-length': body.length }
  return Object.entries(headers).flatMap(([name, value]) => (name === 'transfer-encoding' ? [] : [name, String(value)]))
}
