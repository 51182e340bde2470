import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import compression from 'compression'
import express, { type Response } from 'express'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPageCache, type PageCache } from '../../app/server/page-cache.server'

let cache: PageCache
let server: Server
let made: number
let answer: (res: Response) => void

const html = (res: Response) => res.type('html').send(`<!doctype html><p>page ${made}</p>${'x'.repeat(5_000)}`)

beforeEach(async () => {
  cache = createPageCache()
  made = 0
  answer = html
  const app = express()
  app.use((_req, res, next) => void (res.setHeader('X-Door', String(Math.random())), next()))
  app.use(cache.handler, compression())
  app.all('*', (_req, res) => {
    made += 1
    answer(res)
  })
  server = createServer((req, res) => void (cache.answer(req, res) || app(req, res))).listen(0)
  await once(server, 'listening')
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

type Answer = { status: number; headers: Record<string, unknown>; body: Buffer }

function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}

describe('a page without a cookie', () => {
  test('is made once and sent twice, byte for byte', async () => {
    const first = await get('/sq/services')
    const second = await get('/sq/services')
    expect(made).toBe(1)
    expect(second.body).toEqual(first.body)
    expect(second.status).toBe(200)
    expect(second.headers['content-type']).toBe(first.headers['content-type'])
  })

  test('is kept compressed, and apart for those who cannot read that', async () => {
    const small = await get('/sq', { 'accept-encoding': 'gzip' })
    const again = await get('/sq', { 'accept-encoding': 'gzip' })
    const plain = await get('/sq')
    expect(small.headers['content-encoding']).toBe('gzip')
    expect(again.headers['content-encoding']).toBe('gzip')
    expect(again.headers['vary']).toBe(small.headers['vary'])
    expect(again.body).toEqual(small.body)
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.body.toString()).toContain('page 2')
    expect(made).toBe(2)
  })

  test('has all headers of the first answer, and its length', async () => {
    const first = await get('/sq')
    const second = await get('/sq')
    expect(made).toBe(1)
    const { 'transfer-encoding': _, date: _first, ...headers } = first.headers
    expect(second.headers).toMatchObject(headers)
    expect(second.headers['x-door']).toBeDefined()
    expect(second.headers['content-length']).toBe(String(first.body.length))
  })

  test('is not asked of the door again, which would say the same: only of one who asks otherwise', async () => {
    const first = await get('/sq')
    expect((await get('/sq')).headers['x-door']).toBe(first.headers['x-door'])
    for (const name of ['host', 'x-forwarded-host', 'x-forwarded-proto', 'accept-encoding', 'cookie'])
      expect((await get('/sq', { [name]: 'other.example' })).headers['x-door'], name).not.toBe(first.headers['x-door'])
  })

  test.each([
    ['another query', '/sq/services?page=2', {}],
    ['another register', '/sq-simple/services', {}],
    ['another host', '/sq/services', { host: 'example.org' }],
  ])('is made anew for %s', async (_what, path, headers) => {
    await get('/sq/services')
    await get(path, headers)
    expect(made).toBe(2)
  })
})

describe('what is never kept', () => {
  const twice = async (path: string, headers = {}, method = 'GET') => {
    await get(path, headers, method)
    await get(path, headers, method)
    expect(made).toBe(2)
  }

  test('a page for a cookie, whatever it says', async () => {
    await twice('/sq', { cookie: 'prane=size%3D150' })
  })

  test('and a kept page is not sent to who has a cookie', async () => {
    await get('/sq')
    await get('/sq', { cookie: 'a=b' })
    expect(made).toBe(2)
    await get('/sq')
    expect(made).toBe(2)
  })

  test('a page that sets a cookie', () => {
    answer = (res) => void html(res.cookie('a', 'b'))
    return twice('/sq')
  })

  test('a page that says no-store', () => {
    answer = (res) => void html(res.set('Cache-Control', 'private, no-store'))
    return twice('/sq')
  })

  test.each([302, 404, 410, 422, 500])('an answer %i', (status) => {
    answer = (res) => void html(res.status(status))
    return twice('/sq')
  })

  test('a file', () => {
    answer = (res) => void res.type('csv').send('a,b')
    return twice('/sq/x')
  })

  test('an answer that depends on the language of the browser', () => twice('/'))
  test('the words a person searched for', () => twice('/sq/services?municipality=korce&q=karrige'))
  test('a form that was sent', () => twice('/sq', {}, 'POST'))
  test('the head of a page', () => twice('/sq', {}, 'HEAD'))

  test('a page that is too large to keep', () => {
    answer = (res) => void res.type('html').send('x'.repeat(300 * 1024))
    return twice('/sq')
  })
})

describe('a change', () => {
  test('empties all pages', async () => {
    await get('/sq')
    await get('/en')
    cache.empty()
    await get('/sq')
    await get('/en')
    expect(made).toBe(4)
  })

  test('while a page is being made keeps that page out', async () => {
    answer = (res) => {
      cache.empty()
      html(res)
    }
    await get('/sq')
    answer = html
    expect((await get('/sq')).body.toString()).toContain('page 2')
  })

  test('that cannot be heard of turns it off, and what was kept is gone when it is on again', async () => {
    await get('/sq')
    cache.turn(false)
    await get('/sq')
    await get('/sq')
    expect(made).toBe(3)
    cache.turn(true)
    await get('/sq')
    await get('/sq')
    expect(made).toBe(4)
  })
})

test('many pages do not fill the memory', { timeout: 60_000 }, async () => {
  for (let n = 0; n < 300; n++) {
    answer = (res) => void res.type('html').send('x'.repeat(200 * 1024))
    await get(`/sq?n=${n}`)
  }
  // 300 pages of 200 kB are 60 MB; 32 MB may stay, so the first ones are gone and the last one is there.
  const before = made
  await get('/sq?n=299')
  expect(made).toBe(before)
  await get('/sq?n=0')
  expect(made).toBe(before + 1)
})
