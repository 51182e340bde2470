/** One answer of the server, as a person's browser got it. */
export type Answer = {
  method: string
  path: string
  status: number
  location: string | null
  headers: Headers
  body: string
}

type Fields = Record<string, string | File | string[]>

let people = 0

/**
 * Somebody with a browser without JavaScript: keeps cookies, follows redirects, and sends the forms that are in the page
 * and no others. Each has a network address of their own, for a server that trusts one proxy.
 */
export class Person {
  readonly cookies = new Map<string, string>()
  /** Everything that was answered, redirects too. */
  readonly trail: Answer[] = []
  readonly address = `10.0.${Math.floor(++people / 250)}.${(people % 250) + 1}`

  constructor(private origin: string) {}

  /** After a restart, which may have changed the port. */
  moveTo(origin: string): void {
    this.origin = origin
  }

  get page(): Answer {
    const last = this.trail.at(-1)
    if (last === undefined) throw new Error('No page was opened yet.')
    return last
  }

  /** Opens a page, and whatever it leads to. */
  async open(path: string): Promise<Answer> {
    return this.follow(await this.ask('GET', path))
  }

  /** Sends the form of this page that has these fields; the value of a button must be one that is there. */
  async send(fields: Fields): Promise<Answer> {
    const { action, hidden, isMultipart } = this.formWith(fields)
    return this.post(action, { ...hidden, ...fields }, isMultipart)
  }

  /** Posts to an address, whatever the page shows. */
  async post(path: string, fields: Fields, isMultipart = false): Promise<Answer> {
    const entries = Object.entries(fields).flatMap(([name, value]): [string, string | File][] =>
      Array.isArray(value) ? value.map((each): [string, string] => [name, each]) : [[name, value]],
    )
    const form = isMultipart ? new FormData() : new URLSearchParams()
    for (const [name, value] of entries) (form as FormData).append(name, value)
    // The door asks for a length, and a multipart form made here would be sent without one.
    const made = new Response(form)
    const body = Buffer.from(await made.arrayBuffer())
    const type = made.headers.get('content-type') ?? ''
    return this.follow(await this.ask('POST', path, { 'content-type': type }, body))
  }

  /** One request, without following. */
  async ask(method: string, path: string, headers: Record<string, string> = {}, body?: Buffer): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(this.origin + path, {
      method,
      redirect: 'manual',
      headers: { ...(cookie && { cookie }), 'x-forwarded-for': this.address, ...headers },
      ...(body && { body: new Uint8Array(body) }),
    })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (/;\s*max-age=0/i.test(set)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    const { status } = response
    const location = response.headers.get('location')
    const answer = { method, path, status, location, headers: response.headers, body: await response.text() }
    this.trail.push(answer)
    return answer
  }

  private async follow(answer: Answer): Promise<Answer> {
    let now = answer
    for (let steps = 0; now.location !== null; steps++) {
      if (steps > 5) throw new Error(`Led in a circle: ${now.path}`)
      now = await this.ask('GET', now.location)
    }
    return now
  }

  private formWith(fields: Fields) {
    const { body, path } = this.page
    for (const [form = ''] of body.matchAll(/<form\b.*?<\/form>/gs)) {
      const has = Object.entries(fields).every(([name, value]) => {
        const values = Array.isArray(value) ? value : [value]
        return values.every((each) => hasField(form, name, each))
      })
      if (!has) continue
      const [head = ''] = /<form\b[^>]*>/.exec(form) ?? []
      const hidden = [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([input]): [string, string] => [
        attribute(input, 'name') ?? '',
        attribute(input, 'value') ?? '',
      ])
      return {
        action: attribute(head, 'action') ?? path,
        hidden: Object.fromEntries(hidden),
        isMultipart: /multipart\/form-data/.test(head),
      }
    }
    throw new Error(`No form on ${path} has ${JSON.stringify(fields)}.`)
  }
}

/** Text goes into any field of that name that takes text; a choice must be offered. */
function hasField(form: string, name: string, value: string | File): boolean {
  const fields = [...form.matchAll(/<(input|textarea|select|button)\b[^>]*>/g)].filter(
    ([tag]) => attribute(tag, 'name') === name,
  )
  return fields.some(([tag, kind]) => {
    const isChoice = kind === 'button' || /type="(checkbox|radio)"/.test(tag)
    if (isChoice) return (attribute(tag, 'value') ?? '') === value
    if (kind !== 'select') return true
    return [...form.matchAll(/<option\b[^>]*>/g)].some(([option]) => attribute(option, 'value') === value)
  })
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1]
  return (
    found?.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&') ?? null
  )
}
