import { z } from 'zod'

/** How a reader wants pages to look. Every value has a fallback: a strange cookie changes nothing. */
export const settingChoices = {
  size: ['100', '125', '150'],
  theme: ['auto', 'light', 'dark', 'contrast'],
  spacing: ['normal', 'wide'],
  motion: ['auto', 'off'],
} as const

export type SettingName = keyof typeof settingChoices

export const settingsSchema = z.object({
  size: z.enum(settingChoices.size).catch('100'),
  theme: z.enum(settingChoices.theme).catch('auto'),
  spacing: z.enum(settingChoices.spacing).catch('normal'),
  motion: z.enum(settingChoices.motion).catch('auto'),
  /** The register in which "/" opens. */
  register: z.string().max(20).optional().catch(undefined),
})

export type Settings = z.infer<typeof settingsSchema>

export const defaultSettings: Settings = settingsSchema.parse({})
