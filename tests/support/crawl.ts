import { HtmlValidate, Parser, StaticConfigLoader, type ConfigData, type HtmlElement } from 'html-validate'
import { registerInPath, type Register } from '../../app/i18n/registers'

/** What a page says about itself and where it leads, read from its markup. */
export type PageFacts = {
  register: Register | null
  lang: string
  title: string
  headings: string[]
  ids: Set<string>
  /** `isFollowed`: search engines are not kept from it, and the crawl is not either. */
  links: { href: string; text: string; isFollowed: boolean }[]
  /** Addresses that its forms lead to, one for each single choice. */
  choices: string[]
  assets: string[]
  canonical: string | null
  alternates: { lang: string; href: string }[]
  noindex: boolean
  document: HtmlElement
}

export type Visited = {
  /** Path and query. */
  path: string
  /** The page that led here first. */
  from: string
  status: number
  location: string | null
  headers: string
  bytes: Buffer
  body: string
  page: PageFacts | null
}

/**
 * The recommended rules, less those about style alone: how React writes markup (camel case, boolean attributes with an
 * empty value, no slash in void elements), and no-break spaces in telephone numbers, which stand on lines of their own.
 */
export const htmlRules: ConfigData = {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // A title holds the name of the service, its municipality and ours: names are as long as they are.
    'long-title': 'off',
    'attr-case': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'tel-non-breaking': 'off',
    'void-style': 'off',
  },
}

const validator = new HtmlValidate(new StaticConfigLoader(htmlRules))
const parser = new Parser(validator.getConfigForSync('page.html'))

/** Faults in a page's markup, as "rule: message". */
export function markupFaults(body: string): string[] {
  const { results } = validator.validateStringSync(body)
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#39': "'",
  nbsp: '\u00a0',
}

function decoded(text: string): string {
  return text.replace(/&(\w+|#\w+);/g, (whole, name: string) => entities[name] ?? whole)
}

export function textOf(element: HtmlElement): string {
  return decoded(element.textContent).replace(/\s+/g, ' ').trim()
}

export function attribute(element: HtmlElement, name: string): string | null {
  const value = element.getAttributeValue(name)
  return value === null ? null : decoded(value)
}

/** A page or a part of one, to look into. */
export function readMarkup(body: string): HtmlElement {
  return parser.parseHtml(body)
}

function factsOf(path: string, body: string): PageFacts {
  const document = readMarkup(body)
  const all = (selector: string) => document.querySelectorAll(selector)
  const values = (selector: string, name: string) => all(selector).flatMap((element) => attribute(element, name) ?? [])
  return {
    register: registerInPath(path),
    lang: values('html', 'lang')[0] ?? '',
    title: all('title').map(textOf).join(),
    headings: all('h1').map(textOf),
    ids: new Set(values('[id]', 'id')),
    links: all('a').map((link) => ({
      href: attribute(link, 'href') ?? '',
      text: textOf(link),
      isFollowed: attribute(link, 'rel') !== 'nofollow',
    })),
    choices: all('form').flatMap(choicesOf),
    assets: [
      ...values('link[rel="stylesheet"], link[rel="icon"], link[rel="manifest"], link[rel="preload"]', 'href'),
      ...values('script, img', 'src'),
      ...values('source', 'srcset'),
      ...values('meta[property="og:image"]', 'content'),
    ],
    canonical: values('link[rel="canonical"]', 'href')[0] ?? null,
    alternates: all('link[rel="alternate"]').map((link) => ({
      lang: attribute(link, 'hreflang') ?? '',
      href: attribute(link, 'href') ?? '',
    })),
    noindex: values('meta[name="robots"]', 'content').includes('noindex'),
    document,
  }
}

function choicesOf(form: HtmlElement): string[] {
  const action = attribute(form, 'action')
  if (action === null || attribute(form, 'method') === 'post') return []
  return form.querySelectorAll('select').flatMap((select) =>
    select
      .querySelectorAll('option')
      .flatMap((option) => attribute(option, 'value') || [])
      .map((value) => `${action}?${new URLSearchParams([[attribute(select, 'name') ?? '', value]]).toString()}`),
  )
}

export async function visit(origin: string, path: string, from: string): Promise<Visited> {
  // On a busy machine the server may close an idle connection in the moment it is used again.
  const get = () => fetch(new URL(path, origin), { redirect: 'manual' })
  const response = await get().catch(get)
  const bytes = Buffer.from(await response.arrayBuffer())
  const type = response.headers.get('content-type') ?? ''
  const isText = /^(text|application\/(json|xml|manifest\+json))/.test(type)
  const body = isText ? bytes.toString('utf8') : ''
  return {
    path,
    from,
    status: response.status,
    location: response.headers.get('location'),
    headers: JSON.stringify([...response.headers]),
    bytes,
    body,
    page: type.startsWith('text/html') ? factsOf(path, body) : null,
  }
}

/**
 * Follows every link that search engines may follow, asset, canonical and twin from the given addresses, four at a time;
 * addresses with a choice in them (of a form or a link) in some registers, for they lead to the same lists in all.
 */
export async function crawl(
  origin: string,
  starts: string[],
  choicesIn: readonly Register[],
): Promise<Map<string, Visited>> {
  const visited = new Map<string, Visited>()
  const waiting = starts.map((path) => ({ path, from: 'start' }))
  const known = new Set(starts)
  const add = (address: string, from: string) => {
    const path = pathOf(origin, address, from)
    if (path === null || known.has(path)) return
    const register = registerInPath(path)
    if (path.includes('?') && register && !choicesIn.includes(register)) return
    known.add(path)
    waiting.push({ path, from })
  }
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const found = await visit(origin, next.path, next.from)
      visited.set(next.path, found)
      if (found.location) add(found.location, next.path)
      if (next.path === '/sitemap.xml')
        for (const [, loc = ''] of found.body.matchAll(/<loc>(.*?)<\/loc>/g)) add(decoded(loc), next.path)
      const { page } = found
      if (!page) continue
      const { links, choices, assets, canonical, alternates } = page
      const followed = links.filter(({ isFollowed }) => isFollowed).map(({ href }) => href)
      const addresses = [...followed, ...choices, ...assets, ...alternates.map(({ href }) => href)]
      for (const address of canonical ? [...addresses, canonical] : addresses) add(address, next.path)
    }
  }
  while (waiting.length > 0) await Promise.all([work(), work(), work(), work()])
  return visited
}

/** Path and query of an address on this server, without its fragment; null for one that is elsewhere. */
export function pathOf(origin: string, address: string, from: string): string | null {
  const url = new URL(address, new URL(from.startsWith('/') ? from : '/', origin))
  return url.origin === origin ? url.pathname + url.search : null
}
