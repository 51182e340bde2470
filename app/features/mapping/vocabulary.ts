import { emergencyType, bare, type ServiceValues } from './rules'

/** Texts that mean one value, in Albanian and English; the first of each language is the one to write. */
export type Words<T> = readonly { value: T; sq: string[]; en: string[] }[]

export const typeWords: Words<string> = [
  { value: 'community_day', sq: ['Shërbim ditor', 'Qendër ditore'], en: ['Day service', 'Day centre'] },
  {
    value: 'community_half_day',
    sq: ['Shërbim gjysmëditor', 'Qendër gjysmëditore'],
    en: ['Half-day service', 'Half-day centre'],
  },
  {
    value: 'community_multifunctional',
    sq: ['Shërbim multifunksional', 'Qendër multifunksionale', 'Qendër komunitare'],
    en: ['Multifunctional service', 'Multifunctional community centre', 'Community centre'],
  },
  {
    value: 'home_based',
    sq: ['Shërbim në familje', 'Shërbim në banesë', 'Ndihmë në shtëpi'],
    en: ['In-home service', 'Home service', 'Help at home'],
  },
  {
    value: 'residential_longterm',
    sq: ['Shërbim rezidencial afatgjatë', 'Shërbime rezidenciale afatgjata', 'Shtëpi me kujdes ditë e natë'],
    en: ['Long-term residential', 'Residential home'],
  },
  {
    value: 'residential_specialised',
    sq: ['Shërbim rezidencial i specializuar', 'Shtëpi me kujdes të posaçëm'],
    en: ['Specialised residential', 'Residential home with special care'],
  },
  { value: 'specialised', sq: ['Shërbim i specializuar', 'Shërbime të specializuara'], en: ['Specialised service'] },
  {
    value: 'shelter_homeless',
    sq: ['Strehim i mbrojtur për të pastrehët', 'Strehë për të pastrehët'],
    en: ['Protected housing for homeless people', 'Shelter for homeless people'],
  },
  {
    value: emergencyType,
    sq: ['Shërbim i emergjencës 72-orëshe', 'Emergjencë 72 orë'],
    en: ['72-hour emergency service'],
  },
  {
    value: 'presocial_information',
    sq: ['Informim dhe këshillim', 'Shërbime parashoqërore: informimi dhe këshillimi'],
    en: ['Information and counselling', 'Information and advice', 'Pre-social: information and counselling'],
  },
  { value: 'counselling', sq: ['Këshillim'], en: ['Counselling'] },
  {
    value: 'online_helpline',
    sq: ['Këshillim online', 'Shërbime parashoqërore: këshillimi on-line', 'Linjë telefonike'],
    en: ['Online counselling', 'Pre-social: online counselling', 'Help line'],
  },
  { value: 'street_mobile_team', sq: ['Ekip lëvizës', 'Ekip në terren'], en: ['Mobile team', 'Street team'] },
  { value: 'in_kind_food', sq: ['Mensë ose ushqim', 'Mensë'], en: ['Meals or food', 'Meals, food'] },
  { value: 'specialised_education', sq: ['Shkollë e specializuar'], en: ['Special school'] },
  { value: 'youth_centre', sq: ['Qendër rinore'], en: ['Youth centre'] },
  {
    value: 'mental_health_community',
    sq: ['Qendër komunitare e shëndetit mendor'],
    en: ['Community mental health centre'],
  },
  { value: 'legal_aid', sq: ['Ndihmë juridike falas'], en: ['Free legal aid'] },
  { value: 'integrated_programme', sq: ['Program i përkohshëm'], en: ['Temporary programme'] },
]

