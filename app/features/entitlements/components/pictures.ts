import type { PictureName } from '~/ui/pictures'
import type { Fact, Group } from '../engine'

/** In easy-read, beside the question that asks for a fact. */
export const factPictures: Partial<Record<Fact, PictureName>> = {
  everyone: 'family',
  age: 'calendar',
  situation: 'place',
  economicAid: 'money',
  jobOffice: 'work',
  disability: 'disability',
  blindness: 'blind',
  paralysis: 'disability',
  careNeed: 'home_help',
  workInvalid: 'work',
  monthsAbroad: 'migrants',
  ownVehicle: 'bus',
  school: 'special_school',
  orphan: 'children',
  housedByState: 'home',
  birth: 'since_birth',
  parentsInAlbania: 'place',
  pension: 'older_person',
  ownIncome: 'money',
  yearsHere: 'clock',
  work: 'work',
  monthsSinceReturn: 'migrants',
  electricity: 'idea',
  earners: 'work',
  headPay: 'money',
  unableToWork: 'work',
  housing: 'home',
  income: 'money',
  property: 'money',
  unemploymentPay: 'work',
  loneParent: 'family',
  harm: 'stop',
  romaOrEgyptian: 'community',
}

export const groupPictures: Record<Group, PictureName> = {
  money: 'money',
  disability: 'disability',
  children: 'children',
  home: 'home',
  protection: 'safe',
  work: 'work',
}
