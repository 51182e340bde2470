import { useTranslation } from '~/i18n/use-translation'
import { CodePicture } from '~/ui/code-picture'
import type { AccountErrors } from '../schema'
import { Field } from './fields'

/** `secret` as a person types it; `address` as an app reads it; `sealed` goes back with the form. */
export type OneTimeView = { secret: string; address: string; sealed: string }

/** Puts an app that makes one-time codes to this account. */
export function OneTimeSetup({ view, errors }: { view: OneTimeView; errors: AccountErrors }) {
  const { t } = useTranslation('account')
  return (
    <fieldset className="stack">
      <legend>{t('oneTime.title')}</legend>
      <p>{t('oneTime.how')}</p>
      <CodePicture address={view.address} label={t('oneTime.picture')} />
      <p>
        {t('oneTime.byHand')} <span className="typed-secret">{view.secret.match(/.{1,4}/g)?.join(' ')}</span>
      </p>
      <input type="hidden" name="secret" value={view.sealed} />
      <Field name="code" errors={errors} autoComplete="one-time-code" inputMode="numeric" />
    </fieldset>
  )
}
