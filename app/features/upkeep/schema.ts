import { z } from 'zod'

const phone = z
  .string()
  .trim()
  .max(40)
  .regex(/^\+?[\d ()/-]+$/)
  .refine((text) => text.replaceAll(/\D/g, '').length >= 3)

/** What was typed about a service, or the fields that cannot be read. */
export function readCorrection(form: FormData): { ok: true; phone: string } | { ok: false; errors: { phone: true } } {
  const read = phone.safeParse(form.get('phone'))
  return read.success ? { ok: true, phone: read.data } : { ok: false, errors: { phone: true } }
}

/** The number of a correction that is to be undone. */
export function readLayer(form: FormData): number | null {
  const read = z.coerce.number().int().positive().max(2_147_483_647).safeParse(form.get('layer'))
  return read.success ? read.data : null
}
