/**
 * The easy-read rules that a machine can see. A text that passes is not easy-read yet: only readers can say that. A
 * text with an error is none for certain, so errors stop a build and warnings only ask for a second look.
 *
 * Sources: Inclusion Europe, "Information for all" (2009), cited as IE; GOV.UK, "Accessible communication formats"
 * (GOV); UK Department of Health, "Making written information easier to understand" (2010, DH); German BITV 2.0, Annex
 * 2 (BITV); W3C, "Making content usable for people with cognitive and learning disabilities" (2021, COGA). ISO
 * 23859:2023 gives no numbers. Those for LIX were measured on the Universal Declaration of Human Rights: Albanian
 * reads 2.6 higher than English for the same content.
 */
export type EasyLanguage = 'sq' | 'en'

export type ErrorRule =
  | 'long-sentence'
  | 'several-sentences'
  | 'percent'
  | 'roman-numeral'
  | 'numeric-date'
  | 'abbreviation'
  | 'capitals'
  | 'brackets'
export type WarningRule = 'lix' | 'clauses' | 'commas' | 'long-word' | 'passive' | 'double-negative'

/** `found` is what broke the rule: the words themselves, or a number. `line` counts from 0; null: the whole text. */
export type Finding = { line: number | null; found: string } & (
  { level: 'error'; rule: ErrorRule } | { level: 'warning'; rule: WarningRule }
)

export type EasyReadOptions = {
  /** Proper names that stand in the lines. Nobody can write them more easily, so only their words are counted. */
  names?: string[]
}

/** GOV: ten to fifteen words; DH: more than fifteen is harder. */
export const maxWordsInSentence = 15

/** Highest LIX of an easy text, 2.6 apart as measured, rounded. */
export const maxLix: Readonly<Record<EasyLanguage, number>> = { sq: 33, en: 30 }

/** Under thirty words a single long word moves LIX by more than three. */
const fewestWordsForLix = 30
const lettersOfLongWord = 13

/**
 * Checks one easy text, a line a sentence.
 *
 * @param lines as they stand on the page; a line that holds no word has nothing to check
 * @returns what was found, line by line, and last what concerns the whole text; empty when nothing was
 */
export function checkEasyRead(
  lines: string[],
  language: EasyLanguage,
  { names = [] }: EasyReadOptions = {},
): Finding[] {
  const plain = lines.map((line) => withoutNames(line, names))
  const findings = plain.flatMap((line, index) => [
    ...errorsIn(line, language).map(([rule, found]): Finding => ({ level: 'error', rule, found, line: index })),
    ...warningsIn(line, language).map(([rule, found]): Finding => ({ level: 'warning', rule, found, line: index })),
  ])
  const text = plain.join('\n')
  const value = wordsOf(text).length < fewestWordsForLix ? 0 : lix(text)
  if (value <= maxLix[language]) return findings
  return [...findings, { level: 'warning', rule: 'lix', found: value.toFixed(1), line: null }]
}

/**
 * Björnsson's readability index (1968): words a sentence, plus the share of words over six letters in percent. It
 * counts no syllables, so that it needs no dictionary and works in every language written in letters.
 *
 * @returns 0 for a text without words; about 20 is easy, 55 is law
 */
export function lix(text: string): number {
  const words = wordsOf(text)
  if (words.length === 0) return 0
  const long = words.filter((word) => lettersIn(word) > 6)
  return words.length / sentencesOf(text).length + (100 * long.length) / words.length
}

function errorsIn(line: string, language: EasyLanguage): [ErrorRule, string][] {
  const found: [ErrorRule, string[]][] = [
    ['long-sentence', sentencesOf(line).filter((sentence) => wordsOf(sentence).length > maxWordsInSentence)],
    ['several-sentences', sentencesOf(withoutAbbreviations(line, language)).slice(1)],
    ['percent', matches(line, /[%‰]|(?<!\p{L})(për ?qind\p{L}*|per ?cent)(?!\p{L})/giu)],
    ['roman-numeral', romanNumerals(line, language)],
    ['numeric-date', matches(line, numericDate)],
    ['abbreviation', abbreviationsIn(line, language)],
    ['capitals', wordsOf(line).filter((word) => /\p{Lu}{2}/u.test(word) && !isRoman(word))],
    ['brackets', matches(line, /[()[\]{}]/g)],
  ]
  return found.flatMap(([rule, all]) => (all.length > 0 ? [[rule, all.join(' ')] as [ErrorRule, string]] : []))
}

function warningsIn(line: string, language: EasyLanguage): [WarningRule, string][] {
  const words = wordsOf(line).map((word) => word.toLowerCase())
  const found: [WarningRule, string[], atLeast: number][] = [
    ['clauses', words.filter((word) => clauseWords[language].has(word)), 2], // GOV: one idea and one verb
    ['commas', matches(line, /,/g), 2],
    ['long-word', words.filter((word) => lettersIn(word) >= lettersOfLongWord), 1],
    ['passive', matches(line, passive[language]), 1],
    ['double-negative', words.flatMap((word) => negationsIn(word, language)), 2],
  ]
  return found.filter(([, all, atLeast]) => all.length >= atLeast).map(([rule, all]) => [rule, all.join(' ')])
}

