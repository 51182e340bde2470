import { describe, expect, it } from 'vitest'
import { metaValue, readPb, tableOf, writePb } from '~/features/budget/counting'

const lines = [
  'META',
  'key;value',
  'budget;1000',
  'vote_type;approval',
  'PROJECTS',
  'project_id;cost;name',
  'a;600;A road',
  'b;400;A school',
  'VOTES',
  'voter_id;vote',
  '1;a,b',
  '2;b',
]

/** The file with one line (from 1) replaced; null takes it out. */
function changed(line: number, text: string | null): string {
  return lines.flatMap((old, i) => (i + 1 === line ? (text === null ? [] : [text]) : [old])).join('\n')
}

function electionOf(text: string) {
  const result = readPb(text)
  if (!result.ok) throw new Error(`Line ${result.line}: ${result.reason}`)
  return result.election
}

const plain = electionOf(lines.join('\n'))

describe('reading', () => {
  it('gives the budget, the projects and the ballots', () => {
    expect(plain).toEqual({
      voteType: 'approval',
      places: 0,
      budget: 1000n,
      projects: [
        { id: 'a', cost: 600n },
        { id: 'b', cost: 400n },
      ],
      ballots: [{ choices: [0, 1] }, { choices: [1] }],
    })
  })

  it.each([
    ['CRLF', lines.join('\r\n')],
    ['CR', lines.join('\r')],
    ['a byte order mark', `\uFEFF${lines.join('\n')}`],
    ['empty lines and a line feed at the end', `${lines.join('\n\n')}\n\n`],
    ['blanks around cells and in lists', lines.join('\n').replaceAll(';', ' ; ').replace('a,b', 'a, b')],
    ['section lines filled up by a spreadsheet', changed(5, 'PROJECTS;;')],
    ['quoted cells', changed(7, '"a";"600";"A ""long""; winding\nroad"')],
    ['more columns and a row with empty cells left away', changed(6, 'project_id;cost;name;category')],
  ])('takes %s', (_, text) => {
    expect(electionOf(text)).toEqual(plain)
  })

  it('keeps money exact, in the smallest unit that occurs', () => {
    const election = electionOf(changed(3, 'budget;216829.41').replace('a;600', 'a;0.5').replace('b;400', 'b;400.00'))
    expect(election).toMatchObject({ places: 2, budget: 21682941n })
    expect(election.projects.map(({ cost }) => cost)).toEqual([50n, 40000n])
  })

  it('takes money beyond what a double can hold', () => {
    expect(electionOf(changed(3, 'budget;90071992547409931')).budget).toBe(90071992547409931n)
  })

  it('takes empty ballots, projects that cost nothing and sections without rows', () => {
    expect(electionOf(changed(12, '2;')).ballots[1]).toEqual({ choices: [] })
    expect(electionOf(changed(7, 'a;0;Free')).projects[0]?.cost).toBe(0n)
    expect(electionOf(lines.slice(0, 10).join('\n')).ballots).toEqual([])
    expect(electionOf([...lines.slice(0, 6), ...lines.slice(8, 10)].join('\n')).projects).toEqual([])
  })

  it('takes points, whole or decimal, as whole numbers of one unit', () => {
    const text = changed(4, 'vote_type;cumulative').replace('voter_id;vote', 'voter_id;vote;points')
    const points = electionOf(text.replace('1;a,b', '1;a,b;3,0.5').replace('2;b', '2;b;2'))
    expect(points.ballots).toEqual([
      { choices: [0, 1], points: [30, 5] },
      { choices: [1], points: [20] },
    ])
  })

  it('keeps the order of a ranking', () => {
    const ranking = changed(4, 'vote_type;ordinal').replace('1;a,b', '1;b,a')
    expect(electionOf(ranking).ballots[0]).toEqual({ choices: [1, 0] })
  })
})

