import { useTranslation } from '~/i18n/use-translation'
import { formatMoment } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { deskPaths } from '~/paths'
import { ErrorSummary } from '~/ui/error-summary'
import type { FileRow } from '../desk-view'

type Props = {
  files: FileRow[]
  /** The municipality whose rows alone are loaded; null: all. */
  onlyIn: string | null
  limits: { size: number; rows: number }
  error: string | null
  /** A file was removed just now. */
  dropped: boolean
}

/** Where a mapping is sent in, and what became of those before it. */
export function MappingFiles({ files, onlyIn, limits, error, dropped }: Props) {
  const { t } = useTranslation('desk-mapping')
  const problem = error && t(`error.${error}`, limits)
  return (
    <div className="page desk stack">
      {problem && <ErrorSummary errors={[{ href: '#file', text: problem }]} />}
      {dropped && (
        <p className="notice good" role="status">
          {t('dropped')}
        </p>
      )}
      <h1>{t('title')}</h1>
      <p>{t('what')}</p>
      <p>{onlyIn === null ? t('whatAll') : t('whatOwn', { municipality: onlyIn })}</p>
      <form method="post" action={deskPaths.mapping} encType="multipart/form-data" noValidate className="stack narrow">
        <div className="field">
          <label htmlFor="file">{t('field')}</label>
          <p className="hint" id="file-hint">
            {t('hint', limits)}
          </p>
          {problem && (
            <p className="error" id="file-error">
              {problem}
            </p>
          )}
          <input
            id="file"
            name="file"
            type="file"
            accept=".csv,.xlsx,text/csv"
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? 'file-error file-hint' : 'file-hint'}
          />
        </div>
        <button type="submit" className="button">
          {t('send')}
        </button>
      </form>
      <p>
        <a href={deskPaths.mappingTemplate}>{t('template')}</a>
      </p>
      <h2>{t('files')}</h2>
      {files.length === 0 && <p>{t('none')}</p>}
      <ul className="plain-list people">
        {files.map((file) => (
          <Row key={file.id} {...file} />
        ))}
      </ul>
    </div>
  )
}

function Row({ id, name, state, ...sent }: FileRow) {
  const { t } = useTranslation('desk-mapping')
  return (
    <li>
      <p data-name>
        <a href={deskPaths.mappingFile(id)}>{name}</a> · {t(`state.${state}`)}
      </p>
      <SentBy {...sent} />
    </li>
  )
}

/** Who sent a file, when, and for where. */
export function SentBy({ sentAt, who, municipality }: Pick<FileRow, 'sentAt' | 'who' | 'municipality'>) {
  const { t } = useTranslation('desk-mapping')
  const { language } = useRegister()
  return (
    <p className="hint">
      {t('sentBy', { when: formatMoment(sentAt, language), who })} ·{' '}
      {municipality === null ? t('forAll') : t('onlyFor', { municipality })}
    </p>
  )
}
