import { useTranslation } from '~/i18n/use-translation'
import { FirstButton } from '~/ui/first-button'
import { choicesOf, isWritten, notTold, words, type FaultCode } from '../engine'
import { PersonLabel } from './person-label'
import type { QuestionView, SubjectView } from './question-view'

/** A field for each person, or one for the household; one tap says "I do not know" for all that are empty. */
export function AnswerFields({ question, subjects, errors, typed }: QuestionView) {
  const { t } = useTranslation(['entitlements', 'check'])
  const isBirth = question.answer === 'birth'
  return (
    <>
      <FirstButton />
      {isBirth && (
        <ul className="answers">
          {choicesOf(question).map((choice) => (
            <li key={choice}>
              <button type="submit" name="tap" value={choice} className="answer">
                {words.option(t, question.fact, choice)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {subjects.map((one) => (
        <Field
          key={one.field}
          {...{ question, errors, subjects }}
          subject={{ ...one, chosen: typed[one.field] ?? one.chosen }}
        />
      ))}
      <button type="submit" className="button">
        {t('check:continue')}
      </button>
      <div className="actions">
        {notTold.map((choice) => (
          <button key={choice} type="submit" name="rest" value={choice} className="button button-plain">
            {words.option(t, question.fact, choice)}
          </button>
        ))}
      </div>
    </>
  )
}

type FieldProps = Pick<QuestionView, 'question' | 'errors' | 'subjects'> & { subject: SubjectView }

function Field({ question, errors, subject }: FieldProps) {
  const { t } = useTranslation(['entitlements', 'check'])
  const { field, chosen } = subject
  const fault = errors.find((one) => one.field === field)?.fault as FaultCode | undefined
  const hint = isWritten(question) ? `${field}-hint` : undefined
  const described = [fault && `${field}-error`, hint].filter(Boolean).join(' ') || undefined
  const isToldAway = notTold.some((one) => one === chosen)
  return (
    <div className="field">
      <label htmlFor={field}>
        {subject.subject === null ? t(`check:field.${question.answer}`) : <PersonLabel {...subject} />}
      </label>
      {hint && (
        <p id={hint} className="hint">
          {question.answer === 'birth' ? t('check:hint.birth') : t('check:hint.amount')}
        </p>
      )}
      {fault && (
        <p id={`${field}-error`} className="error">
          <span className="hidden">{t('common:errorPrefix')} </span>
          {words.fault(t, fault)}
        </p>
      )}
      {isWritten(question) ? (
        <input
          type="text"
          id={field}
          name={field}
          inputMode={question.answer === 'amount' ? 'numeric' : 'text'}
          autoComplete="off"
          defaultValue={isToldAway || choicesOf(question).includes(chosen) ? '' : chosen}
          aria-invalid={fault ? true : undefined}
          aria-describedby={described}
        />
      ) : (
        <select
          id={field}
          name={field}
          defaultValue={chosen}
          aria-invalid={fault ? true : undefined}
          aria-describedby={described}
        >
          <option value="">{t('check:pick')}</option>
          {[...choicesOf(question), ...notTold].map((choice) => (
            <option key={choice} value={choice}>
              {words.option(t, question.fact, choice)}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}
