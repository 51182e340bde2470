import { countAndExplain, readPb } from '../features/budget/counting'
import { sha256 } from '../features/budget/counting/sha256'
import { countOptions } from '../features/budget/result'
import type { RuleFile } from '../features/budget/rule-file'

/** Counts a vote again on the reader's own device, from the two open files, and says whether the same came out. */
const button = document.querySelector<HTMLButtonElement>('[data-recount]')
const status = document.getElementById('recount')

/** Whether the rule is the frozen one and the files give the winners that the page names. */
async function isSame({ recount, rule, hash, winners }: DOMStringMap): Promise<boolean> {
  const [ballots, ruleText] = await Promise.all([recount, rule].map((file) => textOf(file ?? '')))
  const read = readPb(ballots ?? '')
  if (sha256(ruleText ?? '') !== hash || !read.ok) return false
  const counted = countAndExplain(read.election, countOptions(JSON.parse(ruleText ?? '') as RuleFile))
  return counted.ok && [...counted.report.winners].sort().join() === (winners ?? '').split(',').sort().join()
}

async function textOf(file: string): Promise<string> {
  const response = await fetch(file)
  if (!response.ok) throw new Error(`${file}: ${response.status}`)
  return response.text()
}

if (button && status) {
  const { same = '', other = '', away = '' } = button.dataset
  button.hidden = false
  button.addEventListener('click', () => {
    isSame(button.dataset).then(
      (is) => (status.textContent = is ? same : other),
      () => (status.textContent = away),
    )
  })
}
