import type { PrismaClient } from '../../generated/prisma/client'
import { hashPassword } from '../../app/features/accounts/passwords.server'
import { drawOneTimeSecret, sealSecret } from '../../app/features/accounts/one-time.server'
import type { StaffRole } from '../../app/lib/staff'
import { Secret, TOTP } from 'otpauth'
import { Person } from './person'
import { addStaff } from './voice'

export const password = 'fjalë të shpikura radhazi'

export type Account = {
  id: string
  email: string
  role: StaffRole
  municipalityCode: string | null
  secret: string | null
}

/** Somebody who can sign in; those who may let others in have one-time codes. */
export async function addAccount(
  prisma: PrismaClient,
  role: StaffRole,
  municipalityCode: string | null,
): Promise<Account> {
  const { staffId: id } = await addStaff(prisma, role, municipalityCode)
  const email = `${role.replaceAll('_', '.')}.${id.slice(0, 8)}@example.org`
  const secret = role === 'national' || role === 'municipal_administrator' ? drawOneTimeSecret() : null
  await prisma.staff.update({
    where: { id },
    data: {
      email,
      passwordHash: await hashPassword(password),
      oneTimeSecret: secret === null ? null : sealSecret(secret, id),
    },
  })
  return { id, email, role, municipalityCode, secret }
}

/** What the app of this account shows, some steps of 30 seconds from now: each code works once. */
export const oneTimeCode = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })

/** A browser in which this person is signed in. */
export async function signedIn(origin: string, { email, secret }: Account): Promise<Person> {
  const who = new Person(origin)
  await who.open('/account/sign-in')
  await who.send({ email, password, code: secret === null ? '' : oneTimeCode(secret) })
  if (!who.cookies.has('prane-staff')) throw new Error(`${email} was not signed in: ${who.page.status}`)
  return who
}
