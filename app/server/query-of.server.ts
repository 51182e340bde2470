import type { Request } from 'express'

/** The query of a request as the framework reads it: cut anywhere else, a second "?" would hide what stands behind it. */
export function queryOf(req: Request): URLSearchParams {
  return new URL(`http://localhost${req.originalUrl}`).searchParams
}
