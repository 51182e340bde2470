import { z } from 'zod'
import { passwordLength } from './rules'
import { staffRoles } from '~/lib/staff'

/** What is wrong with a form, by field; the words stand in desk-account.json under `error`. */
export type AccountErrors = Record<string, string>
type Read<T> = { ok: true; value: T } | { ok: false; errors: AccountErrors }

const email = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email({ error: 'email' }).max(200, 'email'))
const name = z
  .string()
  .transform((text) =>
    text
      .replace(/[^\P{C}]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .pipe(z.string().min(2, 'name').max(120, 'name'))
const password = z.string().min(passwordLength.min, 'passwordShort').max(passwordLength.max, 'passwordLong')
const language = z.enum(['sq', 'en']).catch('sq')
const code = z.string().max(20).catch('')

const signIn = z.object({
  email: z
    .string()
    .max(200, 'both')
    .transform((text) => text.trim().toLowerCase()),
  password: z.string().min(1, 'both').max(1_000, 'both'),
  code,
})

const join = z.object({ name, password, language, code })
const joinByLink = join.extend({ email })

const invite = z.object({
  email,
  role: z.enum(staffRoles, { error: 'role' }),
  municipality: z.string().max(80).catch(''),
})

const newPassword = z.object({ now: z.string().max(1_000).catch(''), password })

export const readSignIn = (form: FormData) => read(signIn, form)
export const readJoin = (form: FormData) => read(join, form)
/** The first set-up, where no invitation says whose address it is. */
export const readSetup = (form: FormData) => read(joinByLink, form)
export const readInvite = (form: FormData) => read(invite, form)
export const readNewPassword = (form: FormData) => read(newPassword, form)
export const readLanguage = (form: FormData) => language.parse(form.get('language'))

/** Where to go after signing in: a page of the staff here, nothing else. */
export function readNext(text: string | null): string {
  return text !== null && text.length < 500 && /^\/(desk|account|national)(\/[\w-]+)*(\?[\w=&%.:+-]*)?$/.test(text)
    ? text
    : '/desk'
}

function read<T>(schema: z.ZodType<T>, form: FormData): Read<T> {
  const given = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'))
  const result = schema.safeParse({ email: '', name: '', password: '', role: '', ...given })
  if (result.success) return { ok: true, value: result.data }
  return {
    ok: false,
    errors: Object.fromEntries(result.error.issues.map(({ path, message }) => [String(path[0]), message])),
  }
}
