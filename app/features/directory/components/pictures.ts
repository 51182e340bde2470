import type { PictureName } from '~/ui/pictures'
import type { AccessFeature } from '../facts'

const types: Record<string, PictureName> = {
  community_day: 'day_centre',
  community_half_day: 'half_day',
  community_multifunctional: 'community_centre',
  home_based: 'home_help',
  residential_longterm: 'residential',
  residential_specialised: 'residential_care',
  specialised: 'specialised',
  shelter_homeless: 'homeless_shelter',
  presocial_information: 'information',
  counselling: 'counselling',
  online_helpline: 'phone',
  street_mobile_team: 'street_team',
  in_kind_food: 'food',
  specialised_education: 'special_school',
  youth_centre: 'youth_centre',
  mental_health_community: 'mental_health',
  legal_aid: 'legal_aid',
  integrated_programme: 'programme',
}

const groups: Record<string, PictureName> = {
  elderly: 'older_person',
  children: 'children',
  children_with_disabilities: 'child_disability',
  children_blind: 'blind',
  blind: 'blind',
  deaf: 'deaf',
  persons_with_disabilities: 'disability',
  adults_mental_health: 'mental_health',
  chronic_illness: 'illness',
  families_in_need: 'family',
  roma_egyptian: 'community',
  women: 'women',
  adults_social_problems: 'adults',
  homeless: 'homeless',
  youth: 'youth',
  minors: 'minors',
  returned_migrants: 'migrants',
}

/** The picture of a kind of service; a kind that a later import brings has the general one. */
export function typePicture(code: string): PictureName {
  return types[code] ?? 'information'
}

export function groupPicture(code: string): PictureName {
  return groups[code] ?? 'together'
}

/** Of the ways of access that are not about getting in and around; those have the wheelchair. */
export const accessPictures: Partial<Record<AccessFeature, PictureName>> = {
  sign_language_interpreter: 'deaf',
  hearing_loop: 'deaf',
  text_contact: 'write',
  easy_read_information: 'read',
  large_print_or_braille: 'blind',
  quiet_space: 'place',
  home_visit: 'home_help',
}
