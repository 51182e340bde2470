import { translator } from '~/i18n/texts.server'
import type { Register } from '~/i18n/registers'

/** Beginnings of answers, with gaps in [ ] that only the officer can fill; in the register of the person. */
const templates = ['where', 'corrected', 'visit', 'solved', 'notNow', 'thanks'] as const
export type ReplyTemplate = { id: (typeof templates)[number]; title: string; text: string }

export function replyTemplates(register: Register): ReplyTemplate[] {
  const t = translator(register)
  return templates.map((id) => ({
    id,
    title: t(`replies:${id}.title`),
    text: (t(`replies:${id}.lines`, { returnObjects: true }) as string[]).join('\n'),
  }))
}
