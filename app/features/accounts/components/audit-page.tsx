import { useTranslation } from '~/i18n/use-translation'
import { formatMoment } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { deskPaths } from '~/paths'

type Line = { at: string; who: string; action: string; subject: string | null; detail: string | null }

/** Who read and changed what. Nobody can edit it; it holds no word of what people wrote. */
export function AuditPage({ lines, page, more }: { lines: Line[]; page: number; more: boolean }) {
  const { t } = useTranslation('account')
  const { language } = useRegister()
  return (
    <div className="page stack desk">
      <h1>{t('audit.title')}</h1>
      <p>{t('audit.what')}</p>
      <ol className="plain-list dense">
        {lines.map(({ at, who, action, subject, detail }, index) => (
          <li key={index} data-name>
            {formatMoment(at, language)} · {who} · {t(`audit.action.${action}`)}
            <Detail action={action} detail={detail} />
            {subject && <Subject subject={subject} />}
          </li>
        ))}
      </ol>
      {lines.length === 0 && <p>{t('audit.none')}</p>}
      <nav aria-label={t('audit.pages')} className="actions">
        {page > 1 && <a href={`${deskPaths.audit}?page=${page - 1}`}>{t('audit.newer')}</a>}
        {more && <a href={`${deskPaths.audit}?page=${page + 1}`}>{t('audit.older')}</a>}
      </nav>
    </div>
  )
}

function Detail({ action, detail }: Pick<Line, 'action' | 'detail'>) {
  const { t, i18n } = useTranslation('account')
  if (detail === null) return null
  if (action === 'invited' || action === 'joined') return <> ({t(`role.${detail}`)})</>
  // The number of a file has no word.
  return <> ({i18n.exists(`account:audit.detail.${detail}`) ? t(`audit.detail.${detail}`) : detail})</>
}

function Subject({ subject }: { subject: string }) {
  const { t } = useTranslation('account')
  const [kind = '', id = ''] = subject.split(':')
  return (
    <>
      {' '}
      · {t(`audit.subject.${kind}`)} {id.slice(0, 8)}
    </>
  )
}
