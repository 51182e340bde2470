import type { Rule } from '../condition'
import { economicAid } from './e01-economic-aid'
import { disabilityPayment } from './e02-disability-payment'
import { personalAssistant } from './e03-personal-assistant'
import { statusOfTheBlind } from './e04-status-of-the-blind'
import { statusOfParalysis } from './e05-status-of-paralysis'
import { newbornBonus } from './e06-newborn-bonus'
import { socialPension } from './e07-social-pension'
import { electricity } from './e08-electricity'
import { yearEndSupport } from './e09-year-end-support'
import { socialHousing } from './e10-social-housing'
import { legalAid } from './e11-legal-aid'
import { textbooks } from './e12-textbooks'
import { kindergartenFee } from './e13-kindergarten-fee'
import { transport } from './e14-transport'
import { healthInsurance } from './e15-health-insurance'
import { assistantTeacher } from './e16-assistant-teacher'
import { employment } from './e17-employment'
import { signLanguage } from './e18-sign-language'
import { orphanStatus } from './e19-orphan-status'
import { survivors } from './e20-survivors'
import { socialCare } from './e21-social-care'
import { pensionSupplement } from './e22-pension-supplement'

/** Every entitlement, in the order of their numbers. */
export const rules: readonly Rule[] = [
  economicAid,
  disabilityPayment,
  personalAssistant,
  statusOfTheBlind,
  statusOfParalysis,
  newbornBonus,
  socialPension,
  electricity,
  yearEndSupport,
  socialHousing,
  legalAid,
  textbooks,
  kindergartenFee,
  transport,
  healthInsurance,
  assistantTeacher,
  employment,
  signLanguage,
  orphanStatus,
  survivors,
  socialCare,
  pensionSupplement,
]
