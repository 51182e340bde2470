import type { EntitlementId } from './condition'

/** Where one asks; the words are `entitlements:office.<kind>`. `ask-municipality`: no source names the office. */
export const officeKinds = [
  'social-administrator',
  'maternity-desk',
  'social-insurance',
  'housing-office',
  'legal-aid',
  'school',
  'road-directorate',
  'education-office',
  'employment-office',
  'state-social-service',
  'violence-coordinator',
  'social-worker',
  'ask-municipality',
] as const
export type OfficeKind = (typeof officeKinds)[number]

/** Parts of life, to find an entitlement in the list; the words are `entitlements:group.<name>`. */
export const groups = ['money', 'disability', 'children', 'home', 'protection', 'work'] as const
export type Group = (typeof groups)[number]

type Where = {
  group: Group
  office: OfficeKind
  /** Filters of the list of services that help with it. */
  services?: { type: string } | { for: string }
  /** The page in /help that says more. */
  help?: 'economic-aid' | 'social-housing' | 'assistant-teacher' | 'sign-language'
}

/** As the sources of the rules name it; the office of E17 was seen in none, and its words say so. */
const places: Record<EntitlementId, Where> = {
  E01: { group: 'money', office: 'social-administrator', services: { for: 'families_in_need' }, help: 'economic-aid' },
  E02: { group: 'disability', office: 'social-administrator', services: { for: 'persons_with_disabilities' } },
  E03: { group: 'disability', office: 'social-administrator', services: { for: 'persons_with_disabilities' } },
  E04: { group: 'disability', office: 'social-administrator', services: { for: 'blind' } },
  E05: { group: 'disability', office: 'social-administrator', services: { for: 'persons_with_disabilities' } },
  E06: { group: 'children', office: 'maternity-desk' },
  E07: { group: 'money', office: 'social-insurance', services: { for: 'elderly' } },
  E08: { group: 'home', office: 'ask-municipality' },
  E09: { group: 'money', office: 'ask-municipality' },
  E10: { group: 'home', office: 'housing-office', help: 'social-housing' },
  E11: { group: 'protection', office: 'legal-aid', services: { type: 'legal_aid' } },
  E12: { group: 'children', office: 'school' },
  E13: { group: 'children', office: 'ask-municipality' },
  E14: { group: 'disability', office: 'road-directorate' },
  E15: { group: 'protection', office: 'ask-municipality' },
  E16: {
    group: 'children',
    office: 'education-office',
    services: { for: 'children_with_disabilities' },
    help: 'assistant-teacher',
  },
  E17: { group: 'work', office: 'employment-office' },
  E18: { group: 'work', office: 'ask-municipality', services: { for: 'deaf' }, help: 'sign-language' },
  E19: { group: 'children', office: 'state-social-service', services: { for: 'children' } },
  E20: { group: 'protection', office: 'violence-coordinator' },
  E21: { group: 'protection', office: 'social-worker', services: { type: 'home_based' } },
  E22: { group: 'money', office: 'social-insurance' },
}

/** @throws for an entitlement without an office: a rule was added and this table forgotten */
export function whereOf(id: EntitlementId): Where {
  const where = places[id]
  if (where === undefined) throw new Error(`No office is named for ${id}`)
  return where
}
