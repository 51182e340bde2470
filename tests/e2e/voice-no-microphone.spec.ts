import { expect, test } from '@playwright/test'
import { translator } from '../../app/i18n/texts.server'
import { phone } from '../support/a11y'
import { openStep, press } from '../support/tell-steps'

test.use({ viewport: phone })

const t = translator('sq')

test('without a microphone the page says so, and the field is there as before', async ({ page }) => {
  await openStep(page, t('tell:ways.recording'))
  await press(page, t('tell:record.start'))
  await expect(page.getByRole('status')).toHaveText(t('tell:record.closed'))
  await expect(page.getByLabel(t('tell:field.recording'))).toBeEnabled()
  await expect(page.getByRole('button', { name: t('tell:record.start') })).toBeVisible()
})
