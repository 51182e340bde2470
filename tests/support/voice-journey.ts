import { expect } from 'vitest'
import type { Code } from '../../app/features/voice/code'
import type { Register } from '../../app/i18n/registers'
import { paths } from '../../app/paths'
import type { Person } from './person'
import { planted } from './voice'

/** Says what is missing, question after question, by the forms in the pages alone; ends before sending. */
export async function tell(who: Person, register: Register, photo?: File): Promise<void> {
  await who.open(paths.tellAbout(register, `words:${planted.about}`))
  await who.send({ topic: 'missing' })
  for (const answer of ['me', 'care', 'home_help']) await who.send({ answer })
  await who.send({ municipality: 'korce' })
  await who.send({ unit: '' })
  for (const answer of ['elderly', '2-5', 'year', 'hard']) await who.send({ answer })
  if (photo) {
    await who.send({ words: planted.words, go: 'photos' })
    await who.send({ file: photo })
    expect(who.page.body).toContain('data:image/jpeg;base64,')
    await who.send({ go: 'on' })
    expect(who.page.body).toContain(planted.words)
  }
  await who.send({ words: planted.words })
  await who.send({ phone: planted.phone, email: planted.email })
  await who.send({ sex: 'woman', age: '', disability: 'yes', group: 'roma' })
  expect(who.page.path).toBe(paths.tellCheck(register))
}

/** Sends it, and returns the code that is shown. */
export async function sendTold(who: Person, register: Register): Promise<Code> {
  await who.send({ do: 'send' })
  expect(who.page).toMatchObject({ status: 200, path: paths.tellSent(register) })
  return codeIn(who.page.body)
}

/** The code that a page shows. */
export function codeIn(body: string): Code {
  const shown = /class="code">(\d{3}\u00a0\d{3}\u00a0\d{3}\u00a0\d{4})</.exec(body)?.[1]
  if (!shown) throw new Error('No code is shown.')
  return shown.replace(/\D/g, '') as Code
}

/** Opens a message by its code, as it is written on a slip. */
export async function follow(who: Person, code: Code, register: Register): Promise<Person> {
  await who.open(paths.track(register))
  await who.send({ code: code.replace(/^(...)(...)/, '$1 $2 ') })
  expect(who.page).toMatchObject({ status: 200, path: paths.trackMessage(register) })
  return who
}
