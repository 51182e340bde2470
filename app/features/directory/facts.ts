/** The facts on a service that have a closed list, and what follows from them. */

/** Getting to, into and around a place. */
export const physicalFeatures = [
  'step_free_entrance',
  'ramp',
  'lift',
  'accessible_toilet',
  'accessible_parking',
] as const

/** Understanding and being understood. */
export const communicationFeatures = [
  'sign_language_interpreter',
  'hearing_loop',
  'text_contact',
  'easy_read_information',
  'large_print_or_braille',
  'quiet_space',
] as const

/** A visit at home is the access of those who cannot leave it. */
export const accessFeatures = [...physicalFeatures, ...communicationFeatures, 'home_visit'] as const
export type AccessFeature = (typeof accessFeatures)[number]

/** What is known: true is yes, false is no; a feature that is missing is not known, which is never "no". */
export type AccessFacts = Partial<Record<AccessFeature, boolean>>

/** ISO 639 codes of the languages in which a service speaks with people; sqk is Albanian Sign Language. */
export const serviceLanguages = ['sq', 'en', 'rom', 'el', 'mk', 'sr', 'rup', 'sqk'] as const
export type ServiceLanguage = (typeof serviceLanguages)[number]

/** The most urgent first. */
export const noticeKinds = ['emergency', 'closure', 'change'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** What readers must know for a time; `until` is its last day, null while nobody knows. */
export type Notice = { kind: NoticeKind; text: string; from: string; until: string | null }

/** The notices that hold on a date, the most urgent first, then the newest. */
export function noticesOn(notices: Notice[], date: string): Notice[] {
  return notices
    .filter(({ from, until }) => from <= date && (until === null || date <= until))
    .sort((a, b) => noticeKinds.indexOf(a.kind) - noticeKinds.indexOf(b.kind) || b.from.localeCompare(a.from))
}

/** The features with that answer, in their fixed order. */
export function featuresAnswered(access: AccessFacts, answer: boolean): AccessFeature[] {
  return accessFeatures.filter((feature) => access[feature] === answer)
}
