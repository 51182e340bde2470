import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get, type RequestOptions } from 'node:http'
import { startTestServer } from '../tests/support/server'

const connections = 8
const seconds = 4

/** Sends the bytes it is given on its standard input to whoever asks, and nothing else. */
const bareServer = `
  const chunks = []
  process.stdin.on('data', (chunk) => chunks.push(chunk)).on('end', () => {
    const body = Buffer.concat(chunks)
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Encoding': 'gzip', 'Content-Length': body.length }
    const server = require('node:http').createServer((_req, res) => res.writeHead(200, headers).end(body))
    server.listen(0, '127.0.0.1', () => console.log(server.address().port))
  })`

const paths = ['/sq', '/sq/services', '/sq/municipalities/tirane', '/sq-simple/municipalities/korce']

/** Pages a second: made for a reader with a cookie, kept for readers without one, and the same bytes from bare Node. */
export async function benchPages(): Promise<void> {
  const server = await startTestServer()
  console.log(`\nPages a second, ${connections} connections, ${seconds} s each; the client shares the machine.\n`)
  console.log('| page | bytes sent | bare Node | made | of bare | kept | of bare |')
  console.log('|---|---|---|---|---|---|---|')
  try {
    for (const path of paths) console.log(await lineOf(server.url, path))
  } finally {
    await server.stop()
  }
}

async function lineOf(origin: string, path: string): Promise<string> {
  const gzip = { 'Accept-Encoding': 'gzip' }
  const body = await read(`${origin}${path}`, { headers: gzip })
  const bare = spawn(process.execPath, ['-e', bareServer], { stdio: ['pipe', 'pipe', 'inherit'] })
  bare.stdin.end(body)
  const [port] = (await once(bare.stdout, 'data')) as [Buffer]
  const fromBare = await perSecond(`http://127.0.0.1:${port.toString().trim()}/`, { headers: gzip })
  bare.kill()
  const made = await perSecond(`${origin}${path}`, { headers: { ...gzip, cookie: 'bench=1' } })
  const kept = await perSecond(`${origin}${path}`, { headers: gzip })
  const share = (rate: number) => `${((100 * rate) / fromBare).toFixed(1)} %`
  const cells = [path, body.length, fromBare.toFixed(0), made.toFixed(0), share(made), kept.toFixed(0), share(kept)]
  return `| ${cells.join(' | ')} |`
}

async function perSecond(address: string, options: RequestOptions): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const askUntil = async (end: number) => {
    let answers = 0
    for (; performance.now() < end; answers++) await read(address, { ...options, agent })
    return answers
  }
  const all = (end: number) => Promise.all(Array.from({ length: connections }, () => askUntil(end)))
  await all(performance.now() + 1_000) // warm
  const start = performance.now()
  const counts = await all(start + seconds * 1_000)
  const took = (performance.now() - start) / 1_000
  agent.destroy()
  return counts.reduce((sum, count) => sum + count, 0) / took
}

function read(address: string, options: RequestOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(address, options, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve(Buffer.concat(chunks)))
      response.on('error', reject)
    }).on('error', reject)
  })
}
