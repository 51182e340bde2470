import { startTestServer } from './server'

/** One server for all browser tests; the function returned here stops it when they are done. */
export default async function serveForBrowser(): Promise<() => Promise<void>> {
  const server = await startTestServer({ GALLERY: 'on', LOG_LEVEL: 'warn', OPERATOR_NAME: 'Bashkia e provës' })
  process.env['PRANE_TEST_URL'] = server.url
  // A run that is cut short leaves no server behind: the exit ends it.
  process.once('SIGTERM', () => process.exit(143))
  return server.stop
}
