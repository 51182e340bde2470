import { redirect } from '@remix-run/node'
import type { TFunction } from 'i18next'
import { translator } from '~/i18n/texts.server'
import { holdForm } from './held-forms.server'
import { doorsOf, mayEnter, sessionLasts, type Door, type Room, type SignedIn } from './rules'
import { readSession } from './sessions.server'

export type StaffPage = { staff: SignedIn; t: TFunction; now: Date }

/**
 * The person who is signed in and may enter this room. Every loader and action of the staff's pages calls it itself.
 *
 * @param form what was posted: kept, when the session had ended, until its owner has signed in again
 * @throws a redirect to the sign-in; a 403 for a role that has nothing to do there
 */
export async function requireStaff(request: Request, room: Room, form?: FormData): Promise<StaffPage> {
  const now = new Date()
  const found = await readSession(request, now)
  const { pathname, search } = new URL(request.url)
  if (found.state !== 'open') {
    const isHeld = form !== undefined && found.state === 'over'
    if (isHeld) await holdForm({ staffId: found.staffId, path: pathname, form }, now)
    const query = new URLSearchParams({ next: pathname + search, ...(isHeld && { held: '1' }) })
    const headers = { 'Cache-Control': 'no-store' }
    throw redirect(`/account/sign-in?${query.toString()}`, { status: 303, headers })
  }
  const { staff } = found
  if (!mayEnter(staff.role, room)) throw new Response(null, { status: 403, headers: { 'Cache-Control': 'no-store' } })
  return { staff, t: translator(staff.language), now }
}

/** What the frame around a page of the staff shows. */
export type DeskFrame = { name: string; doors: Door[]; room: Door; idle: { seconds: number; warnBefore: number } }

export function frameOf({ staff }: StaffPage, room: Door): DeskFrame {
  const { idle, warnBefore } = sessionLasts
  return {
    name: staff.name,
    doors: doorsOf(staff.role),
    room,
    idle: { seconds: idle / 1000, warnBefore: warnBefore / 1000 },
  }
}
