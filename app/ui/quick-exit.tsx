import { useTranslation } from '~/i18n/use-translation'
import url from '~/enhance/quick-exit.ts?worker&url'
import { useRegister } from '~/i18n/use-register'
import { Icon } from './icon'

/** A neutral page that every phone opens: the start of Wikipedia in the reader's language. */
const neutralPage = { sq: 'https://sq.wikipedia.org/', en: 'https://en.wikipedia.org/' } as const

/** The way out of a page about violence, first in reading order. */
export function QuickExit() {
  const { t } = useTranslation('common')
  const { language } = useRegister()
  return (
    <div className="exit-line">
      <a className="button exit" data-exit href={neutralPage[language]} rel="noreferrer">
        <Icon name="logout" />
        {t('exit.button')}
      </a>
      <p className="small">{t('exit.note')}</p>
      <script type="module" src={url} />
    </div>
  )
}
