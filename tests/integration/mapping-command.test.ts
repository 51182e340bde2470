import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { takeDataLock } from '../../app/server/data-lock.server'
import { childEnvironment } from '../../app/server/env.server'
import { copyData } from '../support/copy-data'

const folder = mkdtempSync(join(tmpdir(), 'prane-command-'))
afterAll(() => rmSync(folder, { recursive: true }))

const dataDir = join(folder, 'data')
copyData('real', dataDir)

/** The command as a person runs it: its exit code and what it printed. */
async function run(...args: string[]): Promise<{ code: number; output: string }> {
  const env = { ...childEnvironment({}), DATA_DIR: dataDir, DATABASE_URL: '' }
  try {
    const program = ['--import', 'tsx', 'scripts/mapping-import.ts', ...args]
    const { stdout } = await promisify(execFile)(process.execPath, program, { env })
    return { code: 0, output: stdout }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, output: stdout + stderr }
  }
}

describe('npm run mapping:import', { timeout: 300_000 }, () => {
  test('tries, loads, loads again and takes back', async () => {
    const example = 'docs/mapping/example.csv'
    const tried = await run(example, '--dry-run')
    expect(tried.output).toContain('Të reja: 4.')
    expect(tried).toMatchObject({ code: 0, output: expect.stringContaining('This was a trial: nothing was written.') })
    const loaded = await run(example, '--complete=Korçë,Vlorë')
    expect(loaded).toMatchObject({ code: 0, output: expect.stringContaining('The file was loaded.') })
    expect(loaded.output).toContain('Skedari u ngarkua.')
    expect((await run(example, '--complete=Vlorë')).output).toContain('Skedari nuk sjell asgjë të re.')
    expect(await run('--undo')).toMatchObject({ code: 0, output: expect.stringContaining('example.csv') })
    expect(await run('--undo')).toMatchObject({
      code: 1,
      output: expect.stringContaining('There is no run to take back.'),
    })
  })

  test('refuses a bad file with code 1, in both languages and without a stack', async () => {
    const path = join(folder, 'bad.csv')
    writeFileSync(path, 'Bashkia;Adresa\nKorçë;x\n')
    const { code, output } = await run(path)
    expect(code).toBe(1)
    expect(output).toMatch(/Në rreshtin e parë mungojnë këto kolona: “Emri i shërbimit”/)
    expect(output).toMatch(/These columns are missing in the first row: “Service name”/)
    expect(output).not.toMatch(/\n\s+at |node_modules/)
    expect(await run(join(folder, 'nowhere.csv'))).toMatchObject({
      code: 1,
      output: expect.stringContaining('is not there'),
    })
  })

  test.each([
    [[]],
    [['--undo', 'a.csv']],
    [['--undo', '--dry-run']],
    [['docs/mapping/example.csv', '--complete=']],
    [['a.csv', 'b.csv']],
    [['a.csv', '--dryrun']],
    [['docs/mapping/example.csv', '--complete=Atlantida']],
  ])('is not understood, and says so with code 2: %j', async (args) => {
    const { code, output } = await run(...args)
    expect(code).toBe(2)
    expect(output.trim().split('\n')).toHaveLength(2)
  })

  test('stops while a server has the data folder open', async () => {
    const lock = takeDataLock(dataDir)
    const { code, output } = await run('docs/mapping/example.csv')
    lock.release()
    expect(code).toBe(1)
    expect(output).toContain('Ndaleni serverin dhe provoni përsëri.')
    expect(output).toContain('Stop the server and try again. Nothing was changed.')
    expect(output).toContain(`(pid ${process.pid}) has this data folder open`)
    expect(output).not.toMatch(/\n\s+at /)
  })
})
