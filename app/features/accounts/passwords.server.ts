import { hash, verify } from '@node-rs/argon2'
import { randomBytes } from 'node:crypto'

/** Argon2id as OWASP's cheat sheet on storing passwords has it: 19 MiB, 2 rounds. It runs outside the main thread. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

/** Of no password: so that an address without an account takes as long to refuse as a wrong password. */
let nobodys: Promise<string> | undefined

/** Whether this is the password; false for an account that has none. */
export async function isPassword(given: string, stored: string | null): Promise<boolean> {
  nobodys ??= hashPassword(randomBytes(16).toString('hex'))
  const isRight = await verify(stored ?? (await nobodys), given)
  return isRight && stored !== null
}
