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

/** Words whose forms no ending explains. All are folded. */
const irregular: Record<string, string> = Object.fromEntries(
  Object.entries({
    grua: 'gra grate grave gruaja gruas gruan',
    djal: 'djem djemte djemve djalit djali djale djalin',
    plak: 'pleq pleqte pleqve plaku plakut plakun',
    njeri: 'njerez njerezit njerezve njeriu njeriut',
    qira: 'qiraja qiraje qirase qirane',
    child: 'children childrens childs',
    woman: 'women womens womans',
    person: 'people peoples persons personat personave persona personit personi',
  }).flatMap(([stem, forms]) => [stem, ...forms.split(' ')].map((form) => [form, stem])),
)

/**
 * What the forms of a word have in common; it need not be a word. One rule serves both languages, since a query does
 * not say which it is in: English plurals go first, then Albanian endings until none fits, so stemming a stem changes
 * nothing. Two words may meet in one stem; the forms of one word must not part.
 *
 * @param word folded, as `wordsOf` gives it
 */
export function stem(word: string): string {
  if (Object.hasOwn(irregular, word)) return irregular[word] ?? word
  if (/\d/.test(word)) return word
  let current = word
  for (let next = shorten(current); next !== current; next = shorten(current)) current = next
  return withoutLinkingVowel(current)
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
