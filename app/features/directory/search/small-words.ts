import { wordsOf } from './fold'
import { stem } from './stem'

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
const beforePlaces = new Set(wordsOf('në n te bashkia bashkinë bashkisë komuna qyteti nga in of at municipality'))

export function announcesPlace(word: string): boolean {
  return beforePlaces.has(word)
}

/** Stems of words that say little about what is looked for: they add to a score but need not be found. */
const light = new Set(
  wordsOf(
    'ku kush kujt kur çfarë cila cili dua du duam dëshiroj kërkoj kam kemi kom ka ke jam jemi janë është eshte ësht s skam ' +
      'skom ska nuk s’ka pa dot muj muj gjej gjet gjen gjeni mund duhet duhen nevojë im ime jem tim time imja jonë ynë më ma ' +
      'çoj shku shkoj shkoni vete pi ndihmë ndihmoj shërbim qendër zyrë program shoqatë organizatë person njeri afër pranë ' +
      'qytet fshat lagje falas terapi fëmijë fmi kalamaj mirë shumë sot tani burri vajzë djalë çun cun ' +
      'where who what how when my me we our i is there any some need want find looking look get can cannot not no do does has have ' +
      'help service centre center office near nearby free for people person support place places son daughter please child kids therapy',
  ).map(stem),
)

export function isLight(stemmed: string): boolean {
  return light.has(stemmed)
}
