import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { defaultOptions, parseOptions } from '~/features/budget/counting'
import { fraction } from '~/features/budget/counting/fraction'

const folder = mkdtempSync(join(tmpdir(), 'counting-'))
afterAll(() => rmSync(folder, { recursive: true }))

const head =
  'META\nkey;value\nbudget;100\nvote_type;approval\nmin_project_score_threshold;3\nPROJECTS\nproject_id;cost\n'
const good = `${head}hall;60\npath;30\nVOTES\nvoter_id;vote\n1;hall\n2;hall\n3;hall\n4;path,hall\n5;path\n`

function compute(text: string | null, ...args: string[]) {
  const path = join(folder, 'file.pb')
  if (text !== null) writeFileSync(path, text)
  const command = [
    'node_modules/tsx/dist/cli.mjs',
    'scripts/budget-compute.ts',
    ...(text === null ? [] : [path]),
    ...args,
  ]
  const { status, stdout } = spawnSync(process.execPath, command, { encoding: 'utf8' })
  return { status, answer: JSON.parse(stdout) as Record<string, unknown> }
}

describe('budget:compute', () => {
  it('counts with Equal Shares unless told otherwise, and exits with 0', () => {
    const { status, answer } = compute(good)
    expect(status).toBe(0)
    expect(answer).toMatchObject({ winners: ['hall'], cost: '60', endowment: '20' })
    expect(answer.rounds).toMatchObject([{ project: 'hall', rho: '1/4', supporters: 4 }])
    expect(answer.losers).toMatchObject([
      { project: 'path', effectiveSupport: 83, supportersSpentOn: [{ project: 'hall' }] },
    ])
  })

  it('takes every option, and the threshold of the file for greedy-threshold', () => {
    expect(compute(good, '--method=greedy-threshold').answer.winners).toEqual(['hall'])
    expect(compute(good, '--method=greedy-threshold', '--threshold=2').answer.winners).toEqual(['hall', 'path'])
    const all = [
      '--satisfaction=cardinality',
      '--completion=add1u',
      '--integral=on',
      '--exhaustive=on',
      '--increment=0.5',
    ]
    const more = ['--method=mes', '--comparison=satisfaction', '--ties=minCost,maxVotes,lexico,lot', '--seed=x']
    expect(compute(good, ...all, ...more)).toMatchObject({ status: 0, answer: { winners: ['path', 'hall'] } })
  })

  it('exits with 2 and says line and reason for a malformed file, a missing file and a wrong option', () => {
    expect(compute(good.replace('5;path', '5;zoo'))).toEqual({
      status: 2,
      answer: { error: 'malformed', line: 16, reason: 'a vote for zoo, which is no project' },
    })
    expect(compute(null)).toMatchObject({ status: 2, answer: { line: null } })
    expect(compute(null, 'no-such-file.pb')).toMatchObject({ status: 2, answer: { line: null } })
    expect(compute(good, '--method=best').status).toBe(2)
  })

  it('exits with 3 and names the projects for an unbroken tie', () => {
    const tied = `${head}a;60\nb;60\nVOTES\nvoter_id;vote\n1;a,b\n`
    expect(compute(tied)).toEqual({ status: 3, answer: { error: 'tie', projects: ['a', 'b'] } })
    expect(compute(tied, '--ties=lexico')).toMatchObject({ status: 0, answer: { winners: ['a'] } })
  })
})

describe('options', () => {
  const none = fraction(0n)

  it('keep their defaults', () => {
    expect(parseOptions([], none)).toEqual(defaultOptions)
  })

  it.each([
    ['--method=best', 'allowed are mes, greedy'],
    ['--ties=minCost,coin', 'allowed are minCost, maxVotes, lexico, lot'],
    ['--integral=yes', 'allowed are on, off'],
    ['--increment=1,5', 'no number'],
    ['--speed=9', 'not known'],
    ['--method', 'not of the form'],
  ])('%s is refused', (arg, reason) => {
    expect(() => parseOptions([arg], none)).toThrow(reason)
  })

  it('take a seed with any sign in it', () => {
    expect(parseOptions(['--seed=Elbasan=2027 \n,;'], none).seed).toBe('Elbasan=2027 \n,;')
  })
})
