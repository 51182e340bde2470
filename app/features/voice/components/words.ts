import { needPictures } from '~/ui/need-pictures'
import type { PictureName } from '~/ui/pictures'
import type { StepId } from '../questions'

/** The picture of each answer that is a row. */
export const answerPictures: Record<string, PictureName> = {
  ...needPictures,
  'topic.missing': 'missing',
  'topic.wrong': 'not_right',
  'topic.other': 'talk',
  'topic.harm': 'stop',
  'who.me': 'myself',
  'who.young': 'children',
  'who.other': 'together',
  'adult.here': 'adults',
  'category.problem': 'warning',
  'category.barrier': 'barrier',
  'category.wrong_information': 'information',
  'category.thanks': 'thanks',
  'category.idea': 'idea',
  'category.question': 'ask',
  'area.care': 'home_help',
  'area.health': 'specialised',
  'area.living': 'home',
  'area.learning': 'special_school',
  'area.access': 'street_team',
  'disability.yes': 'disability',
  'disability.no': 'myself',
  'howMany.1': 'myself',
  'howMany.2-5': 'adults',
  'howMany.6-20': 'family',
  'howMany.more': 'community',
  'since.month': 'since_month',
  'since.year': 'since_year',
  'since.years': 'since_years',
  'since.always': 'since_birth',
  'without.impossible': 'impossible',
  'without.hard': 'hard',
  'without.easier': 'easier',
}

/** In easy-read: the picture beside the fields of a question. */
export const stepPictures: Partial<Record<StepId, PictureName>> = {
  agreement: 'together',
  where: 'place',
  unit: 'municipality',
  words: 'write',
  photos: 'camera',
  recording: 'microphone',
  contact: 'phone',
  'about-you': 'myself',
}
