import { firstDay, lastDay, type SourceDate } from './days'

/** What is known of a source, as exact as the source is. `unverified`: own knowledge, or of low certainty. */
export type Certainty = 'high' | 'medium' | 'unverified'

/** An act of law and the month, year or day it is from. */
export type Act = { name: string; date: SourceDate }

/** Where a statement comes from. `source` null: no public one was found. `seen`: the date of the source; null when it bears none, then the act's date counts. */
export type Citation = {
  act: Act | null
  article?: string
  source: string | null
  seen: SourceDate | null
  certainty: Certainty
}

export type Unit = 'lek' | 'lek-a-month' | 'percent' | 'times' | 'grade' | 'times-minimum-wage' | 'eur-a-month'

/**
 * A dated number: an amount or a limit. Figures are only ever added: a new one begins where the older one is ended.
 * `from` null: since before anything known here; `to` null: no end is known, which does not mean that it still holds.
 */
export type Figure = Citation & {
  name: string
  value: number
  unit: Unit
  from: SourceDate | null
  to: SourceDate | null
  /** "About": the source rounds. */
  about?: true
}

/** A figure on a day: `inForce` is false in a gap, where it is only the last one known. */
export type KnownFigure = { figure: Figure; inForce: boolean }

/** The newest figure of that name that had begun on the day. Null before the first one. */
export function figureOn(figures: readonly Figure[], name: string, day: string): KnownFigure | null {
  const begun = figures.filter((figure) => figure.name === name && begins(figure) <= day)
  const figure = begun.sort((a, b) => (begins(a) < begins(b) ? -1 : 1)).at(-1)
  return figure === undefined ? null : { figure, inForce: figure.to === null || day <= lastDay(figure.to) }
}

/** The first day of a figure, as text; '' sorts before every day. */
export function begins({ from }: Figure): string {
  return from === null ? '' : firstDay(from)
}

/** Each figure of these on a day, by name in order of the list. */
export function figuresOn(figures: readonly Figure[], day: string): KnownFigure[] {
  const names = [...new Set(figures.map(({ name }) => name))]
  return names.flatMap((name) => figureOn(figures, name, day) ?? [])
}
