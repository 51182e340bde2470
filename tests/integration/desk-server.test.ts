import { randomUUID } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Prisma } from '../../generated/prisma/client'
import type { StaffRole } from '../../app/lib/staff'
import { deskPaths } from '../../app/paths'
import { openDatabase, type Database } from '../../app/server/db.server'
import { sealText } from '../../app/server/keys.server'
import { addAccount, oneTimeCode, password, signedIn, type Account } from '../support/desk'
import { Person } from '../support/person'
import { startPostgres } from '../support/postgres'
import { startTestServer, type TestServer } from '../support/server'
import { addStaff, places, useDatabase } from '../support/voice'

const slow = 120_000
const settings = { TRUST_PROXY: '1', OPERATOR_NAME: 'E shpikur', SECRET_KEY: process.env['SECRET_KEY'] ?? '' }
const words = 'Fjalë të shpikura qxzv'

let postgres: Awaited<ReturnType<typeof startPostgres>>
let server: TestServer
let database: Database

beforeAll(async () => {
  postgres = await startPostgres()
  server = await startTestServer({ ...settings, DATABASE_URL: postgres.url })
  database = await openDatabase({ url: postgres.url })
  useDatabase(database)
}, slow)

afterAll(async () => {
  await database?.close()
  await server?.stop()
  await postgres?.stop()
}, slow)

async function addMessage(municipalityCode: string, isProtection = false): Promise<string> {
  const id = randomUUID()
  const data: Prisma.SubmissionCreateInput = {
    id,
    codeHash: new Uint8Array(Buffer.from(id)),
    kind: 'feedback',
    category: isProtection ? 'harm' : 'barrier',
    isProtection,
    municipalityCode,
    register: 'sq',
    sealed: sealText(JSON.stringify({ words }), id),
    receivedAt: new Date(),
    dueOn: new Date('2030-01-04'),
    files: { create: [{ kind: 'photo', position: 0, sealed: sealText('photo', id) }] },
  }
  await database.prisma.submission.create({ data })
  return id
}

const stepOver = (staffId: string) =>
  database.prisma.staffSession.updateMany({ where: { staffId }, data: { seenAt: new Date(Date.now() - 31 * 60_000) } })

