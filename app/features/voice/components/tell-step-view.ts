import type { ReactNode } from 'react'
import type { StepId } from '../questions'
import type { Answers } from '../rules'
import type { FieldErrors } from '../schema'

/** What the page of one question shows. */
export type TellStepView = {
  step: StepId
  answers: Answers
  back: string | null
  place: { number: number; of: number }
  errors: FieldErrors
  /** What was typed and refused; else what was answered before. */
  values: Record<string, string>
  /** Filled where the step needs them. */
  municipalities: { slug: string; name: string; seat: string }[]
  units: { number: number; name: string }[]
  /** The numbers to call, where the step shows them. */
  numbers: ReactNode
  photos: { id: string; picture: string }[]
  recordings: { id: string }[]
}
