/** The roles of those who work here; what each may do stands in features/accounts/rules.ts. */
export const staffRoles = [
  'officer',
  'protection_officer',
  'head_of_service',
  'budget_officer',
  'municipal_administrator',
  'national',
] as const
export type StaffRole = (typeof staffRoles)[number]

/** Who of the office reads or acts; every read of what people wrote is scoped by it. */
export type Viewer = { staffId: string; role: StaffRole; municipalityCode: string | null }
