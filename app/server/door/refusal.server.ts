import type { Request, Response } from 'express'
import { chooseRegister, registerInPath } from '~/i18n/registers'
import { translator } from '~/i18n/texts.server'

export type RefusalStatus = 400 | 403 | 405 | 411 | 413 | 415 | 500 | 503

/** A short page in the reader's language for requests that never reach a route. */
export function refuse(req: Request, res: Response, status: RefusalStatus, reference?: string): void {
  const register = registerInPath(req.path) ?? chooseRegister(undefined, req.get('accept-language') ?? null)
  const t = translator(register)
  const lines = [t(`errors:refused.${status}`), ...(reference ? [t('errors:reference', { reference })] : [])]
  res
    .status(status)
    .type('html')
    .set('Cache-Control', 'no-store')
    .send(
      `<!doctype html><html lang="${register}"><head><meta charset="utf-8">` +
        `<meta name="viewport" content="width=device-width, initial-scale=1">` +
        `<title>${t('errors:refused.title')} – Pranë</title></head><body><main><h1>${t('errors:refused.title')}</h1>` +
        lines.map((line) => `<p>${line}</p>`).join('') +
        `<p><a href="/${register}">${t('errors:toHome')}</a></p></main></body></html>`,
    )
}
