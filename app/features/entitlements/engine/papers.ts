import type { Fact, Person } from './household'

/** Papers by which offices let facts be proved; their words are `entitlements:paper.<id>`. */
export const papers = [
  'identity-card',
  'family-certificate',
  'income-papers',
  'declaration',
  'birth-certificate',
  'commission-decision',
  'doctor-form',
  'specialist-form',
  'application-form',
  'medical-exams',
  'blindness-decision',
  'paralysis-decision',
  'work-invalid-paper',
  'orphan-status',
  'protection-order',
  'property-certificates',
  'residence-proof',
  'electricity-contract',
  'vehicle-papers',
  'no-activity-paper',
  'pension-paper',
  'death-certificates',
  'court-decision',
  'care-institution-proof',
  'verification-act',
] as const
export type Paper = (typeof papers)[number]

/** The paper that proves a fact, where the offices name one. */
const proofs: Partial<Record<Fact, Paper>> = {
  age: 'identity-card',
  registered: 'residence-proof',
  disability: 'commission-decision',
  careNeed: 'commission-decision',
  blindness: 'blindness-decision',
  paralysis: 'paralysis-decision',
  workInvalid: 'work-invalid-paper',
  orphan: 'orphan-status',
  pension: 'pension-paper',
  income: 'income-papers',
  property: 'property-certificates',
  housing: 'property-certificates',
  electricity: 'electricity-contract',
  birth: 'birth-certificate',
  ownVehicle: 'vehicle-papers',
  harm: 'protection-order',
}

export function paperOf(fact: Fact): Paper | null {
  return proofs[fact] ?? null
}

/** Whether what was told of a person says that they do not hold this paper. Silence is no lack. */
export function lacks({ papers: held, registered }: Person, paper: Paper): boolean {
  if (paper === 'identity-card') return held === 'none' || held === 'birth-certificate'
  if (paper === 'birth-certificate') return held === 'none'
  return (paper === 'residence-proof' || paper === 'family-certificate') && registered === 'nowhere'
}
