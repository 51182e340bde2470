import { conditionsIn, type Condition } from './condition'
import type { Fact, HouseholdFact, PersonFact } from './household'
import { rules } from './rules'

/** How a fact is answered: the words of choices are `entitlements:option.<fact>.<value>`. */
export type AnswerKind = 'yes-no' | 'choice' | 'age' | 'school' | 'months' | 'years' | 'amount' | 'birth'

/**
 * A question fills one fact: of the household, or of each person for whom it matters. Addresses name it by its number
 * only; its words are `entitlements:question.<id>`. `care`: `violence` comes with help lines and a way out; `ethnicity`
 * is optional and says so. `onRequest`: changes no outcome but what to do first, so it is put only to those who ask for it.
 */
export type Question = {
  id: `q${number}${number}`
  fact: Fact
  about: 'household' | 'person'
  answer: AnswerKind
  care?: 'violence' | 'ethnicity' | 'health'
  onRequest?: true
}

const ofHousehold = (
  id: Question['id'],
  fact: HouseholdFact,
  answer: AnswerKind,
  care?: Question['care'],
): Question => ({ id, fact, about: 'household', answer, ...(care && { care }) })

const ofPeople = (id: Question['id'], fact: PersonFact, answer: AnswerKind, care?: Question['care']): Question => ({
  id,
  fact,
  about: 'person',
  answer,
  ...(care && { care }),
})

/** In the order they are asked: first those that make most others needless. */
export const questions: readonly Question[] = [
  ofHousehold('q01', 'everyone', 'yes-no'),
  ofPeople('q02', 'age', 'age'),
  ofPeople('q03', 'situation', 'choice'),
  ofHousehold('q04', 'economicAid', 'yes-no'),
  ofHousehold('q05', 'jobOffice', 'choice'),
  ofPeople('q06', 'disability', 'choice', 'health'),
  ofPeople('q07', 'blindness', 'choice', 'health'),
  ofPeople('q08', 'paralysis', 'choice', 'health'),
  ofPeople('q09', 'careNeed', 'choice', 'health'),
  ofPeople('q10', 'workInvalid', 'yes-no', 'health'),
  ofPeople('q11', 'monthsAbroad', 'months'),
  ofPeople('q12', 'ownVehicle', 'yes-no'),
  ofPeople('q13', 'school', 'school'),
  ofPeople('q14', 'orphan', 'choice'),
  ofPeople('q15', 'housedByState', 'yes-no'),
  ofHousehold('q16', 'birth', 'birth'),
  ofHousehold('q17', 'parentsInAlbania', 'yes-no'),
  ofPeople('q18', 'pension', 'choice'),
  ofPeople('q19', 'ownIncome', 'amount'),
  ofPeople('q20', 'yearsHere', 'years'),
  ofPeople('q21', 'work', 'choice'),
  ofPeople('q22', 'monthsSinceReturn', 'months'),
  ofHousehold('q23', 'electricity', 'choice'),
  ofHousehold('q24', 'earners', 'choice'),
  ofHousehold('q25', 'headPay', 'amount'),
  ofPeople('q26', 'unableToWork', 'yes-no', 'health'),
  ofHousehold('q27', 'housing', 'choice'),
  ofHousehold('q28', 'income', 'amount'),
  ofHousehold('q29', 'property', 'amount'),
  ofHousehold('q30', 'unemploymentPay', 'yes-no'),
  ofHousehold('q31', 'loneParent', 'yes-no'),
  ofHousehold('q32', 'harm', 'choice', 'violence'),
  ofHousehold('q33', 'romaOrEgyptian', 'yes-no', 'ethnicity'),
  { ...ofPeople('q34', 'papers', 'choice'), onRequest: true },
  { ...ofPeople('q35', 'registered', 'choice'), onRequest: true },
]

/** The questions that can change an outcome. */
export const decidingQuestions: readonly Question[] = questions.filter(({ onRequest }) => !onRequest)

/** The conditions that a question serves, from all rules. */
export function conditionsServed({ fact }: Question): Condition[] {
  return rules
    .flatMap((rule) => (rule.kind === 'evaluated' ? conditionsIn(rule.when) : []))
    .filter((one) => one.fact === fact)
}
