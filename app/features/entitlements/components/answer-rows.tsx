import { useTranslation } from '~/i18n/use-translation'
import { Icon } from '~/ui/icon'
import { choicesOf, notTold, words, type Question } from '../engine'
import type { SubjectView } from './question-view'

/** Answers as whole rows: one tap is the answer, and the next question comes. */
export function AnswerRows({ question, subject }: { question: Question; subject: SubjectView }) {
  const { t } = useTranslation(['entitlements', 'check'])
  return (
    <ul className="answers" id={subject.field}>
      {[...choicesOf(question), ...notTold].map((choice) => {
        const isUnknown = notTold.some((one) => one === choice)
        return (
          <li key={choice}>
            <button type="submit" name="tap" value={choice} className={isUnknown ? 'answer answer-unknown' : 'answer'}>
              <span>
                {words.option(t, question.fact, choice)}
                {subject.chosen === choice && (
                  <span className="chosen">
                    <Icon name="check" />
                    {t('check:chosen')}
                  </span>
                )}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
