import { useTranslation } from '~/i18n/use-translation'
import { Icon } from '~/ui/icon'
import { Picture } from '~/ui/blocks'
import { answerPictures } from './words'

type Props = {
  /** As in answerPictures and in the texts: topic, who, category … */
  question: string
  name?: string
  options: readonly string[]
  chosen?: string | null
  /** Whether "I do not know" is an answer. */
  mayBeUnknown?: boolean
}

/** Answers as whole rows: one tap is the answer, and the next question comes. Stands in a form that posts. */
export function AnswerRows({ question, name = 'answer', options, chosen, mayBeUnknown = false }: Props) {
  const { t } = useTranslation('tell')
  return (
    <ul className="answers">
      {options.map((option) => {
        const picture = answerPictures[`${question}.${option}`]
        return (
          <li key={option}>
            <button type="submit" name={name} value={option} className="answer">
              {picture && <Picture name={picture} />}
              <span>
                {t(`${question}.${option}`)}
                {chosen === option && <Chosen />}
              </span>
            </button>
          </li>
        )
      })}
      {mayBeUnknown && (
        <li>
          <button type="submit" name={name} value="" className="answer answer-unknown">
            <span>
              {t('unknown')}
              {chosen === null && <Chosen />}
            </span>
          </button>
        </li>
      )}
    </ul>
  )
}

function Chosen() {
  const { t } = useTranslation('tell')
  return (
    <span className="chosen">
      <Icon name="check" />
      {t('chosen')}
    </span>
  )
}
