import { expect, test, type Page } from '@playwright/test'
import sharp from 'sharp'
import { translator } from '../../app/i18n/texts.server'
import config from '../../playwright.config'
import { axe, phone } from '../support/a11y'
import { openStep, press } from '../support/tell-steps'

const { launchOptions } = config.use ?? {}
// A microphone that beeps, and a person who lets the page hear it.
test.use({
  viewport: phone,
  launchOptions: {
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  },
})

const t = translator('sq')

/** What the browser complains of, and every script that is larger than 2 kB on the wire. */
function watch(page: Page): string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('requestfinished', async (request) => {
    if (request.resourceType() !== 'script') return
    const { responseHeadersSize, responseBodySize } = await request.sizes()
    if (responseHeadersSize + responseBodySize > 2_000)
      faults.push(`${request.url()}: ${responseHeadersSize + responseBodySize} bytes`)
  })
  return faults
}

test('a voice is recorded in the page, listened to, deleted, recorded again up to two minutes, and sent', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['microphone'])
  const faults = watch(page)
  await page.clock.install()
  await openStep(page, t('tell:ways.recording'))
  const field = page.getByLabel(t('tell:field.recording'))
  const files = () =>
    field.evaluate((input: HTMLInputElement) => [...(input.files ?? [])].map(({ size }) => size > 500))
  const status = page.getByRole('status')

  await press(page, t('tell:record.start'))
  await expect(status).toHaveText(t('tell:record.begun'))
  await expect(page.getByRole('button', { name: t('tell:record.stop') })).toBeFocused()
  await expect(page.getByText('0:01 / 2:00')).toBeVisible()
  await press(page, t('tell:record.stop'))
  await expect(status).toHaveText(t('tell:record.made'))
  expect(await files()).toHaveLength(1)
  await press(page, t('tell:record.listen'))
  expect(await axe(page)).toEqual([])
  await press(page, t('tell:record.remove'))
  await expect(status).toHaveText(t('tell:record.removed'))
  expect(await files()).toEqual([])

  await press(page, t('tell:record.start'))
  await expect(status).toHaveText(t('tell:record.begun'))
  await expect(page.getByText('0:01 / 2:00')).toBeVisible()
  await page.clock.fastForward(59_000)
  await expect(status).toHaveText(t('tell:record.minute'))
  await page.clock.fastForward(50_000)
  await expect(status).toHaveText(t('tell:record.soon'))
  await page.clock.fastForward(10_000)
  await expect(status).toHaveText(t('tell:record.made'))
  expect(await files()).toEqual([true])
  await press(page, t('tell:add.recording'))
  await expect(page.getByRole('main')).toContainText(t('tell:recordingKept'))

  // Sent while it records: it ends, and goes along.
  await press(page, t('tell:removeRecording'))
  await press(page, t('tell:record.start'))
  await expect(status).toHaveText(t('tell:record.begun'))
  await expect(page.getByText('0:01 / 2:00')).toBeVisible()
  await press(page, t('tell:add.recording'))
  await expect(page.getByRole('main')).toContainText(t('tell:recordingKept'))
  expect(faults).toEqual([])
})

test('photos are made smaller before they are sent; what is no photo goes as it is', async ({ page }) => {
  const faults = watch(page)
  await openStep(page, t('tell:ways.photos', { count: 0 }))
  const field = page.getByLabel(t('tell:field.photos'))
  const noise = { type: 'gaussian', mean: 128, sigma: 20 } as const
  const big = await sharp({ create: { width: 2_400, height: 1_800, channels: 3, background: 'red', noise } })
    .jpeg({ quality: 95 })
    .toBuffer()
  const posted = page.waitForRequest((request) => request.method() === 'POST')
  await field.setInputFiles({ name: 'vendi.jpg', mimeType: 'image/jpeg', buffer: big })
  await press(page, t('tell:add.photos'))
  await expect(page.getByRole('img', { name: t('tell:photo', { number: 1 }) })).toBeVisible()
  const { 'content-length': length } = await (await posted).allHeaders()
  expect(Number(length)).toBeGreaterThan(1_000)
  expect(Number(length)).toBeLessThan(big.length / 2)

  await field.setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photo') })
  await press(page, t('tell:add.photos'))
  await expect(page.getByRole('alert')).toContainText(t('tell:error.notAPicture'))
  expect(faults.filter((fault) => !fault.includes('422'))).toEqual([])
})