describe('a malformed file gives line and reason', () => {
  it.each([
    ['nothing', '', 0, 'META is missing'],
    ['no META at the top', 'hello', 1, 'begins with the line META'],
    ['a missing section', lines.slice(0, 8).join('\n'), 0, 'VOTES is missing'],
    ['a section without a header', lines.slice(0, 9).join('\n'), 9, 'VOTES has no header'],
    ['a section twice', changed(9, 'PROJECTS'), 9, 'second section'],
    ['no budget', changed(3, null), 0, 'budget'],
    ['a decimal comma', changed(3, 'budget;1000,50'), 3, '1000,50'],
    ['a negative cost', changed(7, 'a;-600;x'), 7, '-600'],
    ['a cost that is no number', changed(8, 'b;4e2;x'), 8, '4e2'],
    ['an empty cost', changed(8, 'b;;x'), 8, '""'],
    ['an unknown kind of vote', changed(4, 'vote_type;guess'), 4, 'guess'],
    ['a missing column', changed(6, 'project_id;price;name'), 0, 'cost is missing'],
    ['a column twice', changed(6, 'project_id;cost;cost'), 6, 'two columns'],
    ['too many cells', changed(11, '1;a,b;x'), 11, '3 cells under 2 columns'],
    ['a project twice', changed(8, 'a;400;x'), 8, 'a stands here a second time'],
    ['a voter twice', changed(12, '1;b'), 12, '1 stands here a second time'],
    ['a project without an id', changed(8, ';400;x'), 8, 'without an id'],
    ['a vote for an unknown project', changed(11, '1;a,zoo'), 11, 'zoo, which is no project'],
    ['a project twice on a ballot', changed(12, '2;b,b'), 12, 'twice on one ballot'],
    ['a list with a hole', changed(11, '1;a,,b'), 11, 'no project'],
    ['a quote that is not closed', changed(8, 'b;400;"A school'), 8, 'never closed'],
    ['text behind a closing quote', changed(8, 'b;400;"A" school'), 8, 'closing quote'],
    ['points that are missing', changed(4, 'vote_type;cumulative'), 0, 'points is missing'],
  ])('%s', (_, text, line, reason) => {
    const result = readPb(text)
    expect(result).toMatchObject({ ok: false, line })
    expect(result.ok ? '' : result.reason).toContain(reason)
  })

  it('counts lines inside quoted cells', () => {
    const text = changed(7, 'a;600;"two\nlines"').replace('2;b', '2;zoo')
    expect(readPb(text)).toMatchObject({ ok: false, line: 13 })
  })

  it('points that do not match the projects, or are below 0', () => {
    const text = changed(4, 'vote_type;cumulative')
      .replace('voter_id;vote', 'voter_id;vote;points')
      .replace('2;b', '2;b;1')
    expect(readPb(text.replace('1;a,b', '1;a,b;3'))).toMatchObject({ line: 11, reason: '1 points for 2 projects' })
    expect(readPb(text.replace('1;a,b', '1;a,b;3,-1'))).toMatchObject({ ok: false, line: 11 })
  })
})

describe('writing', () => {
  it('gives back a plain file letter by letter', () => {
    const result = readPb(lines.join('\n'))
    expect(result.ok && writePb(result.file)).toBe(`${lines.join('\n')}\n`)
  })

  it('quotes what would be read otherwise, and reads it back', () => {
    const names = ['semi;colon', 'a "quote"', 'two\nlines', ' blank', '"']
    const file = {
      meta: tableOf(
        ['key', 'value'],
        [
          ['budget', '5'],
          ['vote_type', 'approval'],
          ['description', 'a;b'],
        ],
      ),
      projects: tableOf(
        ['project_id', 'cost', 'name'],
        names.map((name, i) => [`p${i}`, '1', name]),
      ),
      votes: tableOf(['voter_id', 'vote'], [['1', 'p0,p4']]),
    }
    const result = readPb(writePb(file))
    if (!result.ok) throw new Error(result.reason)
    expect(result.file.projects.rows.map(({ cells }) => cells[2])).toEqual(names)
    expect(metaValue(result.file, 'description')).toBe('a;b')
    expect(metaValue(result.file, 'currency')).toBeNull()
  })
})
