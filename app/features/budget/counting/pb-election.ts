import { PbFault, type PbFile, type PbTable, type Row } from './pb-cells'
import type { Ballot, Election, Project, VoteType } from './types'

const voteTypes: readonly string[] = ['approval', 'choose-1', 'cumulative', 'scoring', 'ordinal'] satisfies VoteType[]

/**
 * What a count needs of a `.pb` file. Throws PbFault for what would make the count a guess: a number that is none, an
 * id used twice, a vote for a project that is not listed or named twice on one ballot, points that do not match.
 */
export function electionOf(file: PbFile): Election {
  const budget = metaCell(file.meta, 'budget')
  const costs = columnOf(file.projects, 'cost')
  const ids = uniqueIds(file.projects, 'project_id', 'project')
  const amounts = [budget, ...costs].map(({ text, line }) => ({ text: amountOf(text, line), line }))
  const places = Math.max(...amounts.map(({ text }) => text.part.length))
  const [units = 0n, ...costUnits] = amounts.map(({ text }) => unitsOf(text, places))
  const projects = ids.map((id, c): Project => ({ id, cost: costUnits[c] ?? 0n }))
  const voteType = voteTypeOf(metaCell(file.meta, 'vote_type'))
  return { voteType, places, budget: units, projects, ballots: ballotsOf(file.votes, projects, voteType) }
}

type Cell = { readonly text: string; readonly line: number }

function metaCell({ rows }: PbTable, key: string): Cell {
  const row = rows.find(({ cells }) => cells[0] === key)
  if (row === undefined) throw new PbFault(0, `META does not say ${key}`)
  return { text: row.cells[1] ?? '', line: row.line }
}

function voteTypeOf({ text, line }: Cell): VoteType {
  if (!voteTypes.includes(text)) throw new PbFault(line, `"${text}" is no vote_type: ${voteTypes.join(', ')}`)
  return text as VoteType
}

function indexOf({ columns }: PbTable, name: string): number {
  const index = columns.indexOf(name)
  if (index < 0) throw new PbFault(0, `a column ${name} is missing`)
  return index
}

function columnOf(table: PbTable, name: string): Cell[] {
  const index = indexOf(table, name)
  return table.rows.map(({ cells, line }) => ({ text: cells[index] ?? '', line }))
}

/** The ids of a table, each once and none empty. */
function uniqueIds(table: PbTable, column: string, what: string): string[] {
  const seen = new Set<string>()
  for (const { text, line } of columnOf(table, column)) {
    if (text === '') throw new PbFault(line, `a ${what} without an id`)
    if (seen.has(text)) throw new PbFault(line, `the ${what} ${text} stands here a second time`)
    seen.add(text)
  }
  return [...seen]
}

type Amount = { readonly whole: string; readonly part: string }

/** An amount of money or points as digits before and after the point, without zeros at the end. */
function amountOf(text: string, line: number): Amount {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text)
  if (match === null) throw new PbFault(line, `"${text}" is no number of 0 or more with a decimal point`)
  return { whole: match[1] ?? '0', part: (match[2] ?? '').replace(/0+$/, '') }
}

function unitsOf({ whole, part }: Amount, places: number): bigint {
  return BigInt(whole + part.padEnd(places, '0'))
}

function ballotsOf(votes: PbTable, projects: readonly Project[], voteType: VoteType): Ballot[] {
  uniqueIds(votes, 'voter_id', 'voter')
  const positions = new Map(projects.map(({ id }, c) => [id, c]))
  const pointed = voteType === 'cumulative' || voteType === 'scoring'
  const pointsAt = pointed ? indexOf(votes, 'points') : -1
  const voteAt = indexOf(votes, 'vote')
  const choices = votes.rows.map((row) => choicesOf(row, voteAt, positions))
  if (!pointed) return choices.map((list) => ({ choices: list }))
  return withPoints(votes, pointsAt, choices)
}

function choicesOf({ cells, line }: Row, at: number, positions: ReadonlyMap<string, number>): number[] {
  const choices: number[] = []
  for (const id of listOf(cells[at] ?? '')) {
    const c = positions.get(id)
    if (c === undefined) throw new PbFault(line, `a vote for ${id}, which is no project`)
    if (choices.includes(c)) throw new PbFault(line, `the project ${id} stands twice on one ballot`)
    choices.push(c)
  }
  return choices
}

function listOf(cell: string): string[] {
  return cell === '' ? [] : cell.split(',').map((item) => item.trim())
}

/** Points of all ballots as whole numbers of one common unit: only their ratios matter to a count. */
function withPoints({ rows }: PbTable, at: number, choices: readonly number[][]): Ballot[] {
  const amounts = rows.map(({ cells, line }, i) => {
    const points = listOf(cells[at] ?? '').map((text) => amountOf(text, line))
    const named = choices[i]?.length ?? 0
    if (points.length !== named) throw new PbFault(line, `${points.length} points for ${named} projects`)
    return points
  })
  const places = amounts.flat().reduce((most, { part }) => Math.max(most, part.length), 0)
  return amounts.map((points, i) => ({
    choices: choices[i] ?? [],
    points: points.map((amount) => Number(unitsOf(amount, places))),
  }))
}
