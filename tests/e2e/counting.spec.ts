import { expect, test } from '@playwright/test'
import { build } from 'vite'
import { countAndExplain, defaultOptions, readPb } from '../../app/features/budget/counting'

/** The module as one script for a page that has nothing else: no bundler, no framework, no Node. */
async function asScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: 'app/features/budget/counting/index.ts', formats: ['iife'], name: 'counting' },
    },
  })
  const [output] = [result].flat()
  if (output === undefined || !('output' in output)) throw new Error('Vite built nothing.')
  return output.output[0].code
}

const ballots = [
  ...['META', 'key;value', 'budget;1000', 'vote_type;approval'],
  ...['PROJECTS', 'project_id;cost', 'a;600', 'b;400', 'c;300', 'd;300'],
  ...['VOTES', 'voter_id;vote', '1;a,b', '2;b,c', '3;c,d', '4;a', '5;a,d', '6;b'],
].join('\n')

/** What an auditor would write: read the file, count, print. Sent to the browser as text. */
const auditor = `(text) => {
  const read = counting.readPb(text)
  const report = counting.countAndExplain(read.election, { ...counting.defaultOptions, ties: ['minCost', 'lexico'] })
  return JSON.stringify(report)
}`

test('a page and a worker of a browser count as Node does', async ({ page }) => {
  const read = readPb(ballots)
  if (!read.ok) throw new Error(read.reason)
  const here = countAndExplain(read.election, { ...defaultOptions, ties: ['minCost', 'lexico'] })
  expect(here.ok).toBe(true)
  const script = await asScript()
  await page.goto('about:blank')
  await page.addScriptTag({ content: script })
  expect(await page.evaluate(`(${auditor})(${JSON.stringify(ballots)})`)).toBe(JSON.stringify(here))

  const source = `${script};onmessage = ({ data }) => postMessage((${auditor})(data))`
  const answer = await page.evaluate(
    ([source = '', ballots = '']) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })))
        worker.onmessage = ({ data }) => resolve(data)
        worker.onerror = ({ message }) => reject(new Error(message))
        worker.postMessage(ballots)
      }),
    [source, ballots],
  )
  expect(answer).toBe(JSON.stringify(here))
})