/** 04.03.2026, 4/3/26, 2026-03-04, 2026-03. A time (9:00) and a telephone number are none. */
const numericDate =
  /(?<![\p{L}\p{N}])(\d{1,2}([./-])\d{1,2}\2(\d{4}|\d{2})|(19|20)\d\d-(0[1-9]|1[0-2])(-\d{1,2})?)(?![\p{L}\p{N}])/gu

/** IE: no initials, no signs that stand for words. Letters with points between them are found in any language. */
const abbreviations: Record<EasyLanguage | 'any', RegExp> = {
  any: /(?<!\p{L})(\p{L}{1,2}\.){2,}|(?<!\p{L})(tel|etc|fq|vs)\.|(?<!\p{L})etc(?!\p{L})/giu,
  sq: /(?<!\p{L})((nr|etj|dmth|psh|kr|rr|bul|dt|vkm)\.|(etj|dmth|psh|vkm|nr)(?![\p{L}.]))/giu,
  en: /(?<!\p{L})((approx|dept|govt|ref|incl|est|mr|mrs|dr|st|rd)\.|nos?\.(?= ?\d)|(eg|ie|approx|dept|govt)(?![\p{L}.]))/giu,
}

/** Albanian "pasi" and "kur" are counted like "after" and "when": BITV asks for main clauses. */
const clauseWords: Record<EasyLanguage, ReadonlySet<string>> = {
  sq: new Set(
    'që cili cila cilët cilat cilin cilën cilit cilës nëse sepse megjithëse ndonëse duke pasi ndërsa meqë derisa kur'.split(
      ' ',
    ),
  ),
  en: new Set(
    'that which who whom whose because although though if while when unless whether since after until'.split(' '),
  ),
}

/** A guess from forms, and so no more than a warning: "u hap" may mean "was opened" or "opened". */
const passive: Record<EasyLanguage, RegExp> = {
  sq: /(?<!\p{L})((u|t[’']u) \p{L}+|\p{L}{2,}h(et|en|eni|ej|eshin)|(është|janë|jeni|ishte|ishin|jetë) (\p{L}+(uar|ur|ër|rë)))(?!\p{L})/giu,
  en: /(?<!\p{L})(is|are|was|were|be|been|being|gets?|got) (not )?(\p{L}+ed|made|kept|given|known|seen|taken|told|written|sent|held|found|paid|done)(?!\p{L})/giu,
}

/**
 * Albanian says one "no" in two words ("askush nuk e di"), so only words that deny a verb or a thing are counted there.
 */
const negations: Record<EasyLanguage, RegExp> = {
  sq: /^(nuk|s|mos|pa|s[’'].+)$/u,
  en: /^(not|no|nobody|nothing|never|none|nowhere|without|cannot|neither|nor|.+n[’']t)$/u,
}

function negationsIn(word: string, language: EasyLanguage): string[] {
  return negations[language].test(word) ? [word] : []
}

function abbreviationsIn(line: string, language: EasyLanguage): string[] {
  return [...matches(line, abbreviations.any), ...matches(line, abbreviations[language])]
}

/** The point of an abbreviation, found already, would look like the end of a sentence. */
function withoutAbbreviations(line: string, language: EasyLanguage): string {
  return line.replace(abbreviations.any, 'x').replace(abbreviations[language], 'x')
}

const roman = /^(?=.)M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/

function isRoman(word: string): boolean {
  return roman.test(word)
}

/** A letter alone is a numeral only after a word ("klasa V"); English "I" is a person. */
function romanNumerals(line: string, language: EasyLanguage): string[] {
  const alone = language === 'en' ? /(?<=\p{L} )[VX](?![\p{L}\p{N}’'-])/gu : /(?<=\p{L} )[IVX](?![\p{L}\p{N}’'-])/gu
  const longer = wordsOf(line).filter((word) => word.length > 1 && isRoman(word))
  return [...longer, ...matches(line, alone)]
}

/** Each word of a name becomes a short plain word, so that the length of the sentence stays the same. */
function withoutNames(line: string, names: string[]): string {
  const longestFirst = [...names].filter((name) => name.trim() !== '').sort((a, b) => b.length - a.length)
  return longestFirst.reduce((text, name) => text.replaceAll(name, name.trim().replace(/\S+/g, 'Emri')), line)
}

const sentenceSegmenter = new Intl.Segmenter('sq', { granularity: 'sentence' })
const wordSegmenter = new Intl.Segmenter('sq', { granularity: 'word' })

/** Parts with a word in them: Unicode's rules (UAX 29) are the same for both languages. */
function sentencesOf(text: string): string[] {
  return [...sentenceSegmenter.segment(text)]
    .map(({ segment }) => segment.trim())
    .filter((part) => wordsOf(part).length > 0)
}

function wordsOf(text: string): string[] {
  return [...wordSegmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)
}

function lettersIn(word: string): number {
  return word.match(/\p{L}/gu)?.length ?? 0
}

function matches(line: string, pattern: RegExp): string[] {
  return line.match(pattern) ?? []
}
