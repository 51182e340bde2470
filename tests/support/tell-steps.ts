import type { Page } from '@playwright/test'
import { translator } from '../../app/i18n/texts.server'
import { paths } from '../../app/paths'

const t = translator('sq')
/** Presses the first button of that name in the page. */
export const press = (page: Page, name: string) =>
  page.getByRole('main').getByRole('button', { name, exact: true }).first().click()

/** As far as the page on which photos or a voice are added. */
export async function openStep(page: Page, way: string): Promise<void> {
  await page.goto(paths.tell('sq'))
  await press(page, t('tell:topic.wrong'))
  await press(page, t('tell:who.me'))
  await press(page, t('tell:category.problem'))
  await page.getByLabel(t('tell:field.municipality')).selectOption({ value: 'korce' })
  await press(page, t('tell:continue'))
  await press(page, way)
}
