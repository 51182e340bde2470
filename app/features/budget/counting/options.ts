import { parseDecimal } from './fraction'
import {
  comparisons,
  completions,
  defaultOptions,
  methods,
  satisfactions,
  tieRules,
  UnfitOptions,
  type CountOptions,
} from './types'

/**
 * Options as an auditor writes them, `--name=value`, checked. What is not given keeps its default; `threshold` stands
 * for a missing --threshold. Throws UnfitOptions, saying what is allowed.
 */
export function parseOptions(args: readonly string[], threshold: CountOptions['threshold']): CountOptions {
  const given = new Map(args.map(splitArgument))
  const unknown = [...given.keys()].find((name) => !names.includes(name))
  if (unknown !== undefined) throw new UnfitOptions(`--${unknown} is not known: --${names.join(', --')}`)
  return {
    method: oneOf(given, 'method', methods, defaultOptions.method),
    satisfaction: oneOf(given, 'satisfaction', satisfactions, defaultOptions.satisfaction),
    completion: oneOf(given, 'completion', completions, defaultOptions.completion),
    integral: oneOf(given, 'integral', ['on', 'off'], 'off') === 'on',
    exhaustive: oneOf(given, 'exhaustive', ['on', 'off'], 'off') === 'on',
    increment: decimalOf(given, 'increment', defaultOptions.increment),
    comparison: oneOf(given, 'comparison', comparisons, defaultOptions.comparison),
    ties: listOf(given.get('ties')).map((rule) => oneOf(new Map([['ties', rule]]), 'ties', tieRules, 'lexico')),
    seed: given.get('seed') ?? '',
    threshold: decimalOf(given, 'threshold', threshold),
  }
}

const names = Object.keys(defaultOptions)

function splitArgument(arg: string): [string, string] {
  const match = /^--([a-z]+)=(.*)$/s.exec(arg)
  if (match === null) throw new UnfitOptions(`"${arg}" is not of the form --name=value`)
  return [match[1] ?? '', match[2] ?? '']
}

function listOf(text: string | undefined): string[] {
  return text === undefined || text === '' ? [] : text.split(',')
}

type Given = ReadonlyMap<string, string>

function oneOf<T extends string>(given: Given, name: string, allowed: readonly T[], otherwise: T): T {
  const text = given.get(name) ?? otherwise
  const found = allowed.find((value) => value === text)
  if (found === undefined) throw new UnfitOptions(`--${name}=${text}: allowed are ${allowed.join(', ')}`)
  return found
}

function decimalOf(given: Given, name: string, otherwise: CountOptions['increment']): CountOptions['increment'] {
  const text = given.get(name)
  if (text === undefined) return otherwise
  const value = parseDecimal(text)
  if (value === null) throw new UnfitOptions(`--${name}=${text} is no number with a decimal point`)
  return value
}
