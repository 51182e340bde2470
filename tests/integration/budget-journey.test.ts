import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { phases } from '../../app/features/budget/rules'
import { translator } from '../../app/i18n/texts.server'
import { clockInTirana } from '../../app/lib/days'
import { deskPaths, paths } from '../../app/paths'
import { copyData } from '../support/copy-data'
import { Person } from '../support/person'
import { startPostgres } from '../support/postgres'
import { startTestServer, type TestServer } from '../support/server'

const slow = 400_000
const t = translator('sq')
const year = 2031
const korce = 'korce'
const day = 24 * 60 * 60_000
/** What the needs of this journey ask for: of the invented month nobody asks for these. */
const helps = { talk: 14, school: 14, papers: 12 } as const
type Help = keyof typeof helps
const costs = { talk: 600_000, school: 900_000, papers: 500_000 } as const
const numbers = { talk: 1, school: 2, papers: 3 } as const

/**
 * From needs to delivery through the pages, by people whose browsers have no JavaScript: the officer, the two who freeze,
 * 300 who vote online, 60 whose paper is typed twice (fewer where the other home is tried too), and three who follow
 * their codes.
 */
describe.each([
  { kind: 'embedded', online: 300, paper: 60 },
  { kind: 'postgres', online: 40, paper: 20 },
])('from needs to money and back, $kind', ({ kind, online, paper: onPaper }) => {
  let postgres: Awaited<ReturnType<typeof startPostgres>> | null = null
  let server: TestServer
  const folder = mkdtempSync(join(tmpdir(), 'prane-journey-'))
  const staff: Record<string, Person> = {}
  const codesOf = new Map<Help, string[]>()
  const ballots: string[] = []

  const start = () =>
    startTestServer(
      {
        TRUST_PROXY: '1',
        DATA_DIR: join(folder, 'data'),
        SECRET_KEY: 'a'.repeat(64),
        ...(postgres && { DATABASE_URL: postgres.url }),
      },
      '--demo',
    )
  const signIn = async (who: string) => {
    const person = new Person(server.url)
    await person.open('/account/sign-in')
    await person.send({ email: `${who}@example.org`, password: 'e shpikur e gjitha' })
    return person
  }
  const at = (who: string): Person => staff[who] ?? expect.fail(`${who} has not signed in`)
  const desk = deskPaths.budgetYear(year)
  /** Opens a form of the desk and sends it. */
  const doIt = async (who: string, form: string, fields: Record<string, string> = {}, about = '') => {
    await at(who).open(`${desk}?do=${form}&about=${about}`)
    return at(who).send({ ...fields, do: form })
  }
  const see = async (path: string) => (await new Person(server.url).open(path)).body

  beforeAll(async () => {
    if (kind === 'postgres') postgres = await startPostgres()
    else copyData('real', join(folder, 'data'))
    server = await start()
    for (const who of ['nepunesja', 'buxheti', 'drejtuesja']) staff[who] = await signIn(who)
  }, slow)
  afterAll(async () => {
    await server?.stop()
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  }, slow)

  test('forty needs are noted at a meeting, each with a code', { timeout: slow }, async () => {
    const rows = Object.entries(helps).flatMap(([help, count]) => Array.from({ length: count }, () => help))
    for (let first = 0; first < rows.length; first += 12) {
      const sitting = rows.slice(first, first + 12)
      await at('nepunesja').open(deskPaths.meeting)
      const fields = Object.fromEntries(sitting.map((help, row) => [`help-${row + 1}`, help]))
      const { body } = await at('nepunesja').send({ origin: 'forum', ...fields })
      const codes = [...body.matchAll(/class="code">([^<]+)</g)].map(([, code = '']) => code.replace(/\D/g, ''))
      expect(codes).toHaveLength(sitting.length)
      for (const [row, help] of sitting.entries())
        codesOf.set(help as Help, [...(codesOf.get(help as Help) ?? []), codes[row] ?? ''])
    }
    expect([...codesOf.values()].flat().every((code) => code.length === 13)).toBe(true)
  })

  test('they become groups that everybody sees, in the order of their number', { timeout: slow }, async () => {
    for (const help of Object.keys(helps) as Help[]) {
      const { body } = await at('nepunesja').open(deskPaths.groups)
      const section = body.split('<h3>').find((part) => part.startsWith(t(`tell:help.${help}`))) ?? ''
      const id = [...section.matchAll(/name="id" value="([^"]+)"/g)].map(([, one = '']) => one)
      expect(id).toHaveLength(helps[help])
      await at('nepunesja').send({ id, ...group(help), do: 'group' })
    }
    for (;;) {
      const { body } = await at('nepunesja').open(deskPaths.groups)
      if (!body.includes('value="release"')) break
      await at('nepunesja').send({ do: 'release' })
    }
    const page = await see(paths.budgetOf('sq', korce))
    const order = ['talk', 'school', 'papers'].map((help) => page.indexOf(`Nevoja ${help}`))
    expect(order.every((place) => place > 0)).toBe(true)
    expect(order[2]).toBeGreaterThan(Math.max(order[0] ?? 0, order[1] ?? 0))
    expect(page).toContain(t('budget:queue.messages', { count: 14 }))
  })

  test(
    'a year begins, and no phase opens while something is missing in the one before',
    { timeout: slow },
    async () => {
      await at('buxheti').open(deskPaths.budget)
      const wrong = await at('buxheti').send({ ...plan(), budget: 'shumë', do: 'plan' })
      expect(wrong.status).toBe(422)
      // Nothing that was typed is lost.
      expect(wrong.body).toContain('value="shumë"')
      await at('buxheti').send({ ...plan(), do: 'plan' })
      await doIt('buxheti', 'next')
      expect((await at('buxheti').open(desk)).body).toContain(t('desk-budget:missing.no-proposal'))
    },
  )

  test('groups become proposals with a cost and a reason, and are changed in place', { timeout: slow }, async () => {
    for (const help of Object.keys(helps) as Help[]) {
      const { body } = await at('buxheti').open(`${desk}?do=proposal`)
      const groupId = new RegExp(`<option value="([^"]+)"[^>]*>Nevoja ${help}`).exec(body)?.[1] ?? ''
      await doIt('buxheti', 'proposal', { ...proposal(help), groupId, feasibility: 'open' })
    }
    await doIt('buxheti', 'next')
    // What cannot be done needs a reason; what was written stands in the form and is kept.
    const refused = await doIt('buxheti', 'proposal', { ...proposal('papers'), feasibility: 'not_feasible' }, '3')
    expect(refused.body).toContain(t('desk-budget:error.reason'))
    for (const [help, number] of Object.entries(numbers)) {
      const { body } = await at('buxheti').open(`${desk}?do=proposal&about=${number}`)
      expect(body).toContain(`value="Propozimi ${help}"`)
      const groupId = /<option value="([^"]+)" selected=""/.exec(body)?.[1] ?? ''
      await at('buxheti').send({ ...proposal(help as Help), groupId, feasibility: 'feasible', do: 'proposal' })
    }
    const page = await see(paths.budgetProposal('sq', korce, year, 1))
    expect(page).toContain('Nevoja talk')
    expect(page).toContain(t('budget:feasibility.feasible'))
  })

  test('two persons freeze the rule, and then nobody changes it', { timeout: slow }, async () => {
    await doIt('buxheti', 'sign')
    await at('buxheti').open(`${desk}?do=sign`)
    expect((await at('buxheti').send({ do: 'sign' })).body).toContain(t('desk-budget:error.second-person'))
    await doIt('drejtuesja', 'sign')
    const { body } = await at('buxheti').open(desk)
    const hash = /[0-9a-f]{64}/.exec(body)?.[0] ?? ''
    expect(await see(paths.budgetYear('en', korce, year))).toContain(hash)
    const cycleId = /name="cycleId" value="([^"]+)"/.exec(body)?.[1] ?? ''
    const late = await at('buxheti').post(desk, {
      ...proposal('talk'),
      number: '1',
      cost: '1',
      feasibility: 'feasible',
      cycleId,
      do: 'proposal',
    })
    expect(late.body).toContain(t('desk-budget:error.frozen'))
    await at('buxheti').post(desk, { ...plan(), budget: '1', cycleId, do: 'plan' })
    expect(await see(paths.budgetYear('sq', korce, year))).toContain(hash)
    for (const count of [200, online + onPaper - 200].map((more) => String(more)).filter((more) => Number(more) > 0)) {
      const { body: sheets } = await doIt('buxheti', 'codes', { count })
      ballots.push(...[...sheets.matchAll(/class="code">([^<]+)</g)].map(([, code = '']) => code.replace(/\D/g, '')))
    }
    await doIt('buxheti', 'next')
  })

  test('three hundred vote online, sixty on paper', { timeout: slow }, async () => {
    const voters = ballots.slice(0, online)
    await inTurns(voters, 6, async (code, index) => {
      const voter = new Person(server.url)
      const register = (['sq', 'sq-simple', 'en', 'en-simple'] as const)[index % 4] ?? 'sq'
      const vote = paths.budgetVote(register, korce, year)
      // Some scan the picture on their paper, some type the code.
      if (index % 2 === 0) await voter.ask('GET', paths.budgetVoteCode(register, korce, year, code))
      else {
        await voter.open(vote)
        await voter.ask('POST', vote, form, Buffer.from(new URLSearchParams({ code, do: 'code' }).toString()))
      }
      // Some go through every page, the others send what these would have sent.
      if (index < 40) {
        await voter.open(vote)
        await voter.send({ choice: choicesOf(index), do: 'review' })
      }
      const cast = { choice: choicesOf(index), do: 'cast' }
      const { body } = index < 40 ? await voter.send({ do: 'cast' }) : await voter.post(vote, cast)
      expect(body).toContain(translator(register)('budget:vote.receipt'))
      // The receipt says that it is in, never what is on it.
      expect(body).not.toContain('Propozimi')
      expect(body).not.toContain('Proposal ')
      expect(voter.cookies.has('prane-ballot')).toBe(false)
    })
    const paper = ballots.slice(online, online + onPaper)
    for (const who of ['buxheti', 'drejtuesja']) {
      await at(who).open(`${desk}?do=paper`)
      for (const [index, code] of paper.entries()) {
        const answer = await at(who).send({ code, choices: choicesOf(index).join(' '), do: 'paper' })
        expect(answer.status).toBe(200)
        await at(who).open(`${desk}?do=paper`)
      }
    }
  })

  test('a code on both channels, a guessed one and another municipality are refused', { timeout: slow }, async () => {
    const voter = new Person(server.url)
    await voter.open(paths.budgetVote('sq', korce, year))
    const used = await voter.send({ code: ballots[online] ?? '', do: 'code' })
    expect(used.body).toContain(t('budget:error.on-paper'))
    const guessed = await voter.send({ code: '1234567890128', do: 'code' })
    expect(guessed.status).toBe(422)
    const again = await doIt('buxheti', 'paper', { code: ballots[0] ?? '', choices: '1' })
    expect(again.body).toContain(t('desk-budget:error.online'))
    expect((await new Person(server.url).open(desk)).body).not.toContain('cycleId')
  })

  test('the power fails during the close: then all of it has happened or nothing', { timeout: slow }, async () => {
    // Before its last day is over the vote is not closed; that day is public, and is changed where everybody sees it.
    expect((await doIt('buxheti', 'close')).body).toContain(t('desk-budget:error.too-early'))
    await doIt('buxheti', 'plan', { ...plan(), 'date-hearings': today() })
    await at('buxheti').open(`${desk}?do=close`)
    const closing = at('buxheti')
      .send({ do: 'close' })
      .catch(() => 'lost')
    // The close is under way once the server has its form; how far it comes is the fall of the cards.
    await Promise.race([closing, see('/healthz')])
    await server.kill()
    await closing
    server = await start()
    for (const person of Object.values(staff)) person.moveTo(server.url)
    const { body } = await at('buxheti').open(desk)
    if (body.includes('do=close')) await doIt('buxheti', 'close')
    expect(await see(paths.budgetResults('sq', korce, year))).toContain(
      t('budget:won', { count: 2, ballots: online + onPaper }),
    )
    const late = new Person(server.url)
    expect((await late.open(paths.budgetVoteCode('sq', korce, year, ballots[1] ?? ''))).body).toContain(
      t('budget:vote.closed'),
    )
  })

  test('everybody sees the result, why not, and what each got', { timeout: slow }, async () => {
    const page = await see(paths.budgetResults('sq', korce, year))
    expect(page).toContain(t('budget:whynot'))
    expect(page).toContain(t('budget:got.units'))
    const file = await see(`/data/budget-${korce}-${year}.pb`)
    expect(file.trim().split('\n').at(-1)).toMatch(new RegExp(`^${online + onPaper};`))
  })

  test('hearing, decision and delivery follow; the figures add up', { timeout: slow }, async () => {
    await doIt('buxheti', 'next')
    await doIt('buxheti', 'hearing', hearing)
    const { body } = await at('buxheti').open(desk)
    const about = /do=hearing&amp;about=([0-9a-f-]{36})/.exec(body)?.[1] ?? ''
    await doIt(
      'buxheti',
      'hearing',
      { ...hearing, notesSq: 'U fol për rrugën.', notesEn: 'The road was spoken about.' },
      about,
    )
    const page = await see(paths.budgetYear('en', korce, year))
    expect(page).toContain('The road was spoken about.')
    expect(page.split('Salla e provës').length).toBe(1)
    await doIt('buxheti', 'next')
    await doIt('buxheti', 'decide', decision('1', 'accepted'))
    expect((await at('buxheti').open(desk)).body).toContain(t('desk-budget:missing.undecided'))
    await doIt('buxheti', 'decide', decision('2', 'refused'))
    await doIt('buxheti', 'decide', decision('3', 'changed'))
    await doIt('buxheti', 'next')
    // The new service begins with what the proposal says; the head of service writes it into the directory.
    const { body: head } = await at('drejtuesja').open(`${desk}?do=deliver&about=1`)
    const from = /href="(\/desk\/services\/new\?proposal=[^"]+)"/.exec(head)?.[1] ?? ''
    expect((await at('drejtuesja').open(from)).body).toContain('value="Propozimi talk"')
    expect((await at('drejtuesja').open(from.replace('-1', '-2'))).body).not.toContain('value="Propozimi')
    const { body: form } = await at('buxheti').open(`${desk}?do=deliver&about=1`)
    const serviceSlug =
      /id="serviceSlug"[^]*?<option value="([^"]+)"/.exec(form.replace('<option value="" ', ''))?.[1] ?? ''
    const step = { on: today(), textSq: 'U hap dera.', textEn: 'The door opened.', spent: '300000', serviceSlug }
    expect((await doIt('buxheti', 'deliver', { number: '1', ...step })).status).toBe(200)
    const rows = (await see(`/data/budget-figures-${korce}-${year}.csv`)).split('\n')
    // 14 and 12 concerns got money, 14 were voted on and refused by the council.
    expect(rows).toContain('all,all,funded,26')
    expect(rows).toContain('all,all,voted,14')
    expect(rows).toContain(`ballots,online,cast,${online}`)
    expect(rows).toContain(`ballots,paper,cast,${onPaper}`)
  })

  test('three codes find their way, and the way leads back', { timeout: slow }, async () => {
    const ways: [Help, string[]][] = [
      ['talk', [t('budget:decisionShort.accepted'), 'U hap dera.', t('budget:service')]],
      ['school', [t('budget:decisionShort.refused')]],
      ['papers', [t('budget:decisionShort.changed')]],
    ]
    for (const [help, words] of ways) {
      const who = new Person(server.url)
      await who.open(paths.track('sq'))
      const { body } = await who.send({ code: codesOf.get(help)?.[3] ?? '' })
      for (const text of [`Nevoja ${help}`, `Propozimi ${help}`, ...words]) expect(body).toContain(text)
      const proposalPath = paths.budgetProposal('sq', korce, year, numbers[help])
      expect(body).toContain(`href="${proposalPath}"`)
      const page = (await who.open(proposalPath)).body
      const back = new RegExp(`href="(${paths.budgetOf('sq', korce)})#g-([0-9a-f-]{36})"`).exec(page)
      expect((await who.open(back?.[1] ?? '')).body).toContain(`id="g-${back?.[2]}"`)
      expect(page).toContain(`href="${paths.track('sq')}"`)
    }
  })
})