export const groupWords: Words<string[]> = [
  { value: ['elderly'], sq: ['Të moshuar', 'Të moshuarit në nevojë'], en: ['Older people', 'Older people in need'] },
  { value: ['children'], sq: ['Fëmijë'], en: ['Children'] },
  {
    value: ['children', 'families_in_need'],
    sq: ['Familje dhe fëmijë', 'Familjet dhe çdo fëmijë'],
    en: ['Families and children', 'Families and every child'],
  },
  {
    value: ['children_with_disabilities'],
    sq: ['Fëmijë me aftësi të kufizuara'],
    en: ['Children with disabilities'],
  },
  { value: ['children_blind'], sq: ['Fëmijë që nuk shohin'], en: ['Blind children'] },
  { value: ['blind'], sq: ['Persona që nuk shohin'], en: ['Blind people'] },
  { value: ['deaf'], sq: ['Persona që nuk dëgjojnë'], en: ['Deaf people'] },
  {
    value: ['persons_with_disabilities'],
    sq: ['Persona me aftësi të kufizuara', 'Personat me aftësi të kufizuara'],
    en: ['Persons with disabilities'],
  },
  {
    value: ['adults_mental_health'],
    sq: ['Persona me probleme të shëndetit mendor', 'Të rritur me probleme të shëndetit mendor'],
    en: ['People with mental health problems', 'Adults with mental health problems'],
  },
  { value: ['chronic_illness'], sq: ['Persona me sëmundje kronike'], en: ['People with a long illness'] },
  { value: ['families_in_need'], sq: ['Familje në nevojë'], en: ['Families in need'] },
  { value: ['roma_egyptian'], sq: ['Romë dhe egjiptianë', 'Familje rome dhe egjiptiane'], en: ['Roma and Egyptians'] },
  { value: ['women'], sq: ['Gra', 'Gra dhe vajza'], en: ['Women', 'Women and girls'] },
  {
    value: ['women', 'families_in_need'],
    sq: ['Vajza shtatzëna apo prind i vetëm', 'Vajzat shtatzëna apo prindi i vetëm i fëmijës deri një vjeç'],
    en: ['Pregnant girls or single parents'],
  },
  {
    value: ['women_violence'],
    sq: ['Viktima të dhunës', 'Të mbijetuara të dhunës'],
    en: ['Survivors of violence', 'Victims of violence'],
  },
  {
    value: ['trafficking_victims'],
    sq: ['Viktima të trafikimit', 'Të mbijetuar të trafikimit'],
    en: ['Survivors of trafficking', 'Victims of trafficking'],
  },
  {
    value: ['adults_social_problems'],
    sq: ['Të rritur me probleme sociale', 'Të rritur me vështirësi sociale'],
    en: ['Adults with social problems', 'Adults with social difficulties'],
  },
  {
    // Letter c of Law 121/2016, Art. 6 names them in one breath; whoever may be a survivor is kept as one.
    value: ['adults_social_problems', 'women_violence', 'trafficking_victims'],
    sq: ['Të rriturit me probleme sociale, viktimat e dhunës, trafikimit, varësisë nga droga e alkooli'],
    en: ['Adults with social problems, survivors of violence, trafficking, drug/alcohol dependence'],
  },
  { value: ['homeless'], sq: ['Të pastrehë'], en: ['Homeless people'] },
  { value: ['youth'], sq: ['Të rinj'], en: ['Young people'] },
  {
    value: ['minors'],
    sq: ['Të mitur në konflikt me ligjin', 'Të miturit dhe të rinjtë në konflikt me ligjin pas dënimit'],
    en: ['Minors in conflict with the law'],
  },
  { value: ['returned_migrants'], sq: ['Të kthyer nga emigracioni'], en: ['Returned migrants'] },
]

export const providerKindWords: Words<NonNullable<ServiceValues['providerKind']>> = [
  { value: 'public', sq: ['Publik'], en: ['Public'] },
  { value: 'ngo', sq: ['OJF', 'Jopublik', 'Jopublik (OJF)', 'OSHC'], en: ['NGO', 'Non-public', 'CSO'] },
  { value: 'private', sq: ['Privat', 'Jopublik (privat)'], en: ['Private'] },
  { value: 'religious', sq: ['Fetar', 'Jopublik (fetar)'], en: ['Religious'] },
  { value: 'project', sq: ['Projekt'], en: ['Project'] },
]

export const accessModeWords: Words<NonNullable<ServiceValues['accessMode']>> = [
  {
    value: 'municipality',
    sq: ['Me referim nga NJVNR', 'Me referim', 'Vetë'],
    en: ['By referral of the municipality', 'NARU referral', 'Self'],
  },
  { value: 'state_social_service', sq: ['Me urdhër', 'Shërbimi Social Shtetëror'], en: ['By order'] },
  { value: 'phone', sq: ['Me telefon'], en: ['By telephone'] },
]

export const yesNoWords: Words<boolean> = [
  { value: true, sq: ['po'], en: ['yes', 'true', '1'] },
  { value: false, sq: ['jo'], en: ['no', 'false', '0'] },
]

export const costWords: Words<boolean> = [
  { value: true, sq: ['Falas', 'Pa pagesë'], en: ['Free', '0'] },
  { value: false, sq: ['Me pagesë'], en: ['Paid', 'Fee'] },
]

export const statusWords: Words<'open' | 'closed'> = [
  { value: 'open', sq: ['Aktiv', 'Hapur'], en: ['Active', 'Open'] },
  { value: 'closed', sq: ['Mbyllur', 'Jo aktiv'], en: ['Closed', 'Inactive'] },
]

/** One of the words, by their letters only; the code itself is understood too. */
export function oneOf<T>(words: Words<T>) {
  const byWord = new Map(
    words.flatMap(({ value, sq, en }) => [...sq, ...en, String(value)].map((word) => [bare(word), value] as const)),
  )
  return (text: string): T | undefined => byWord.get(bare(text))
}

const findGroups = oneOf(groupWords)

/** Groups, separated by semicolons, bars or lines; by commas too, where no name of a group has one. */
export function readGroups(text: string): string[] | undefined {
  const parts = text.split(/[;|\n]/).filter((part) => bare(part) !== '')
  const found = parts.flatMap((part) => {
    const whole = findGroups(part)
    return whole ? [whole] : part.split(',').map((name) => findGroups(name))
  })
  const known = found.filter((groups) => groups !== undefined)
  return known.length > 0 && known.length === found.length ? [...new Set(known.flat())] : undefined
}
