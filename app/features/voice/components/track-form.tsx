import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { keptForm } from '~/lib/head'
import { paths } from '~/paths'
import { BackLink } from '~/ui/back-link'
import { Block } from '~/ui/blocks'
import { ErrorSummary } from '~/ui/error-summary'

export type TrackProblem = { kind: 'length'; digits: number } | { kind: 'check' | 'unknown' | 'busy' }

/** Type the code. It is posted, never left in an address. */
export function TrackForm({
  problem,
  typed,
  notice,
}: {
  problem: TrackProblem | null
  typed: string
  notice: 'over' | 'closed' | null
}) {
  const { t } = useTranslation(['track', 'common'])
  const { register, easy } = useRegister()
  const words =
    problem && t(`track:problem.${problem.kind}`, problem.kind === 'length' ? { count: problem.digits } : {})
  const form = (
    <form method="post" id={keptForm} action={paths.track(register)} noValidate className="stack">
      <div className="field">
        <label htmlFor="code">{t('track:field')}</label>
        <p id="code-hint" className="hint">
          {t('track:hint')}
        </p>
        {words && (
          <p id="code-error" className="error">
            <span className="hidden">{t('common:errorPrefix')} </span>
            {words}
          </p>
        )}
        <input
          type="text"
          inputMode="numeric"
          id="code"
          name="code"
          autoComplete="off"
          className="code-field"
          defaultValue={typed}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? 'code-error code-hint' : 'code-hint'}
        />
      </div>
      <button type="submit" className="button">
        {t('track:open')}
      </button>
    </form>
  )
  return (
    <div className="page stack question">
      <BackLink href={paths.home(register)}>{t('track:toHome')}</BackLink>
      {words && <ErrorSummary errors={[{ href: '#code', text: words }]} />}
      {notice && (
        <p className="notice" role="status">
          {t(`track:notice.${notice}`)}
        </p>
      )}
      <h1>{t('track:title')}</h1>
      {easy ? <Block picture="list">{form}</Block> : form}
      <p className="small">{t('track:lost')}</p>
    </div>
  )
}