const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** Every voter's own choice: talk and papers win within the money. */
const choicesOf = (index: number): string[] => [['1'], ['1', '3'], ['3'], ['2', '3'], ['1', '2']][index % 5] ?? []

const today = () => clockInTirana(new Date()).date

function plan(): Record<string, string> {
  const first = Date.now() - 4 * day
  // The vote has begun and lasts some days; what was before it is over.
  const days = phases.map((_, index) => clockInTirana(new Date(first + index * day + (index > 3 ? 10 * day : 0))).date)
  return {
    ...Object.fromEntries(phases.map((phase, index) => [`date-${phase}`, days[index] ?? ''])),
    ...{ year: String(year), budget: '1200000', voteKind: 'approval', ageFrom: '16', minSupport: '10' },
    ...{ seed: 'provë', residenceSq: 'E shpikur', residenceEn: 'Invented' },
  }
}

const group = (help: Help) => ({
  titleSq: `Nevoja ${help}`,
  titleEn: `Need ${help}`,
  easySq: `Nevoja e lehtë ${help}`,
  easyEn: `Easy need ${help}`,
})

const proposal = (help: Help) => ({
  ...{ titleSq: `Propozimi ${help}`, titleEn: `Proposal ${help}`, aboutSq: 'I shpikur', aboutEn: 'Invented' },
  ...{ easySq: 'I shpikur.', easyEn: 'Invented.', cost: String(costs[help]), costWhySq: 'I shpikur' },
  ...{ costWhyEn: 'Invented', office: 'E shpikur' },
})

const hearing = {
  ...{ on: today(), time: '17:00', placeSq: 'Salla e provës', placeEn: 'Hall of the trial' },
  ...{ accessSq: 'Me rampë', accessEn: 'With a ramp' },
}

const decision = (number: string, kind: string) => ({
  ...{ number, kind, on: today(), act: 'Akt i shpikur', reasonSq: 'E shpikur', reasonEn: 'Invented' },
})

/** Works through a list, some at a time. */
async function inTurns<T>(list: T[], together: number, work: (item: T, index: number) => Promise<void>): Promise<void> {
  const waiting = [...list.entries()]
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await work(next[1], next[0])
  }
  await Promise.all(Array.from({ length: together }, worker))
}
