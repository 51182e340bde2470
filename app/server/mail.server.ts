import { createTransport, type Transporter } from 'nodemailer'
import { getEnv } from './env.server'
import { remember } from './remember.server'

export type Mail = { to: string; subject: string; text: string }

/** Whether this installation can send mail; what is to be sent waits until it can. */
export const canMail = (): boolean => getEnv().SMTP_URL !== undefined

/**
 * Sends one plain letter.
 *
 * @throws when the server did not take it; the log names the fault, never the address or the text
 */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const { MAIL_FROM } = getEnv()
  // An address as it is: nodemailer would read one with a comma as several.
  const address = { name: '', address: to }
  await transport().sendMail({ from: { name: 'Pranë', address: MAIL_FROM ?? '' }, to: address, subject, text })
}

function transport(): Transporter {
  return remember('mail', () => {
    const { SMTP_URL } = getEnv()
    if (SMTP_URL === undefined) throw new Error('No SMTP_URL is set.')
    return createTransport(SMTP_URL, { disableFileAccess: true, disableUrlAccess: true })
  })
}
