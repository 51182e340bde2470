import { readFileSync } from 'node:fs'
import {
  countAndExplain,
  defaultOptions,
  metaValue,
  parseDecimal,
  parseOptions,
  readPb,
  UnfitOptions,
} from '../app/features/budget/counting'

/** Counts a Pabulib file: npm run -s budget:compute -- FILE.pb --name=value … (docs/counting.md has the options). */
const [code, answer] = compute(process.argv.slice(2))
console.log(JSON.stringify(answer))
process.exitCode = code

/** The exit code (0 counted, 2 malformed input, 3 unbroken tie) and the JSON to print. */
function compute(args: string[]): [number, unknown] {
  const [path] = args.filter((arg) => !arg.startsWith('--'))
  if (path === undefined) return [2, malformed(null, 'Name a .pb file')]
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    return [2, malformed(null, error instanceof TypeError ? 'The file is not UTF-8' : `${path} cannot be read`)]
  }
  const pb = readPb(text)
  if (!pb.ok) return [2, malformed(pb.line, pb.reason)]
  try {
    const threshold = parseDecimal(metaValue(pb.file, 'min_project_score_threshold') ?? '')
    const options = parseOptions(
      args.filter((arg) => arg !== path),
      threshold ?? defaultOptions.threshold,
    )
    const result = countAndExplain(pb.election, options)
    if (result.ok) return [0, result.report]
    return result.error === 'tie'
      ? [3, { error: 'tie', projects: result.projects }]
      : [2, malformed(null, result.reason)]
  } catch (error) {
    if (error instanceof UnfitOptions) return [2, malformed(null, error.message)]
    throw error
  }
}

function malformed(line: number | null, reason: string) {
  return { error: 'malformed', line, reason }
}
