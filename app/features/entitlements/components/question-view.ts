import type { ReactNode } from 'react'
import type { Question } from '../engine'

/** Whom the page asks about, and what was answered. `age`: as it was told, to know who is meant. */
export type SubjectView = { subject: number | null; field: string; chosen: string; age: string | null }

export type QuestionView = {
  question: Question
  subjects: SubjectView[]
  /** One person lives there: nobody has to be told apart. */
  isAlone: boolean
  number: number
  left: number
  back: string
  /** Numbers to call, on a question about violence. */
  numbers: ReactNode
  errors: { field: string; fault: string }[]
  typed: Record<string, string>
}
