/**
 * Words of violence and trafficking, read from a query as it stands, before spelling is corrected: nobody who asks for
 * safety is led to “betting” for “beating”. They are looked at as folded words and not as stems, since a stem does not
 * tell “rape” from “rap”, nor “më godet” from “godina”; and with the words that join others, since “me” says much here.
 */

/** What counts wherever it stands. */
const strongWords: RegExp[] = [
  /^dhun(?!t)/, // dhunti is a gift
  /^perdhun/,
  /^abuz(im|o|u)/,
  /^keqtrajt/,
  /^m?rr[ae]h/,
  /^(reh|rehin|rehu|rahu|rahin|rahje)$/, // as many people write it; rehabilitim is another word
  /^trafik(im|o|ua|ue|ant)/, // trafiku is that of roads
  /^shantazh/,
  /^shfrytez(im|o|ua|ue)/,
  /^prostitu/,
  /^skllav/,
  /^kercen(im|o[jn]|oh|ua)/, // kërcen is to dance
  /^violen(ce|t)/, // violet, violin
  /^rap(e|ed|es|ing|ist|ists)$/,
  /^abus[ei]/,
  /^batter(ed|ing|er)/, // battery
  /^beatings?$/,
  /^molest/,
  /^traffick/,
  /^stalk(s|ed|er|ers|ing)?$/,
  /^assault/,
  /^exploit/,
  /^(en)?slave/,
  /^blackmail/,
  /^strangl/,
  /^kidnap/,
]

const substance = /^(alkool(i[nt]?)?|alcohol|drog(e|a|en|es|at|ash)?|drugs?|substan[cs]\w*|pije[nt]?|medicines?)$/
const heart = /^(zemr|pulsi|heart|vez)/

/** Words that are another thing beside others: abuse of alcohol, the beating of a heart. */
function isHarmless(words: string[], at: number): boolean {
  const word = words[at] ?? ''
  const [before = '', after = '', next = ''] = [words[at - 1], words[at + 1], words[at + 2]]
  if (/^(abus(e|es|ing)$|abuz(im|o))/.test(word)) {
    const object = /^(of|me|i|te)$/.test(after) ? next : after
    return substance.test(object) || (word.startsWith('abus') && substance.test(before))
  }
  return /^(m?rr?[ae]h|beating)/.test(word) && words.slice(Math.max(0, at - 2), at + 3).some((near) => heart.test(near))
}

const feared =
  'burr*|bashkeshort*|ish|ishi|ishburr*|partner*|dashuri|vjehrr*|vjehrri|baba*|njerk*|vella*|vlla*|djal*|ai|ata|tij|familj*|shef*|pronar*'
const fearedInEnglish =
  'he|she|they|him|them|husband|partner|boyfriend|girlfriend|ex|father|dad|stepfather|brother|son|boss'
const fear = 'frike|frik|frige|frig'

/**
 * Words that are weak alone and strong together: one behind the other, each one of those between the bars. A star
 * stands for any ending; “!nga” is any word but that, or the end.
 */
const strongTogether: string[][] = [
  'me|na|e godet|godasin|goditi|goditen|gjuan|gjuajne|gjuajti|qellon|qellojne|qelloi',
  'me|na ka|kane|kan goditur|godit|gjuajtur|gjujt|qelluar|mbytur|mbyt|shitur|kycur|mbyllur|rrembyer|prekur',
  'me preku|prekte|prekin',
  `${feared} me|na mbyt|mbyti|ndjek|kontrollon|kyc|shtyn|poshteron`,
  'te|do me|na vras*|mbyse|mbyte',
  'me|na vret|vrasin|vras',
  'largohem|largohemi|iki|ik|iku|shpetoj|fshihem nga|prej burr*|bashkeshort*|partner*',
  'mbaj*|mban|majn* me zor|force',
  'mbaj*|mban|majn* te|i|e mbyllur*|kycur*|lidhur*',
  'me|na detyron|detyrojne|detyrojn|detyroi|detyruan',
  'martes* e|te|me detyruar*|zor|force',
  'martoj*|martoi|martuan|martuar me zor|force',
  'vend|vendi i|te sigurt',
  'shtepi|shtepia|shpi|shpija|strehe|streha e sigurt',
  `kam|kom ${fear} !nga|prej`,
  `kam|kom shume ${fear} !nga|prej`,
  `${fear} te kthehem|kthehemi|shkoj|hyj|rri ne shtepi|shpi`,
  `${fear} nga|prej ${feared}`,
  'sulm* seksual*',
  'hit|hits|hitting|beat|beats|kick|kicks|kicked|slap|slaps|slapped|punch|punches|punched|choke|chokes|choked me|us|her',
  `${fearedInEnglish} hit|hits|beat|beats|hurt|hurts|hurting|follows|following|controls|locks|forces|touches me|us|her`,
  'locked|locks|lock me|us|her|in',
  'sold|sells|forced|forces|forcing|touched me|us|her',
  'kill|murder me|us|her',
  'forced|force|child marriage|marriages|marry',
  `scared|afraid|frightened|terrified|fear of ${fearedInEnglish}`,
  `scared|afraid|frightened|terrified|fear of my|the ${fearedInEnglish}`,
  'leave|leaving|escape|flee my husband|partner|boyfriend',
  'escape|away from my|him|husband',
  'woman|women|womans|womens shelter|shelters|refuge|refuges',
  'shelter|shelters|refuge|refuges for women|woman|girls|battered',
  'safe|secure house|houses|place|shelter|refuge',
].map((phrase) => phrase.split(' '))

const isOneOf = (choices: string, word: string) =>
  choices.split('|').some((one) => (one.endsWith('*') ? word.startsWith(one.slice(0, -1)) : word === one))

const fits = (expected: string, word: string | undefined) =>
  expected.startsWith('!')
    ? word === undefined || !isOneOf(expected.slice(1), word)
    : word !== undefined && isOneOf(expected, word)

/** Whether a word alone speaks of violence or trafficking. Folded. */
export const isStrongWord = (word: string) => strongWords.some((pattern) => pattern.test(word))

/**
 * The places of the words that speak of violence or trafficking.
 *
 * @param words all words of a query, folded
 */
export function urgentAt(words: string[]): Set<number> {
  const alone = [...words.keys()].filter((at) => isStrongWord(words[at] ?? '') && !isHarmless(words, at))
  const together = [...words.keys()].flatMap((start) =>
    strongTogether
      .filter((phrase) => phrase.every((expected, offset) => fits(expected, words[start + offset])))
      .flatMap((phrase) => phrase.flatMap((expected, offset) => (expected.startsWith('!') ? [] : [start + offset]))),
  )
  return new Set([...alone, ...together])
}
