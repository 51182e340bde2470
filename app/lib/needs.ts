/** The kinds of help that people say are missing. Pure: shared by messages and by the budget that answers them. */

/** Which help is missing, in two steps of at most five: first a part of life, then what exactly. */
export const helps = {
  care: ['home_help', 'day_place', 'residence', 'assistant'],
  health: ['therapy', 'talk', 'device'],
  living: ['housing', 'food', 'money'],
  learning: ['school', 'work', 'youth_place'],
  access: ['transport', 'entrance', 'papers', 'interpreter'],
} as const
export type HelpArea = keyof typeof helps
export const helpAreas = Object.keys(helps) as HelpArea[]
export const allHelps: readonly string[] = Object.values(helps).flat()

/** The key of the words for a kind of help, or for a part of life where no more was said; under tell.json. */
export const helpTextKey = (help: string): string => (allHelps.includes(help) ? `help.${help}` : `area.${help}`)
