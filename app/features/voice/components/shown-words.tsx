import { useTranslation } from '~/i18n/use-translation'
import { formatSeen } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import type { ReleasedWords } from '../answers'

/** What people let be shown, word for word, as an officer released it. */
export function ShownWords({ words }: { words: readonly ReleasedWords[] }) {
  const { t } = useTranslation('answers')
  const { language } = useRegister()
  if (words.length === 0) return null
  return (
    <section id="words">
      <h2>{t('words.title')}</h2>
      <p>{t('words.note')}</p>
      {words.map(({ words: said, kind, month, language: spoken }, index) => (
        <figure key={index} className="said">
          <blockquote className="given" lang={spoken} data-name>
            {said}
          </blockquote>
          <figcaption className="small">
            {`${t(`kind.${kind}`)}, ${formatSeen({ on: month, precision: 'month' }, language)}`}
          </figcaption>
        </figure>
      ))}
    </section>
  )
}
