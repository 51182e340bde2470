import type { Decision } from './household'
import { no, unknown, yes, type Truth } from './logic'

/** What an office must decide: its decision makes it so, and until there is one, only "this is not about me" denies it. */
export function isDecided(decision: Decision): Truth {
  if (decision === 'decided') return yes
  return decision === 'no' ? no : unknown
}
