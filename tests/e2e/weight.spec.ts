import { expect, test, type Page } from '@playwright/test'
import { paths } from '../../app/paths'
import { sampleServices } from '../support/pages'

/** What a page may weigh on the wire, headers included and compressed as sent, in bytes. */
const limits = { page: 20_000, everything: 80_000, script: 2_000 }

const addresses = {
  home: paths.home('sq'),
  'a service': paths.service('sq', sampleServices.withAddress),
  'a municipality': paths.municipality('sq', 'tirane'),
  'all services': paths.services('sq'),
  'a service in easy-read': paths.service('sq-simple', sampleServices.withAddress),
  'a municipality in easy-read': paths.municipality('en-simple', 'tirane'),
  'home in easy-read': paths.home('sq-simple'),
  emergency: paths.emergency('sq'),
}

type Transfer = { url: string; type: string; bytes: number; headers: Record<string, string> }

test.use({ viewport: { width: 360, height: 740 } })

for (const [name, path] of Object.entries(addresses)) {
  test(`${name} is light, alone and quiet`, async ({ page, baseURL }) => {
    const complaints = await listen(page)
    const transfers = await record(page)
    await page.goto(path)
    await seeWhole(page)

    const bytesOf = (types: string[]) => sum([...transfers.values()].filter(({ type }) => types.includes(type)))
    const weights = { page: bytesOf(['Document', 'Stylesheet']), everything: sum([...transfers.values()]) }
    console.log(`${name}: HTML and CSS ${kB(weights.page)}, everything ${kB(weights.everything)}`)
    expect(weights.page).toBeGreaterThan(1_000) // it was measured
    expect(weights.page).toBeLessThanOrEqual(limits.page)
    expect(weights.everything).toBeLessThanOrEqual(limits.everything)

    const elsewhere = [...transfers.values()].filter(({ url }) => new URL(url).origin !== baseURL)
    expect(elsewhere.map(({ url }) => url)).toEqual([])

    const scripts = [...transfers.values()].filter(({ type }) => type === 'Script')
    expect(scripts.filter(({ bytes }) => bytes > limits.script)).toEqual([])
    expect(
      await page.locator('script:not([type="module"]), script:not([src]), link[rel="modulepreload"]').count(),
    ).toBe(0)
    expect(await page.content()).not.toContain('__remix')

    const [document] = [...transfers.values()].filter(({ type }) => type === 'Document')
    expect(document?.headers['content-security-policy']).toContain("default-src 'self'")
    expect(document?.headers['content-encoding']).toMatch(/gzip|br/)
    expect(complaints).toEqual([])
  })
}

/** All that the page loads, as it crosses the wire. */
async function record(page: Page): Promise<Map<string, Transfer>> {
  const transfers = new Map<string, Transfer>()
  const wire = await page.context().newCDPSession(page)
  await wire.send('Network.enable')
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true })
  wire.on('Network.requestWillBeSent', ({ requestId, request, type = 'Other' }) => {
    if (!request.url.startsWith('data:')) transfers.set(requestId, { url: request.url, type, bytes: 0, headers: {} })
  })
  wire.on('Network.responseReceived', ({ requestId, response }) => {
    const transfer = transfers.get(requestId)
    if (transfer) transfer.headers = lowerCaseNames(response.headers)
  })
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const transfer = transfers.get(requestId)
    if (transfer) transfer.bytes = encodedDataLength
  })
  return transfers
}

/** What the browser complains of: errors, and whatever the content security policy forbids. */
async function listen(page: Page): Promise<string[]> {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`))
  await page.exposeFunction('complain', (text: string) => complaints.push(text))
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      (window as unknown as { complain: (text: string) => void }).complain(`${violatedDirective}: ${blockedURI}`),
    ),
  )
  return complaints
}

/** Pictures further down load when they come into view. */
async function seeWhole(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
      scrollTo(0, y)
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  })
  await page.waitForLoadState('networkidle')
}

function sum(transfers: Transfer[]): number {
  return transfers.reduce((total, { bytes }) => total + bytes, 0)
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

function lowerCaseNames(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
