/** Who works here and what each may open. Pure: shared by the pages, the forms and the guard. */

import { staffRoles, type StaffRole, type Viewer } from '~/lib/staff'

/** Somebody who is signed in. `sessionId` is this one of possibly several sessions. */
export type SignedIn = Viewer & { name: string; email: string; language: 'sq' | 'en'; sessionId: string }

const everybody: readonly StaffRole[] = staffRoles
const answering: readonly StaffRole[] = ['officer', 'protection_officer', 'head_of_service', 'municipal_administrator']
const keeping: readonly StaffRole[] = ['officer', 'head_of_service', 'municipal_administrator']

/** Every room of the staff, and who may enter it. */
export const rooms = {
  account: everybody,
  queue: answering,
  message: answering,
  meeting: keeping,
  services: keeping,
  mapping: ['municipal_administrator', 'national'],
  groups: ['officer', 'budget_officer', 'head_of_service', 'municipal_administrator'],
  budget: ['budget_officer', 'head_of_service', 'municipal_administrator'],
  team: ['municipal_administrator', 'national'],
  audit: ['head_of_service', 'municipal_administrator', 'national'],
  national: ['national'],
} as const satisfies Record<string, readonly StaffRole[]>
export type Room = keyof typeof rooms

export const mayEnter = (role: StaffRole, room: Room): boolean => (rooms[room] as readonly StaffRole[]).includes(role)

export type Door = Exclude<Room, 'message'>

/** The rooms of a role that have a door in the head of every page. */
export function doorsOf(role: StaffRole): Door[] {
  return (
    ['queue', 'national', 'services', 'mapping', 'meeting', 'groups', 'budget', 'team', 'audit', 'account'] as const
  ).filter((room) => mayEnter(role, room))
}

/**
 * Whom somebody may invite: the country's staff anybody, and to any municipality; a municipality's administrator the
 * people of that municipality. Null: nobody.
 */
export function mayInvite({
  role,
  municipalityCode,
}: Viewer): { roles: readonly StaffRole[]; to: 'any' | string } | null {
  if (role === 'national') return { roles: staffRoles, to: 'any' }
  if (role !== 'municipal_administrator' || municipalityCode === null) return null
  return { roles: staffRoles.filter((given) => given !== 'national'), to: municipalityCode }
}

/** Who may let others in signs in with a one-time code as well. */
export const needsOneTimeCode = (role: StaffRole): boolean => role === 'municipal_administrator' || role === 'national'

/** Length is what protects; nothing is demanded of the kind of characters. Source: NIST SP 800-63B, 5.1.1. */
export const passwordLength = { min: 12, max: 200 } as const

const minute = 60_000
/** In milliseconds: a session ends after this time without a request, and after this time in any case. */
export const sessionLasts = { idle: 30 * minute, whole: 12 * 60 * minute, warnBefore: 2 * minute } as const

/** Whether a session still holds. */
export function isOpen(session: { startedAt: Date; seenAt: Date; endedAt: Date | null }, now: Date): boolean {
  if (session.endedAt !== null) return false
  const age = now.getTime() - session.startedAt.getTime()
  return now.getTime() - session.seenAt.getTime() < sessionLasts.idle && age < sessionLasts.whole
}

/** "Firefox, Android": as much of a browser's own words as a person needs to know their devices apart. */
export function deviceOf(userAgent: string): string {
  const first = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(userAgent))?.[1]
  const browser = first([
    [/Firefox\//, 'Firefox'],
    [/Edg\//, 'Edge'],
    [/OPR\//, 'Opera'],
    [/SamsungBrowser\//, 'Samsung Internet'],
    [/Chrome\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ])
  const system = first([
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iOS'],
    [/Windows/, 'Windows'],
    [/Mac OS X/, 'macOS'],
    [/Linux/, 'Linux'],
  ])
  return [browser, system].filter(Boolean).join(', ')
}