describe('the first account', () => {
  let link: string

  test('comes from a link in a file that only its owner reads; its path is printed', () => {
    const file = join(server.dataDir, 'setup-link')
    expect(server.output()).toContain(file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    link = new URL(readFileSync(file, 'utf8').trim()).pathname + new URL(readFileSync(file, 'utf8').trim()).search
    expect(link).toMatch(/^\/account\/setup\?link=[\w-]{43}$/)
    expect(server.output()).not.toContain(link.split('=')[1])
  })

  test('needs a one-time code, and makes an administrator of the whole country, once', async () => {
    const who = new Person(server.url)
    await who.open(link)
    const given = { email: 'e.para@example.org', name: 'E para', password, language: 'sq' }
    expect((await who.send({ ...given, code: '000000' })).status).toBe(422)
    const [secret = ''] = /(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec(who.page.body) ?? []
    expect(secret).not.toBe('')
    expect((await who.send({ ...given, password: 'e shkurtër', code: '' })).status).toBe(422)
    await who.send({ ...given, code: oneTimeCode(secret.replaceAll(' ', '')) })
    expect(who.page.path).toBe('/account/sign-in?joined=1')
    const again = new Person(server.url)
    expect((await again.open(link)).status).toBe(404)
    expect((await again.post(link, { ...given, email: 'tjeter@example.org' })).status).toBe(404)
    const staff = await database.prisma.staff.findMany({ select: { email: true, role: true, municipalityCode: true } })
    expect(staff).toEqual([{ email: given.email, role: 'national', municipalityCode: null }])
  })
})

describe('an invitation', () => {
  test('makes one account, of the role and the place that it names', { timeout: slow }, async () => {
    const administrator = await addAccount(database.prisma, 'municipal_administrator', places.korce)
    const host = await signedIn(server.url, administrator)
    await host.open(deskPaths.team)
    const email = `ftuar.${randomUUID().slice(0, 8)}@example.org`
    // An administrator of a municipality invites nobody for the whole country, nor elsewhere.
    expect((await host.post(deskPaths.team, { email, role: 'national', do: 'invite' })).status).toBe(422)
    await host.post(deskPaths.team, { email, role: 'officer', municipality: places.tirane, do: 'invite' })
    const [, token = ''] = /join\?link=([\w-]{43})/.exec(host.page.body) ?? []
    const guest = new Person(server.url)
    await guest.open(`/account/join?link=${token}`)
    await guest.send({ name: 'I ftuar', password, language: 'en' })
    expect(guest.page.path).toBe('/account/sign-in?joined=1')
    const made = await database.prisma.staff.findUnique({
      where: { email },
      select: { role: true, municipalityCode: true, language: true },
    })
    expect(made).toEqual({ role: 'officer', municipalityCode: places.korce, language: 'en' })
    // Closed, the account lets nobody in; the same person can be invited again.
    await guest.send({ email, password })
    expect(guest.page.path).toBe('/desk')
    const { id } = await database.prisma.staff.findUniqueOrThrow({ where: { email }, select: { id: true } })
    await host.open(deskPaths.team)
    await host.send({ do: 'end', id })
    expect((await guest.open('/desk')).path).toMatch(/^\/account\/sign-in/)
    expect((await new Person(server.url).post('/account/sign-in', { email, password })).status).toBe(422)
    await host.post(deskPaths.team, { email, role: 'officer', do: 'invite' })
    expect(host.page.body).toContain('/account/join?link=')
    expect((await new Person(server.url).open(`/account/join?link=${token}`)).status).toBe(404)
    expect((await new Person(server.url).open(`/account/setup?link=${token}`)).status).toBe(404)
  })
})

describe('signing in', () => {
  let officer: Account

  beforeAll(async () => {
    officer = await addAccount(database.prisma, 'officer', places.korce)
  })

  test('takes no token that a browser brought along', async () => {
    const who = new Person(server.url)
    const planted = 'A'.repeat(43)
    who.cookies.set('prane-staff', planted)
    await who.open('/account/sign-in')
    await who.send({ email: officer.email, password })
    expect(who.cookies.get('prane-staff')).toMatch(/^[\w-]{43}$/)
    expect(who.cookies.get('prane-staff')).not.toBe(planted)
    expect(who.page.path).toBe('/desk')
  })

  test('says the same of an unknown address and a wrong password', async () => {
    const unknown = new Person(server.url)
    const wrong = new Person(server.url)
    const pages = [
      await unknown.post('/account/sign-in', { email: 'askush@example.org', password: 'gabim gabim gabim' }),
      await wrong.post('/account/sign-in', { email: officer.email, password: 'gabim gabim gabim' }),
    ]
    const [a, b] = pages.map(({ body, status }) => [status, body.replaceAll(/value="[^"]*"/g, '')])
    expect(a).toEqual(b)
  })

  test('leads only to pages of the staff here', async () => {
    for (const next of ['https://evil.example', '//evil.example', '/sq', '/desk\\evil', '/desk/../sq']) {
      const who = new Person(server.url)
      const answer = await who.ask(
        'POST',
        `/account/sign-in?${new URLSearchParams({ next }).toString()}`,
        { 'content-type': 'application/x-www-form-urlencoded' },
        Buffer.from(new URLSearchParams({ email: officer.email, password }).toString()),
      )
      expect(answer.location, next).toBe('/desk')
    }
  })

  test('a one-time code works once', async () => {
    const administrator = await addAccount(database.prisma, 'municipal_administrator', places.korce)
    const code = oneTimeCode(administrator.secret ?? '')
    const attempt = { email: administrator.email, password, code }
    expect((await new Person(server.url).post('/account/sign-in', { ...attempt, code: '' })).status).toBe(422)
    expect((await new Person(server.url).post('/account/sign-in', attempt)).path).toBe('/desk')
    expect((await new Person(server.url).post('/account/sign-in', attempt)).status).toBe(422)
  })

  test('guessing is stopped, and the right person still gets in from elsewhere', { timeout: slow }, async () => {
    const target = await addAccount(database.prisma, 'officer', places.korce)
    const guesser = new Person(server.url)
    const statuses: number[] = []
    for (let count = 0; count < 12; count++) {
      const tried = await guesser.post('/account/sign-in', { email: target.email, password: `gabim numër ${count}` })
      statuses.push(tried.status)
    }
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(422))
    expect(statuses.slice(10)).toEqual([429, 429])
    expect((await guesser.post('/account/sign-in', { email: target.email, password })).status).toBe(429)
    await signedIn(server.url, target)
  })

  test('a session ends by itself, by signing out, and from another device', async () => {
    const [first, second] = [await signedIn(server.url, officer), await signedIn(server.url, officer)]
    await first.open(deskPaths.account)
    await first.send({ do: 'end-others' })
    expect((await second.open('/desk')).path).toMatch(/^\/account\/sign-in/)
    const token = first.cookies.get('prane-staff') ?? ''
    await first.open(deskPaths.account)
    await first.send({ do: 'sign-out' })
    first.cookies.set('prane-staff', token)
    expect((await first.open('/desk')).path).toMatch(/^\/account\/sign-in/)
    const third = await signedIn(server.url, officer)
    await stepOver(officer.id)
    expect((await third.open('/desk')).path).toMatch(/^\/account\/sign-in/)
  })

  test('a changed password ends the other sessions, and needs the old one', async () => {
    const account = await addAccount(database.prisma, 'officer', places.korce)
    const [own, other] = [await signedIn(server.url, account), await signedIn(server.url, account)]
    await own.open(deskPaths.account)
    const changed = { now: password, password: 'krejt tjetër fjalë', do: 'password' }
    expect((await own.send({ ...changed, now: 'gabim' })).status).toBe(422)
    await own.send(changed)
    expect(own.page.path).toBe('/account?password=1')
    expect((await other.open('/desk')).path).toMatch(/^\/account\/sign-in/)
    expect((await new Person(server.url).post('/account/sign-in', { email: account.email, password })).status).toBe(422)
  })

  test('what was typed when the session had ended comes back to its owner, once', async () => {
    const id = await addMessage(places.korce)
    const who = await signedIn(server.url, officer)
    await who.open(deskPaths.message(id))
    await stepOver(officer.id)
    const typed = 'Përgjigje gjysmë e shkruar <b>&'
    await who.send({ words: typed, do: 'reply' })
    expect(who.page.path).toMatch(/^\/account\/sign-in\?.*held=1/)
    const sealed = await database.prisma.heldForm.findMany({ select: { sealed: true } })
    expect(sealed).toHaveLength(1)
    expect(Buffer.from(sealed[0]?.sealed ?? []).includes('Përgjigje')).toBe(false)
    await who.send({ email: officer.email, password })
    expect(who.page.path).toBe(deskPaths.message(id))
    expect(who.page.body).toContain('Përgjigje gjysmë e shkruar &lt;b&gt;&amp;')
    expect((await who.open(deskPaths.message(id))).body).not.toContain('Përgjigje gjysmë')
    const row = await database.prisma.submission.findUnique({ where: { id }, select: { status: true } })
    expect(row?.status).toBe('received')
  })
})

/** Who may enter, said once more and by hand: a room that opens to another role must be opened here too. */
const all: StaffRole[] = [
  'officer',
  'protection_officer',
  'head_of_service',
  'budget_officer',
  'municipal_administrator',
  'national',
]
const answering = all.filter((role) => !['budget_officer', 'national'].includes(role))
const keeping: StaffRole[] = answering.filter((role) => role !== 'protection_officer')
const planning: StaffRole[] = ['officer', 'budget_officer', 'head_of_service', 'municipal_administrator']
const letting: StaffRole[] = ['municipal_administrator', 'national']
const doors: { path: string; may: StaffRole[]; posts: Record<string, string>[] }[] = [
  { path: '/desk', may: answering, posts: [] },
  { path: '/desk/meeting', may: keeping, posts: [{ origin: 'forum' }] },
  { path: '/desk/services', may: keeping, posts: [] },
  { path: '/desk/services/new', may: keeping, posts: [{ nameSq: 'x' }] },
  { path: '/desk/groups', may: planning, posts: [{ do: 'make', titleSq: '' }, { do: 'nonsense' }] },
  {
    path: '/desk/budget',
    may: planning.filter((role) => role !== 'officer'),
    posts: [{ do: 'freeze' }, { do: 'close' }],
  },
  { path: '/desk/mapping', may: letting, posts: [{}, { file: 'no file' }] },
  { path: '/desk/mapping/template.csv', may: letting, posts: [] },
  { path: '/desk/team', may: ['municipal_administrator', 'national'], posts: [{ do: 'invite', email: 'x' }] },
  { path: '/desk/audit', may: ['head_of_service', 'municipal_administrator', 'national'], posts: [] },
  { path: '/national', may: ['national'], posts: [] },
  { path: '/account', may: all, posts: [{ do: 'codes-off' }] },
  { path: '/account/stay', may: all, posts: [{ stay: '1' }] },
]
const acts: Record<string, string>[] = [
  { do: 'reply', words: 'Përgjigje' },
  { do: 'ask', words: 'Pyetje' },
  { do: 'note', words: 'Shënim' },
  { do: 'pass_on', words: 'Kalim', to: places.tirane },
  { do: 'close', words: 'Mbyllje', reason: 'not_ours' },
  { do: 'assign', to: randomUUID() },
  { do: 'merge', into: randomUUID() },
  { do: 'part', id: randomUUID() },
  { do: 'release', show: '1' },
  { aid: 'check', words: 'Tekst' },
]

describe('every door and every role', () => {
  const people = new Map<StaffRole | 'nobody', Person>()
  let own: string
  let elsewhere: string
  let protection: string

  beforeAll(async () => {
    people.set('nobody', new Person(server.url))
    for (const role of all) {
      const account = await addAccount(database.prisma, role, role === 'national' ? null : places.korce)
      people.set(role, await signedIn(server.url, account))
    }
    ;[own, elsewhere, protection] = [
      await addMessage(places.korce),
      await addMessage(places.tirane),
      await addMessage(places.korce, true),
    ]
    await addStaff(database.prisma, 'officer', places.tirane)
  }, slow)

  const get = (who: StaffRole | 'nobody', path: string) => (people.get(who) as Person).ask('GET', path)
  const post = (who: StaffRole | 'nobody', path: string, fields: Record<string, string>) =>
    (people.get(who) as Person).ask(
      'POST',
      path,
      { 'content-type': 'application/x-www-form-urlencoded' },
      Buffer.from(new URLSearchParams(fields).toString()),
    )
  const isSentToSignIn = ({ status, location }: { status: number; location: string | null }) =>
    status === 303 && (location ?? '').startsWith('/account/sign-in')

  test.each(doors)('$path', { timeout: slow }, async ({ path, may, posts }) => {
    for (const who of ['nobody', ...all] as const) {
      const label = `${who} ${path}`
      const answers = [await get(who, path)]
      for (const fields of posts) answers.push(await post(who, path, fields))
      for (const answer of answers) {
        expect(answer.status, label).toBeLessThan(500)
        if (who === 'nobody') expect(isSentToSignIn(answer), label).toBe(true)
        else if (path === '/desk' && !may.includes(who))
          expect(answer.location, label).toMatch(/^\/(desk\/|account|national)/)
        else if (may.includes(who)) expect([200, 204, 303, 400, 409, 422], label).toContain(answer.status)
        else expect(answer.status, label).toBe(403)
        if (answer.status !== 204 && answer.location === null)
          expect(answer.headers.get('cache-control'), label).toMatch(/no-store|no-cache/)
      }
      const bare = await get(who, `${path}?_data=routes%2F${path.slice(1).replace('/', '-')}`)
      expect(bare.status, label).toBe(404)
    }
  })

  test('a message, its file, and every act on it', { timeout: slow }, async () => {
    for (const who of ['nobody', ...all] as const) {
      for (const [id, may] of [
        [elsewhere, []],
        [randomUUID(), []],
        ['no-id', []],
        [protection, ['protection_officer']],
        [own, answering.filter((role) => role !== 'protection_officer')],
      ] as [string, StaffRole[]][]) {
        const isMine = who !== 'nobody' && may.includes(who)
        const label = `${who} ${id === own ? 'own' : id === protection ? 'protection' : 'other'}`
        const path = deskPaths.message(id)
        const reads = [await get(who, path), await get(who, deskPaths.messageFile(id, 0))]
        const changes = isMine ? [] : await Promise.all(acts.map((fields) => post(who, path, fields)))
        for (const answer of [...reads, ...changes]) {
          if (who === 'nobody') expect(isSentToSignIn(answer), label).toBe(true)
          else if (!answering.includes(who)) expect(answer.status, label).toBe(403)
          else expect(answer.status, label).toBe(isMine ? 200 : 404)
          if (!isMine) expect(answer.body, label).not.toContain(words)
        }
      }
    }
    const rows = await database.prisma.submission.findMany({
      where: { id: { in: [own, elsewhere, protection] } },
      select: { status: true, events: { where: { kind: { not: 'read' } }, select: { kind: true } } },
    })
    expect(rows).toEqual(Array(3).fill({ status: 'received', events: [] }))
  })

  test('a service of one’s own municipality, of another, of nobody', { timeout: slow }, async () => {
    const { prisma } = database
    const shown = { visibility: 'public', mergedIntoId: null, closedOn: null } as const
    const [mine, theirs] = await Promise.all(
      [places.korce, { not: places.korce }].map((municipalityCode) =>
        prisma.service.findFirst({ where: { ...shown, municipalityCode }, select: { id: true } }),
      ),
    )
    const acts = ['confirm', 'correct', 'undo', 'close', 'open', 'pause', 'end-notice']
    const before = await prisma.serviceLayer.count()
    for (const who of ['nobody', ...all] as const) {
      for (const id of [mine?.id ?? '', theirs?.id ?? '', 'KS000', `${mine?.id}'--`]) {
        const isMine = who !== 'nobody' && keeping.includes(who) && id === mine?.id
        const label = `${who} ${id}`
        const answers = [await get(who, deskPaths.service(id))]
        if (!isMine)
          for (const act of acts) answers.push(await post(who, deskPaths.service(id), { do: act, layer: '1' }))
        for (const answer of answers) {
          if (who === 'nobody') expect(isSentToSignIn(answer), label).toBe(true)
          else if (!keeping.includes(who)) expect(answer.status, label).toBe(403)
          else expect([isMine ? [200] : [404, 422]].flat(), label).toContain(answer.status)
        }
      }
    }
    expect(await prisma.serviceLayer.count()).toBe(before)
    const nonsense = await post('officer', deskPaths.service(mine?.id ?? ''), { do: 'nonsense' })
    expect(nonsense.status).toBe(400)
  })

  test('a mapping of one’s own municipality, of another, of nobody', { timeout: slow }, async () => {
    const { prisma } = database
    const addFile = async (municipalityCode: string | null, state: 'tried' | 'loaded') => {
      const { staffId } = await addStaff(prisma, 'national', null)
      const at = new Date()
      const data = { staffId, municipalityCode, name: words, state, outcome: 'wouldLoad', sentAt: at, movedAt: at }
      return (await prisma.mappingFile.create({ data })).id
    }
    const files = [
      [await addFile(places.korce, 'tried'), letting],
      [await addFile(places.tirane, 'tried'), ['national']],
      [await addFile(null, 'tried'), ['national']],
      [randomUUID(), []],
      ['no-id', []],
    ] as [string, StaffRole[]][]
    for (const who of ['nobody', ...all] as const) {
      for (const [index, [id, may]] of files.entries()) {
        const isMine = who !== 'nobody' && may.includes(who)
        const label = `${who} ${index}`
        const answers = [await get(who, deskPaths.mappingFile(id))]
        // A file that may be loaded is left as it is; the rest is tried with every button.
        for (const act of isMine ? ['undo', 'skip'] : ['load', 'skip', 'undo', 'drop', 'nonsense'])
          answers.push(await post(who, deskPaths.mappingFile(id), { do: act }))
        for (const answer of answers) {
          if (who === 'nobody') expect(isSentToSignIn(answer), label).toBe(true)
          else if (!letting.includes(who)) expect(answer.status, label).toBe(403)
          else expect(isMine ? [200, 303] : [404], label).toContain(answer.status)
          if (!isMine) expect(answer.body, label).not.toContain(words)
          if (answer.location === null) expect(answer.headers.get('cache-control'), label).toMatch(/no-store|no-cache/)
        }
      }
    }
    const ids = files.slice(0, 3).map(([id]) => id)
    const rows = await prisma.mappingFile.findMany({ where: { id: { in: ids } }, select: { state: true } })
    expect(rows).toEqual(Array(3).fill({ state: 'tried' }))
    expect(await prisma.job.count({ where: { kind: 'mapping-file' } })).toBe(0)
    expect((await post('national', deskPaths.mappingFile(ids[0] ?? ''), { do: 'nonsense' })).status).toBe(400)
  })

  test('a mapping goes from the form through trial and load to its undo', { timeout: slow }, async () => {
    const who = people.get('national') as Person
    await who.open(deskPaths.mapping)
    const rows = readFileSync('docs/mapping/example.csv')
    const large = new File([new Uint8Array(6 * 1024 * 1024)], 'e madhe.csv')
    expect((await who.send({ file: large })).status).toBe(422)
    expect(who.page.body).toContain('më i madh se 5 MB')
    expect((await who.send({ file: new File([], '') })).status).toBe(422)
    await who.open(deskPaths.mapping)
    await who.send({ file: new File([new Uint8Array(rows)], 'shembull <b>.csv') })
    const { path } = who.page
    expect(path).toMatch(/^\/desk\/mapping\/[0-9a-f-]{36}$/)
    const until = async (text: string) => {
      for (let looks = 0; looks < 60 && !who.page.body.includes(text); looks++) {
        await new Promise((next) => setTimeout(next, 500))
        await who.open(path)
      }
      expect(who.page.body).toContain(text)
    }
    await until('Prova mbaroi.')
    expect(who.page.body).toContain('shembull &lt;b&gt;.csv')
    await who.send({ do: 'load' })
    await until('Skedari u ngarkua.')
    await who.send({ do: 'undo' })
    await until('Ngarkimi u kthye pas.')
    const audit = (await who.open(deskPaths.audit)).body
    for (const text of ['e dërgoi dhe nisi provën', 'e ngarkoi', 'e ktheu pas']) expect(audit).toContain(text)
    await database.prisma.mappingFile.deleteMany()
  })

  test('a post from another site changes nothing', async () => {
    const officer = people.get('officer') as Person
    const foreign: Record<string, string>[] = [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]
    for (const headers of foreign) {
      const answer = await officer.ask(
        'POST',
        deskPaths.message(own),
        { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        Buffer.from('do=close&reason=not_ours&words=x'),
      )
      expect(answer.status).toBe(403)
    }
  })

  test('each reading is written down, and nobody can change what was written', async () => {
    const lines = await database.prisma.auditEntry.findMany({
      where: { subject: `message:${own}`, action: 'read' },
      select: { staffId: true },
    })
    expect(new Set(lines.map(({ staffId }) => staffId)).size).toBe(3)
    await expect(database.prisma.auditEntry.deleteMany()).rejects.toThrow()
    await expect(database.prisma.auditEntry.updateMany({ data: { action: 'x' } })).rejects.toThrow()
    await expect(database.prisma.$executeRawUnsafe('TRUNCATE "AuditEntry"')).rejects.toThrow()
    const told = await database.prisma.submissionEvent.count({ where: { submissionId: protection, kind: 'read' } })
    expect(told).toBeGreaterThan(0)
  })

  test('the log holds no address, token, code or word of anybody', () => {
    for (const text of [
      'example.org',
      words,
      'Përgjigje',
      ...[...people.values()].flatMap(({ cookies }) => [...cookies.values()]),
    ]) {
      if (text.length > 4) expect(server.output()).not.toContain(text)
    }
    expect(server.output()).not.toMatch(/"level":(50|60)/)
  })
})
