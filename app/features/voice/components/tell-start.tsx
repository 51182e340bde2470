import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { BackLink } from '~/ui/back-link'
import { topics } from '../rules'
import { AnswerRows } from './answer-rows'
import { Wipe } from './question-frame'

export type TellStartView = {
  /** What the person came from, kept in the form. */
  about: string | null
  /** Its name, when it is a service. */
  subject: string | null
  /** A draft that was begun: where it goes on. */
  begun: string | null
  notice: 'lost' | 'wiped' | 'busy' | null
}

/** What have you come to say? */
export function TellStart({ about, subject, begun, notice }: TellStartView) {
  const { t } = useTranslation('tell')
  const { register } = useRegister()
  return (
    <div className="page stack question">
      <BackLink href={paths.home(register)}>{t('toHome')}</BackLink>
      {notice && (
        <p className={notice === 'wiped' ? 'notice good' : 'notice'} role="status">
          {t(`notice.${notice}`)}
        </p>
      )}
      <h1>{t('title')}</h1>
      {subject && (
        <p>
          {t('about')} <strong data-name>{subject}</strong>
        </p>
      )}
      {begun && (
        <section className="next">
          <h2>{t('begun.title')}</h2>
          <p>{t('begun.what')}</p>
          <p>
            <a className="button" href={begun}>
              {t('begun.go')}
            </a>
          </p>
          <Wipe />
        </section>
      )}
      <form method="post" noValidate>
        {about && <input type="hidden" name="about" value={about} />}
        <AnswerRows question="topic" name="topic" options={topics} />
      </form>
      <p className="small">{t('privacy')}</p>
      <p>
        <a className="alone" href={paths.track(register)}>
          {t('haveCode')}
        </a>
      </p>
    </div>
  )
}
