import { isParticle } from './small-words'
import { writtenWords } from './words'

/** Raised when folding, stemming or `termsOf` changes: records indexed by older rules are indexed again at the start. */
export const searchRules = 2

/** What of a service can be searched. Nothing of a protected record may come here. */
export type SearchableService = {
  nameSq: string
  nameEn: string
  providerSq: string
  providerEn: string
  addressSq: string | null
  addressEn: string | null
  factsSq: string[]
  factsEn: string[]
  typeCode: string
  /** Public groups only. */
  groups: string[]
}

export type ServiceTerms = {
  /** Stems of the words of both names. */
  nameTerms: string[]
  /** Stems of all words, and the codes of its kind and groups ("type:legal_aid", "group:youth"). */
  searchTerms: string[]
  /** For each stem a word as the record writes it, to say what was probably meant. */
  words: Map<string, string>
}

export const typeTerm = (code: string) => `type:${code}`
export const groupTerm = (code: string) => `group:${code}`

/** The terms a service is found by, in both languages at once: a query does not say which it is in. */
export function termsOf(service: SearchableService): ServiceTerms {
  const { nameSq, nameEn, providerSq, providerEn, addressSq, addressEn, factsSq, factsEn, typeCode, groups } = service
  const words = new Map<string, string>()
  const nameTerms = stemsIn([nameSq, nameEn], words)
  const others = [providerSq, providerEn, addressSq ?? '', addressEn ?? '', ...factsSq, ...factsEn]
  const all = new Set([...nameTerms, ...stemsIn(others, words), typeTerm(typeCode), ...groups.map(groupTerm)])
  return { nameTerms: [...nameTerms], searchTerms: [...all], words }
}

function stemsIn(texts: string[], words: Map<string, string>): Set<string> {
  const found = writtenWords(texts.join(' \n ')).filter(({ word }) => !isParticle(word))
  for (const { stem, written } of found) if (!words.has(stem)) words.set(stem, written)
  return new Set(found.map(({ stem }) => stem))
}
