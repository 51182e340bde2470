import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import express, { type NextFunction, type Request, type Response } from 'express'
import { randomInt } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pathWords } from './app/paths'
import { getDatabase } from './app/server/db.server'
import { door } from './app/server/door/door.server'
import { refuse } from './app/server/door/refusal.server'
import { getEnv } from './app/server/env.server'
import { log } from './app/server/log.server'
import { createPageCache, type PageCache } from './app/server/page-cache.server'
import { valuesKept } from './app/server/until-change.server'

type BuildSource = () => Promise<ServerBuild>

/** Starts the HTTP server: the door in front, the built files, then Remix. Returns the port it listens on. */
export async function startServer({ dev = false } = {}): Promise<{ port: number; stop: () => Promise<void> }> {
  const env = getEnv()
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env.TRUST_PROXY)
  const vite = dev ? await startVite() : undefined
  const build: BuildSource = vite ? vite.loadBuild : loadBuild
  const routes = (await build()).routes

  const cache = createPageCache()
  cache.turn(false)
  // Pages are kept while the database tells of every change, and never while the source is being edited.
  const stopListening = dev ? undefined : await keepTrue(cache)

  app.use(
    door({
      publicUrl: env.PUBLIC_URL ?? null,
      trustProxy: env.TRUST_PROXY,
      hydrates: (id) =>
        Object.hasOwn(routes, id) && (routes[id]?.module.handle as { hydrate?: boolean } | undefined)?.hydrate === true,
      knownWords: pathWords,
      pageCache: cache.handler,
    }),
  )
  app.get('/healthz', (_req, res) => void res.type('text').set('Cache-Control', 'no-store').send('ok'))
  app.get('/readyz', (req, res) => void readyz(req, res))
  if (vite) app.use(vite.middleware)
  app.use('/assets', express.static('build/client/assets', { immutable: true, maxAge: '1y' }))
  app.use('/assets', (_req, res) => void res.status(404).type('text').send('Not Found'))
  app.use(express.static('build/client', { maxAge: '1h', index: false }))
  app.all(
    '*',
    createRequestHandler({
      build: vite ? build : await build(),
      mode: env.NODE_ENV,
      getLoadContext: (req, res) => ({
        reference: res.locals.reference as string,
        address: req.ip ?? '',
        isAway: false,
      }),
    }),
  )
  app.use((error: Error, req: Request, res: Response, next: NextFunction) => {
    const reference = (res.locals.reference as string | undefined) ?? String(randomInt(100_000, 1_000_000))
    const status = 'status' in error && error.status === 400 ? 400 : 500
    if (status === 500) log.error({ reference, error: error.name, stack: error.stack }, 'request failed')
    if (res.headersSent) return next(error)
    refuse(req, res, status, reference)
  })

  return await new Promise((started, failed) => {
    const server = createServer((req, res) => void (cache.answer(req, res) || app(req, res)))
    server.listen(env.PORT, () => {
      const { port } = server.address() as AddressInfo
      const stop = async () => {
        await new Promise<void>((done) => void server.close(() => done()))
        await stopListening?.()
      }
      started({ port, stop })
    })
    server.on('error', failed)
  })
}

async function keepTrue(cache: PageCache): Promise<() => Promise<void>> {
  const { listen } = await getDatabase()
  return listen({
    changed: () => {
      valuesKept.empty()
      cache.empty()
    },
    listening: (on) => {
      valuesKept.turn(on)
      cache.turn(on)
    },
  })
}

/** Ready when the database answers. */
async function readyz(_req: Request, res: Response): Promise<void> {
  res.set('Cache-Control', 'no-store').type('text')
  try {
    const { prisma } = await getDatabase()
    await prisma.importRun.findFirst({ select: { id: true } })
    res.send('ready')
  } catch {
    res.status(503).send('not ready')
  }
}

async function loadBuild(): Promise<ServerBuild> {
  return (await import(pathToFileURL(resolve('build/server/index.js')).href)) as ServerBuild
}

async function startVite() {
  const { createServer: createViteServer } = await import('vite')
  const vite = await createViteServer({ server: { middlewareMode: true } })
  return {
    middleware: vite.middlewares,
    loadBuild: async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild,
  }
}
