import type { PictureName } from './pictures'

/** The picture of each kind of help, and of whom it is for. */
export const needPictures: Record<string, PictureName> = {
  'help.home_help': 'home_help',
  'help.day_place': 'day_centre',
  'help.residence': 'residential',
  'help.assistant': 'person_who_helps',
  'help.therapy': 'specialised',
  'help.talk': 'counselling',
  'help.device': 'disability',
  'help.housing': 'home',
  'help.food': 'food',
  'help.money': 'money',
  'help.school': 'special_school',
  'help.work': 'work',
  'help.youth_place': 'youth_centre',
  'help.transport': 'bus',
  'help.entrance': 'accessibility',
  'help.papers': 'legal_aid',
  'help.interpreter': 'deaf',
  'forWhom.child': 'children',
  'forWhom.adult': 'adults',
  'forWhom.elderly': 'older_person',
  'forWhom.family': 'family',
}
