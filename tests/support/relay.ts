import { createConnection, createServer, type Socket } from 'node:net'
import { join } from 'node:path'

export type Relay = {
  /** The database as seen through the relay. */
  url: string
  /** Ends every connection and takes no more, as when the server or the way to it is gone. */
  cut: () => Promise<void>
  join: () => Promise<void>
  stop: () => Promise<void>
}

/** Stands between a program and its PostgreSQL, so that the database can go away and come back. */
export async function startRelay(databaseUrl: string): Promise<Relay> {
  const target = new URL(databaseUrl)
  const folder = target.searchParams.get('host')
  const connect = () =>
    folder
      ? createConnection(join(folder, `.s.PGSQL.${target.port || '5432'}`))
      : createConnection(Number(target.port || '5432'), target.hostname)
  const open = new Set<Socket>()
  const keep = (socket: Socket) => {
    open.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => open.delete(socket))
  }
  const server = createServer((client) => {
    const behind = connect()
    keep(client)
    keep(behind)
    client.pipe(behind).pipe(client)
    client.on('close', () => behind.destroy())
    behind.on('close', () => client.destroy())
  })
  let port = 0
  const listen = () =>
    new Promise<void>((done) => {
      server.listen(port, '127.0.0.1', () => {
        const address = server.address()
        port = typeof address === 'object' && address !== null ? address.port : port
        done()
      })
    })
  const cut = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      for (const socket of open) socket.destroy()
    })
  await listen()
  const url = new URL(databaseUrl)
  url.searchParams.delete('host')
  url.host = `127.0.0.1:${port}`
  return { url: url.href, cut, join: listen, stop: async () => (server.listening ? cut() : undefined) }
}
