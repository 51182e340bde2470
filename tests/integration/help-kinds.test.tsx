import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, test } from 'vitest'
import { HelpKindLinks } from '../../app/features/directory/components/help-kind-links'
import { HelpKindPage } from '../../app/features/directory/components/help-kind-page'
import { helpKindFacts, helpKinds, isHelpKind } from '../../app/features/directory/help-kinds'
import { isEasy, languageOf, registers, type Register } from '../../app/i18n/registers'
import { textsIn } from '../../app/i18n/texts.server'
import { checkEasyRead } from '../../app/lib/easy-read'
import { paths, siteLinks } from '../../app/paths'
import { SiteLinksContext } from '../../app/ui/site-links'
import { loadSeedFiles } from '../../prisma/seed/index'
import { markupFaults, readMarkup, textOf } from '../support/crawl'
import { stringsIn, texts } from '../support/texts'

const seed = loadSeedFiles()
const lineViews = seed.helpLines.map(({ number, display }) => ({
  number,
  display,
  name: display,
  hours: null,
  seen: null,
}))

function render(register: Register, page: React.ReactNode) {
  return renderToStaticMarkup(
    <I18nextProvider i18n={textsIn(register)}>
      <SiteLinksContext.Provider value={siteLinks(register)}>{page}</SiteLinksContext.Provider>
    </I18nextProvider>,
  )
}

const everyPage = registers.flatMap((register) => helpKinds.map((kind) => [register, kind] as const))

describe.each(everyPage)('in %s: %s', (register, kind) => {
  const { lines: numbers = [], sources, services } = helpKindFacts[kind]
  const lines = lineViews.filter(({ number }) => numbers.includes(number))
  const body = render(register, <HelpKindPage kind={kind} lines={lines} />)
  const page = readMarkup(body)

  test('has one first heading, headings for what, who, how and what is not known, and its sources', () => {
    expect(page.querySelectorAll('h1')).toHaveLength(1)
    expect(page.querySelectorAll('h2').length).toBeGreaterThanOrEqual(5)
    for (const { title } of sources) expect(textOf(page)).toContain(title)
    expect(page.querySelectorAll('ul[data-name] > li')).toHaveLength(sources.length)
  })

  test('says what each source is for, each time in other words', () => {
    const says = texts[register].get(`help-${kind}:sourceSays`)
    expect(says).toHaveLength(sources.length)
    expect(new Set(stringsIn(says)).size).toBe(sources.length)
  })

  test('leads to what is known of it, and back', () => {
    const links = page.querySelectorAll('a').map((link) => link.getAttributeValue('href'))
    expect(links).toContain(`${paths.help(register)}#kinds`)
    if (services) expect(links.join(' ')).toContain(Object.values(services)[0])
    for (const number of numbers) expect(links).toContain(`tel:${number}`)
  })

  test('has markup without a fault', () => expect(markupFaults(body)).toEqual([]))

  test.each(isEasy(register) ? [register] : [])('breaks no easy-read rule, %s', () => {
    const found = page.querySelectorAll('.block').flatMap((block) => {
      const own = block.querySelectorAll('p').filter((line) => line.querySelectorAll('a').length === 0)
      expect(own.length).toBeLessThanOrEqual(3)
      return checkEasyRead(own.map(textOf), languageOf(register))
    })
    expect(found.filter(({ level }) => level === 'error')).toEqual([])
  })
})

test('an amount of money stands with its year', () => {
  const paragraphs = [...texts.sq, ...texts.en]
    .filter(([key]) => /^help-.*:sections$/.test(key))
    .flatMap(([, leaf]) => stringsIn(leaf))
  const amounts = paragraphs.filter((text) => /\d (lekë|lek)(?!\p{L})/u.test(text))
  expect(amounts.length).toBeGreaterThan(1)
  expect(amounts.filter((text) => !/(19|20)\d\d/.test(text))).toEqual([])
})

test('the filters of each kind find services, and its lines exist', () => {
  for (const kind of helpKinds) {
    const { services, lines = [] } = helpKindFacts[kind]
    if (services?.type)
      expect(
        seed.services.map(({ type }) => type),
        kind,
      ).toContain(services.type)
    if (services?.for)
      expect(
        seed.services.flatMap(({ groups }) => groups),
        kind,
      ).toContain(services.for)
    expect(seed.helpLines.map(({ number }) => number)).toEqual(expect.arrayContaining(lines))
  }
})

test.each(registers)('in %s each kind is named once in the list', (register) => {
  const links = readMarkup(render(register, <HelpKindLinks />)).querySelectorAll('a')
  expect(links.map((link) => link.getAttributeValue('href'))).toEqual(
    helpKinds.map((kind) => paths.helpKind(register, kind)),
  )
  expect(new Set(links.map(textOf)).size).toBe(helpKinds.length)
})

test.each(['', 'money', 'economic_aid', 'Economic-aid', '__proto__', undefined, null])(
  '%j is no kind of help',
  (value) => {
    expect(isHelpKind(value)).toBe(false)
  },
)
