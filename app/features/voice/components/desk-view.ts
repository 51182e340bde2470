import type { ReplyCheck } from '../check-reply'
import type { DeskErrors, DeskForm } from '../desk-forms'
import type { OfficeMessage } from '../office-message'

export type DeskMessageView = {
  message: OfficeMessage
  form: DeskForm | null
  typed: Record<string, string>
  errors: DeskErrors
  check: ReplyCheck | null
  isHeld: boolean
  isLate: boolean
  places: { code: string; name: string }[]
  handlers: { id: string; name: string }[]
  similar: { id: string; receivedAt: string; same: number }[]
  templates: { id: string; title: string }[]
  next: string | null
  done: string | null
  me: string
}
