import compression from 'compression'
import { randomInt } from 'node:crypto'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import helmet from 'helmet'
import { log } from '../log.server'
import { queryOf } from '../query-of.server'
import { routePattern } from './route-pattern.server'
import { refuse } from './refusal.server'

/** What a form may weigh: far more than the longest text, so that one that is too long comes back with its words. */
const maxFormBytes = 512 * 1024
const formType = 'application/x-www-form-urlencoded'
/** Where files come in, what they may weigh together, and how much of that is read at the same time. */
const uploadPath = /^\/([a-z-]+\/tell\/[a-z]+\/(photos|recording)|desk\/mapping)$/
const uploadType = 'multipart/form-data'
const maxUploadBytes = 40 * 1024 * 1024
const maxBytesAtOnce = 200 * 1024 * 1024
const hostPattern = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i

export type DoorOptions = {
  /** The configured origin, for example "https://example.org"; null: the request's own host. */
  publicUrl: string | null
  trustProxy: number
  /** Whether a route renders with the framework's script and so may be asked for its data alone. */
  hydrates: (routeId: string) => boolean
  /** The fixed words of the site map: all that a log may repeat of a path. */
  knownWords: ReadonlySet<string>
  /** Keeps the pages that are sent. */
  pageCache: RequestHandler
}

/** Everything a request passes before a route sees it, in order. */
export function door(options: DoorOptions): RequestHandler[] {
  return [
    identify,
    logRequest(options),
    securityHeaders(options),
    devices,
    checkHost(options),
    checkMethod,
    checkTrailingSlash,
    checkDataRequest(options),
    checkPost(options),
    options.pageCache,
    compression() as RequestHandler,
  ]
}

/** A number to quote, short enough to say on the telephone. */
function identify(_req: Request, res: Response, next: NextFunction): void {
  res.locals.reference = String(randomInt(100_000, 1_000_000))
  next()
}

function logRequest({ knownWords }: DoorOptions): RequestHandler {
  return (req, res, next) => {
    const started = performance.now()
    const pattern = routePattern(req.path, knownWords)
    res.locals.pattern = pattern
    res.on('finish', () => {
      const ms = Math.round(performance.now() - started)
      log.info({ reference: res.locals.reference as string, method: req.method, pattern, status: res.statusCode, ms })
    })
    next()
  }
}

function securityHeaders({ publicUrl }: DoorOptions): RequestHandler {
  const secure = publicUrl?.startsWith('https:') ?? false
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // The default, no-referrer, makes browsers send "Origin: null" with every form.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    xFrameOptions: { action: 'deny' },
  }) as RequestHandler
}

const recordingPath = /^\/[a-z-]+\/tell\/[a-z]+\/recording$/

/** What of the telephone a page may use: nothing, but for the microphone where a person records a message. */
function devices(req: Request, res: Response, next: NextFunction): void {
  const microphone = recordingPath.test(req.path) ? '(self)' : '()'
  res.set('Permissions-Policy', `camera=(), geolocation=(), microphone=${microphone}`)
  next()
}

/** The framework builds addresses from these headers: a host no browser sends is refused. */
function checkHost({ trustProxy }: DoorOptions): RequestHandler {
  return (req, res, next) => {
    if (!trustProxy) delete req.headers['x-forwarded-host']
    const hosts = [req.headers.host, req.headers['x-forwarded-host']].flat().filter((h) => h !== undefined)
    if (hosts.length === 0 || !hosts.every((host) => hostPattern.test(host) && URL.canParse(`http://${host}`)))
      return refuse(req, res, 400)
    return readablePath(req) ? next() : refuse(req, res, 400)
  }
}

/** A path of this server, decodable, without the null byte that no database takes. */
function readablePath(req: Request): boolean {
  try {
    return req.originalUrl.startsWith('/') && !decodeURIComponent(req.path).includes('\0')
  } catch {
    return false
  }
}

function checkMethod(req: Request, res: Response, next: NextFunction): void {
  if (['GET', 'HEAD', 'POST'].includes(req.method)) return next()
  res.set('Allow', 'GET, HEAD, POST')
  refuse(req, res, 405)
}

/** One address a page: "/sq/help/" leads to "/sq/help". */
function checkTrailingSlash(req: Request, res: Response, next: NextFunction): void {
  if (req.method === 'POST' || !/^\/[^/].*\/$/.test(req.path) || req.path.includes('\\')) return next()
  const query = req.originalUrl.slice(req.path.length)
  res.redirect(308, req.path.replace(/\/+$/, '') + query)
}

/** "?_data=<route>" runs one loader without the page around it. */
function checkDataRequest({ hydrates }: DoorOptions): RequestHandler {
  return (req, res, next) => {
    const asked = queryOf(req).get('_data')
    if (asked === null || hydrates(asked)) return next()
    res.status(404).type('text').send('Not Found')
  }
}

function checkPost({ publicUrl }: DoorOptions): RequestHandler {
  return (req, res, next) => {
    if (req.method !== 'POST') return next()
    const length = req.get('content-length')
    if (crossSite(req, publicUrl)) return refuse(req, res, 403)
    const type = (req.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
    const isUpload = uploadPath.test(req.path) && type === uploadType
    if (!isUpload && type !== formType) return refuse(req, res, 415)
    if (length === undefined) return refuse(req, res, 411)
    if (Number(length) > (isUpload ? maxUploadBytes : maxFormBytes)) return refuse(req, res, 413)
    if (isUpload && !mayUpload(res, Number(length))) return refuse(req, res, 503)
    // It is judged: the framework would compare it with the host, which is another one behind a proxy.
    delete req.headers.origin
    next()
  }
}

let uploading = 0

/** Files are read into memory: when too much comes at once, the rest is asked to try again. */
function mayUpload(res: Response, bytes: number): boolean {
  if (uploading + bytes > maxBytesAtOnce) return false
  uploading += bytes
  res.once('close', () => (uploading -= bytes))
  return true
}

function crossSite(req: Request, publicUrl: string | null): boolean {
  const site = req.get('sec-fetch-site')
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = req.get('origin')
  if (origin === undefined) return false // no browser: browsers name the origin of every form they post
  const allowed = publicUrl ?? `${req.protocol}://${req.get('host')}`
  return origin !== allowed
}
