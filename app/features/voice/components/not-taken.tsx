import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { keptForm } from '~/lib/head'
import { paths } from '~/paths'
import { Block, Blocks } from '~/ui/blocks'

/** Nobody operates this installation: a message would reach no one, and so none is taken. */
export function NotTaken() {
  const { t } = useTranslation('tell')
  const { register, easy } = useRegister()
  const lines = t('notTaken.lines', { returnObjects: true }) as string[]
  return (
    <div className="page stack">
      <h1>{t('notTaken.title')}</h1>
      {easy ? (
        <Blocks>
          <Block picture="not_checked" lines={lines} />
        </Blocks>
      ) : (
        lines.map((line) => <p key={line}>{line}</p>)
      )}
      <ul className="rows plain">
        <li className="row">
          <a href={paths.municipalities(register)}>{t('notTaken.ask')}</a>
        </li>
        <li className="row">
          <a href={paths.emergency(register)}>{t('notTaken.emergency')}</a>
        </li>
      </ul>
    </div>
  )
}

/** The database cannot be reached: what was written is given back, to be sent again. */
export function GivenBack({ values }: { values: [string, string][] }) {
  const { t } = useTranslation(['tell', 'errors'])
  const isEmpty = !values.some(([name]) => name === 'words')
  const lines = isEmpty ? (t('errors:away.lines', { returnObjects: true }) as string[]) : [t('tell:away.what')]
  return (
    <div className="page stack question">
      <h1>{isEmpty ? t('errors:away.title') : t('tell:away.title')}</h1>
      <div role="alert">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <form method="post" id={keptForm} noValidate className="stack">
        {values.map(([name, value]) =>
          name === 'words' ? (
            <div key={name} className="field">
              <label htmlFor="words">{t('tell:away.words')}</label>
              <textarea id="words" name="words" rows={8} defaultValue={value} />
            </div>
          ) : (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ),
        )}
        <button type="submit" className="button">
          {t('tell:away.again')}
        </button>
      </form>
    </div>
  )
}
