import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { registers, type Register } from '../../../app/i18n/registers'
import { expect, findings, layouts, open, sample, test } from '../../support/a11y'

/** The words of the errors, as they stand in the texts. */
function wordsOf(register: Register): { problem: string; title: string } {
  const texts = JSON.parse(readFileSync(`locales/${register}/common.json`, 'utf8')) as Record<string, string>
  const [title = ''] = (texts['problemTitle'] ?? 'no problemTitle in the texts').split('{{')
  return { problem: texts['problem'] ?? '', title }
}

/** What holds for every field, empty or wrong. */
function fieldFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { name, isShown } = window.probe
    const faults: string[] = []
    for (const form of document.forms) if (!form.noValidate) faults.push(`the browser judges ${name(form)}`)
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      'main :is(input:not([type=hidden]), select, textarea)',
    )) {
      const label = field.labels?.[0]
      if (!label || !isShown(label) || !label.innerText.trim()) faults.push(`no label is seen: ${name(field)}`)
      if (field.matches('[required], [aria-required=true]')) faults.push(`required: ${name(field)}`)
      if (field.matches('[placeholder], [pattern], [autofocus]'))
        faults.push(`placeholder, pattern or autofocus: ${name(field)}`)
      if (field.matches('[type=radio], [type=checkbox]')) {
        const legend = field.closest('fieldset')?.querySelector(':scope > legend')
        // A tick that stands alone is a question by itself; its label asks it.
        const group = document.getElementsByName(field.getAttribute('name') ?? '')
        const alone = field.matches('[type=checkbox]') && group.length === 1
        if (!alone && (!legend || !isShown(legend))) faults.push(`no legend: ${name(field)}`)
      } else if (label && label.getBoundingClientRect().bottom > field.getBoundingClientRect().top + 1) {
        faults.push(`the label is not above ${name(field)}`)
      }
    }
    return faults
  })
}

/** What holds for a page that says what is wrong. */
function errorFaults(page: Page, problem: string, title: string): Promise<string[]> {
  return page.evaluate(
    ({ problem, title }) => {
      const faults: string[] = []
      const summary = document.querySelector('main [role=alert]')
      if (!summary) return ['there is no error summary']
      const heading = document.querySelector('main h1')
      const first = summary.compareDocumentPosition(heading ?? document.body) & Node.DOCUMENT_POSITION_FOLLOWING
      if (!first) faults.push('the summary stands after the h1')
      if (document.activeElement !== summary) faults.push('the summary has not got the focus')
      if (summary.querySelector('h2')?.textContent !== problem) faults.push('the summary has another heading')
      if (!document.title.startsWith(title)) faults.push(`the title is ${document.title}`)
      const links = [...summary.querySelectorAll('a')]
      if (links.length === 0) faults.push('the summary leads nowhere')
      for (const link of links) {
        const field = document.getElementById(link.hash.slice(1))
        if (!field?.matches('input, select, textarea')) faults.push(`${link.hash} is no field`)
        if (field?.getAttribute('aria-invalid') !== 'true') faults.push(`${link.hash} is not marked as wrong`)
        const messages = (field?.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id))
        const message = messages.find((element) => element?.matches('.error'))
        if (!message) faults.push(`no message is tied to ${link.hash}`)
        const hidden = message?.querySelector('.hidden')?.textContent ?? ''
        const [word = ''] = title.split(/[ :]/)
        if (!hidden.startsWith(word)) faults.push(`the message at ${link.hash} does not start with a hidden “${word}:”`)
        const text = (message?.textContent ?? '').slice(hidden.length).trim()
        if (text !== link.textContent?.trim())
          faults.push(`“${text}” at the field, “${link.textContent}” in the summary`)
      }
      return faults
    },
    { problem, title },
  )
}

test('every field has a label that is seen, a group its legend; nothing is left to the browser', async ({ page }) => {
  expect(await findings(page, layouts(...registers), () => fieldFaults(page))).toEqual([])
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test('sending nothing answers with 422 and keeps the reader on the page', async ({ browser, baseURL }) => {
      const context = await browser.newContext({ javaScriptEnabled, baseURL: baseURL ?? '' })
      const page = await context.newPage()
      for (const register of registers) {
        await page.goto(`/${register}`)
        const [answer] = await Promise.all([
          page.waitForResponse((response) => response.request().isNavigationRequest()),
          page.locator('main form button').click(),
        ])
        expect(answer.status(), register).toBe(422)
        await expect(page.locator('main [role=alert]')).toBeFocused()
        await page.locator('main [role=alert] a').click()
        await expect(page.locator('#municipality')).toBeFocused()
      }
      await context.close()
    })
  })
}

test('the summary comes first, has the focus and says the same as the field', async ({ page }) => {
  const wrong = sample(...registers).filter(({ status }) => status === 422)
  expect(wrong.length).toBeGreaterThan(0)
  const found = await findings(
    page,
    wrong,
    ({ register }) => errorFaults(page, wordsOf(register).problem, wordsOf(register).title),
    open,
  )
  expect(found).toEqual([])
})

test('what was chosen is still chosen', async ({ page }) => {
  await open(page, '/sq/services')
  await page.locator('#municipality').selectOption('tirane')
  await page.locator('#type').selectOption({ index: 2 })
  const type = await page.locator('#type').inputValue()
  await page.locator('main form button').click()
  await expect(page.locator('#municipality')).toHaveValue('tirane')
  await expect(page.locator('#type')).toHaveValue(type)

  await open(page, '/sq-simple/settings')
  for (const choice of ['size=125', 'theme=dark', 'spacing=wide', 'motion=off']) {
    const [name, value] = choice.split('=')
    await page.locator(`input[name=${name}][value="${value}"]`).check()
  }
  await page.locator('main form button').click()
  for (const choice of ['size=125', 'theme=dark', 'spacing=wide', 'motion=off', 'register=sq-simple']) {
    const [name, value] = choice.split('=')
    await expect(page.locator(`input[name=${name}][value="${value}"]`), choice).toBeChecked()
  }
})

test('calibration: a field that fails in every way is found', async ({ page }) => {
  await open(page, '/sq?municipality=')
  await page.evaluate(() => {
    document
      .querySelector('main form')
      ?.insertAdjacentHTML('beforeend', '<input required placeholder="x"><input type="radio">')
    document.querySelector('main [role=alert] a')!.textContent = 'Something else'
    document.getElementById('municipality')?.removeAttribute('aria-describedby')
    document.title = 'Pranë'
  })
  expect((await fieldFaults(page)).length).toBeGreaterThanOrEqual(5)
  expect((await errorFaults(page, 'another', 'Gabim: ')).length).toBeGreaterThanOrEqual(4)
})
