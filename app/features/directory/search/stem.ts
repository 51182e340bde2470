import file from './word-forms.json'

/**
 * Endings of Albanian nouns and adjectives, folded: definite, plural and the cases (qendër, qendra, qendrës, qendrën,
 * qendrat, qendrave; shtëpi, shtëpia, shtëpisë, shtëpive). The longest that fits goes.
 */
const endings = (
  'iave iat ise ine ite ive ias ien ies ' +
  'seve eve ave ' +
  'ese esh ash ish en es et at it ut ot in un ve te se ia ie a e i u'
)
  .split(' ')
  .sort((a, b) => b.length - a.length)

/** Short words keep more of themselves: Berat, drit-at, komun-a; but korc-ën, pun-ët, rom-it, rom-ëve. */
const shortestStem = (ending: string) => (ending.length === 1 || /^(e[nst]|i[nt]|[ea]ve)$/.test(ending) ? 3 : 4)

const formsOf = (words: Record<string, string>): [string, string][] =>
  Object.entries(words).flatMap(([stem, forms]) =>
    [stem, ...forms.split(' ')].map((form): [string, string] => [form, stem]),
  )

/** Forms of verbs, which no ending explains. All are folded. */
const verbs = new Map(formsOf(file.verbs))

/** The same and other such words, with those of dialect: “çun”, “goca” and “vllau” are “djalë”, “vajza” and “vëllai”. */
const irregular = new Map([...verbs, ...formsOf(file.others)])

/**
 * What the forms of a word have in common; it need not be a word. One rule serves both languages, since a query does
 * not say which it is in: English plurals go first, then Albanian endings until none fits, so stemming a stem changes
 * nothing. Two words may meet in one stem; the forms of one word must not part.
 *
 * @param word folded, as `wordsOf` gives it
 */
export function stem(word: string): string {
  const known = irregular.get(word)
  if (known !== undefined) return known
  if (/\d/.test(word)) return word
  let current = word
  for (let next = shorten(current); next !== current; next = shorten(current)) current = next
  const short = withoutLinkingVowel(current)
  return irregular.get(short) ?? short
}

/**
 * “s'flet” is “nuk flet”, also where the apostrophe was left out.
 *
 * @param word folded
 */
export function apart(word: string): string[] {
  return word.startsWith('s') && !irregular.has(word) && verbs.has(word.slice(1)) ? ['nuk', word.slice(1)] : [word]
}

const shorten = (word: string) => withoutEnding(withoutEnglishPlural(word))

function withoutEnglishPlural(word: string): string {
  if (word.length > 5 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.length > 4 && /[^siuou]s$/.test(word) ? word.slice(0, -1) : word
}

/** Words made with -itet (komunitet, universitet) end in what looks like a case, and -komun- is another word. */
function withoutEnding(word: string): string {
  if (word.endsWith('itet')) return word
  const ending = endings.find((candidate) => fits(candidate, word))
  return ending === undefined ? word : word.slice(0, -ending.length)
}

/** After other letters these belong to the word: Kuço-vë, pensionis-të; but moshuar-ve, rinj-të. */
const onlyAfter: Record<string, RegExp> = { ve: /[^aeiouy]ve$/, te: /[jq]te$/ }

function fits(ending: string, word: string): boolean {
  return (
    word.endsWith(ending) &&
    word.length - ending.length >= shortestStem(ending) &&
    (onlyAfter[ending]?.test(word) ?? true)
  )
}

/** The e of qendër, autizëm, libër falls before an ending: qendra, autizmi, libri. */
function withoutLinkingVowel(word: string): string {
  return word.length > 4 ? word.replace(/([^aeiouy])e([rlmnz])$/, '$1$2') : word
}
