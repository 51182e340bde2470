import { oneOf, type Words } from './vocabulary'
import type { ServiceValues } from './rules'

type Feature = keyof NonNullable<ServiceValues['access']>
type Language = NonNullable<ServiceValues['languages']>[number]

const featureWords: Words<Feature> = [
  {
    value: 'step_free_entrance',
    sq: ['Hyrje pa shkallë', 'Hyrje pa pengesa', 'Pa shkallë'],
    en: ['Entrance without steps', 'Step-free entrance', 'Step-free'],
  },
  { value: 'ramp', sq: ['Rampë', 'Rampa'], en: ['Ramp', 'Ramps'] },
  { value: 'lift', sq: ['Ashensor', 'Lift'], en: ['Lift', 'Elevator'] },
  {
    value: 'accessible_toilet',
    sq: ['Tualet i aksesueshëm', 'Tualet i përshtatur', 'Tualet për karrige me rrota'],
    en: ['Accessible toilet', 'Adapted toilet', 'Wheelchair toilet'],
  },
  {
    value: 'accessible_parking',
    sq: ['Parkim i aksesueshëm', 'Parkim i rezervuar', 'Vend parkimi për persona me aftësi të kufizuara'],
    en: ['Accessible parking', 'Reserved parking'],
  },
  {
    value: 'sign_language_interpreter',
    sq: ['Përkthyes i gjuhës së shenjave', 'Interpret i gjuhës së shenjave', 'Gjuha e shenjave'],
    en: ['Sign-language interpreter', 'Sign language'],
  },
  { value: 'hearing_loop', sq: ['Unazë induktive'], en: ['Hearing loop', 'Induction loop'] },
  { value: 'text_contact', sq: ['Kontakt me shkrim', 'SMS'], en: ['Contact by text', 'Text message'] },
  { value: 'easy_read_information', sq: ['Tekst i lehtë', 'Lexim i lehtë'], en: ['Easy-read', 'Easy-to-read'] },
  {
    value: 'large_print_or_braille',
    sq: ['Shkrim i zmadhuar', 'Shkrim i madh', 'Braille', 'Braj'],
    en: ['Large print', 'Braille'],
  },
  { value: 'quiet_space', sq: ['Vend i qetë', 'Ambient i qetë'], en: ['Quiet space', 'Quiet room'] },
  { value: 'home_visit', sq: ['Vizita në shtëpi', 'Vizitë në banesë'], en: ['Home visits', 'Home visit'] },
]

const languageWords: Words<Language> = [
  { value: 'sq', sq: ['Shqip', 'Gjuha shqipe'], en: ['Albanian'] },
  { value: 'en', sq: ['Anglisht', 'Gjuha angleze'], en: ['English'] },
  { value: 'rom', sq: ['Romisht', 'Rome', 'Gjuha rome', 'Romani'], en: ['Romani'] },
  { value: 'el', sq: ['Greqisht', 'Gjuha greke'], en: ['Greek'] },
  { value: 'mk', sq: ['Maqedonisht', 'Gjuha maqedonase'], en: ['Macedonian'] },
  { value: 'sr', sq: ['Serbisht', 'Gjuha serbe'], en: ['Serbian'] },
  { value: 'rup', sq: ['Arumanisht', 'Vllahisht'], en: ['Aromanian'] },
]

const findFeature = oneOf(featureWords)
const findLanguage = oneOf(languageWords)
const denial = /^(pa|jo|nuk ka|s'ka|ska|no|without|none)(?![\p{L}])[\s:–-]*/iu

/**
 * What a cell says of access and languages, where it names them: "rampë; pa ashensor; anglisht". A thing that is denied
 * has the answer no; one that is not named is not known. Whatever else it says is kept as it was written.
 */
export function readAccessibility(cell: string): Pick<ServiceValues, 'access' | 'languages'> {
  const access: Partial<Record<Feature, boolean>> = {}
  const languages = new Set<Language>()
  for (const part of cell.split(/[;,|\n]/).map((text) => text.trim())) {
    const feature = findFeature(part)
    const denied = feature === undefined && denial.test(part) ? findFeature(part.replace(denial, '')) : undefined
    const language = findLanguage(part)
    if (feature) access[feature] = true
    if (denied) access[denied] = false
    if (language) languages.add(language)
  }
  return {
    ...(Object.keys(access).length > 0 && { access }),
    ...(languages.size > 0 && { languages: [...languages] }),
  }
}
