import everydayPlaces from './everyday-places.json'
import { isLight, isParticle } from './small-words'
import type { KnownWord, WrittenWord } from './typing-errors'
import { writtenWords } from './words'

/** A municipality with every name it goes by: official, definite, English, seat, former, and those of its units. */
export type NamedPlace = { code: string; names: string[]; unitNames: string[] }

export type PlaceName = {
  stems: string[]
  /** For each word its forms without the last vowel: other forms of the name begin with one (Korç-a, Korç-ës). */
  starts: string[][]
  municipalities: string[]
  /** A unit, village or quarter: records that name it come before others of the municipality. */
  isPart: boolean
}

export type PlaceNames = { byStart: ReadonlyMap<string, PlaceName[]>; words: WrittenWord[] }

/** Names so short that they are also ordinary words (Has, Mat, Fan): they count only where a place is announced. */
export const isShortName = ({ starts }: PlaceName) =>
  starts.length === 1 && starts.flat().every((start) => start.length <= 3)

/** All names by their first stem, longest first. A name of several places means all of them: the reader sees which. */
export function placeNames(places: NamedPlace[]): PlaceNames {
  const names = new Map<string, PlaceName & { words: WrittenWord[] }>()
  const add = (text: string, municipality: string, isPart: boolean) => {
    const words = writtenWords(text).filter(({ word }) => !isParticle(word))
    const stems = words.map((word) => word.stem)
    if (stems.length === 0 || (isPart && stems.every(isLight))) return // units are also called “Qendër”
    const key = stems.join(' ')
    const starts = words.map(({ word }) => [word.replace(/[aeiouy]$/, '')])
    const name = names.get(key)
    if (name === undefined) names.set(key, { stems, starts, municipalities: [municipality], isPart, words })
    else {
      name.starts = name.starts.map((forms, index) => [...new Set([...forms, ...(starts[index] ?? [])])])
      name.municipalities = [...new Set([...name.municipalities, municipality])]
      name.words.push(...words)
      name.isPart = name.isPart && isPart
    }
  }
  for (const { code, names: own } of places) own.forEach((name) => add(name, code, false))
  for (const { code, unitNames } of places) unitNames.forEach((name) => add(name, code, true))
  for (const { name, municipalities } of everydayPlaces) municipalities.forEach((code) => add(name, code, true))

  const byStart = new Map<string, PlaceName[]>()
  for (const name of [...names.values()].sort((a, b) => b.stems.length - a.stems.length)) {
    const [start = ''] = name.stems
    byStart.set(start, [...(byStart.get(start) ?? []), name])
  }
  return { byStart, words: [...names.values()].flatMap(({ words }) => words) }
}

/** The longest name of a place that begins at `start`, or null. */
export function placeAt({ byStart }: PlaceNames, words: KnownWord[], start: number): PlaceName | null {
  const candidates = byStart.get(words[start]?.stem ?? '') ?? []
  return (
    candidates.find(({ stems, starts }) =>
      stems.every((expected, offset) => {
        const given = words[start + offset]
        return given?.stem === expected && starts[offset]?.some((form) => given.word.startsWith(form))
      }),
    ) ?? null
  )
}
