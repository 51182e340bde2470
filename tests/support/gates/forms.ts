import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { Register } from '../../../app/i18n/registers'

/** The words of the errors, as they stand in the texts. */
export function wordsOf(register: Register): { problem: string; title: string } {
  const texts = JSON.parse(readFileSync(`locales/${register}/common.json`, 'utf8')) as Record<string, string>
  const [title = ''] = (texts['problemTitle'] ?? 'no problemTitle in the texts').split('{{')
  return { problem: texts['problem'] ?? '', title }
}

/** What holds for every field, empty or wrong. */
export function fieldFaults(page: Page): Promise<string[]> {
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
export function errorFaults(page: Page, problem: string, title: string): Promise<string[]> {
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
