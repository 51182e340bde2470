import { contentStems } from './vocabulary'

/**
 * Words by which people ask for help that is not a place, by kind; they lead to its page, beside whatever the list of
 * services finds. Reviewed against the pages themselves (help-<kind>.json of the locales).
 */
const words = {
  'economic-aid': [
    ...[
      'ndihma ekonomike',
      'ndihmë ekonomike',
      'asistenca sociale',
      'asistencë',
      'ndihma nga shteti',
      'lekë nga shteti',
    ],
    ...[
      'blloku i ndihmës',
      'lekë',
      "s'kam lekë",
      'nuk kam para',
      'economic aid',
      'cash assistance',
      'social assistance',
      'money',
    ],
  ],
  'social-housing': [
    ...['strehim social', 'banesë sociale', 'banesa sociale', 'shtëpi nga bashkia', 'shtëpi me qira', 'bonus qiraje'],
    ...[
      'ndihmë për qiranë',
      'pagesa e qirasë',
      "s'kam shtëpi",
      'jam pa shtëpi',
      'social housing',
      'council house',
      'rent',
    ],
  ],
  'assistive-devices': [
    ...['karrige me rrota', 'karrocë', 'karrocë invalidësh', 'paterica', 'proteza', 'aparat dëgjimi', 'mjete ndihmëse'],
    ...[
      'bastun i bardhë',
      'shkop i bardhë',
      'pelena',
      'wheelchair',
      'wheel chair',
      'crutches',
      'hearing aid',
      'prosthesis',
    ],
    ...['assistive devices', 'white cane'],
  ],
  'sign-language': [
    ...[
      'gjuha e shenjave',
      'gjuha me shenja',
      'përkthyes i shenjave',
      'përkthyes i gjuhës së shenjave',
      'interpret shenjash',
      'interpret',
    ],
    ...['sign language', 'sign language interpreter', 'interpreter'],
  ],
  'assistant-teacher': [
    ...['mësues ndihmës', 'mësuese ndihmëse', 'mësues mbështetës', 'asistent në shkollë', 'ndihmë në klasë'],
    ...['assistant teacher', 'support teacher', 'teaching assistant'],
  ],
  'youth-counselling': [
    ...['këshillim për të rinj', 'këshillim rinor', 'psikolog shkolle', 'psikolog i shkollës', 'youth counselling'],
    ...['school psychologist'],
  ],
  'health-counselling': [
    ...[
      'këshillim shëndetësor',
      'këshillim për shëndetin',
      'shëndet riprodhues',
      'planifikim familjar',
      'shëndet mendor',
    ],
    ...['health counselling', 'family planning', 'reproductive health', 'mental health'],
  ],
} as const satisfies Record<string, readonly string[]>

type AskedHelp = keyof typeof words

const phrases = Object.entries(words).flatMap(([kind, texts]) =>
  texts.map((text) => ({ kind: kind as AskedHelp, stems: contentStems(text) })),
)

/** The kinds of help that the words of a query ask for, by the stems of its words. */
export function helpAskedFor(stems: string[]): AskedHelp[] {
  const query = ` ${stems.join(' ')} `
  return [...new Set(phrases.filter((phrase) => query.includes(` ${phrase.stems.join(' ')} `)).map(({ kind }) => kind))]
}
