import { wordsOf } from './fold'
import { apart, stem } from './stem'

/** Words that join others. They are nowhere looked for. Folded. */
const particles = new Set(
  wordsOf(
    'te e i se së në ne n për per me nga a o dhe edhe ose po që qe t m një nje nji si ta të mbi nën prej ' +
      'the an of to for and in at on or is are be by with from as it',
  ),
)

export function isParticle(word: string): boolean {
  return particles.has(word)
}

/** What may stand before the name of a place. Folded. */
const units = new Set(
  wordsOf(
    'bashki bashkia bashkinë bashkisë qark qarku qarkun qarkut komuna komunën komunës qyteti qytetin qytetit ' +
      'municipality county',
  ),
)
const beforePlaces = new Set(wordsOf('në n te nga in of at'))

export function announcesPlace(word: string): boolean {
  return beforePlaces.has(word) || isUnit(word)
}

/** Whether a word says what a place is and nothing more: “bashkia Tiranë”, “qarku Fier”. Folded. */
export function isUnit(word: string): boolean {
  return units.has(word)
}

const stemsOf = (words: string) => new Set(wordsOf(words).flatMap(apart).map(stem))

/**
 * Words that say nothing of what is looked for: who asks, when, how much, and what is done with it. They are nowhere
 * looked for, and a phrase of the vocabulary is also found where they stand between its words (“nuk [më] flet [ende]”).
 */
const silent = stemsOf(
  'ku kush kujt kur kurrë çfarë çka ça cila cili cilin pse si sa dikush diku diçka ndonjë gjithë gjitha gjithçka asgjë ' +
    'ai ajo ata ato atë këtu këtë kjo ky këta aty atje unë ti ju ne na ia ma mu mua mue vet vetë tij saj tyre jonë tonë ' +
    'im ime jem tim time imja ynë imi jote juaj së më ma dot nuk pa ' +
    'dua dëshiroj kërkoj kërkojmë kam jam muj gjen di shkoj çoj marr merr marrim bëj bën bëhet bëjmë vjen vijnë vij ' +
    'duhet duhen duhem nevojë lutem lutemi faleminderit trego thonë them quhet vazhdon mundësi jep merret merren ' +
    'ende akoma sot tani tash dje nesër gjithnjë përherë gjatë para pas pastaj deri shumë pak fort mirë keq sa tepër aq vetëm ' +
    'orë ditë javë muaj vit vjet vjeç vjeçe vjeçar vjeçare herë moshë madhe madh vogël ri re ' +
    'where who whom what which how when why while since because if then than so but also just only very really still yet always ' +
    'i me my mine we us our ours you your he him his she her hers it its they them their there here this that these those ' +
    'am was were been being have has had having do does did doing done can could will would should shall may might must ' +
    'want need needs needed find look looking get gets got give gives given take takes go goes come comes make makes keep keeps let ' +
    'know knows think feel like not any some all every much many more most too enough other others another same such ' +
    'one two three someone somebody anyone something anything somewhere anywhere able about after before into out up down off over ' +
    'old year years month months week day days time today now soon long little small big good bad best please thing things',
)

/** Words that many services have in their names, or that name a person: they add to a score but need not be found. */
const light = stemsOf(
  'ndihmë ndihmoj ndihmon ndihmojnë ndihmoni ofron ofrojnë shërbim qendër zyrë program shoqatë organizatë person njeri ' +
    'afër pranë qytet fshat lagje zonë falas terapi familje shtet ' +
    'burri bashkëshort bashkëshorte vëlla motër kusheri teze xhaxha hallë dajë fqinj ' +
    'help helps helping service services centre center office near nearby free people person support place places ' +
    'therapy family families husband wife brother sister uncle aunt nephew niece cousin neighbour neighbor friend ' +
    'organisation organization association program programme city town village available provide provides offer offers',
)

/** Whether a word says nothing of what is looked for. */
export function isSilent(stemmed: string): boolean {
  return silent.has(stemmed)
}

/** Whether a word says little or nothing of what is looked for. */
export function isLight(stemmed: string): boolean {
  return light.has(stemmed) || silent.has(stemmed)
}
