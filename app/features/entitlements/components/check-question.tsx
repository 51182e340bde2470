import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { BackLink } from '~/ui/back-link'
import { Block } from '~/ui/blocks'
import { ErrorSummary } from '~/ui/error-summary'
import { QuickExit } from '~/ui/quick-exit'
import { choicesOf, isWritten, words, type FaultCode } from '../engine'
import { AnswerRows } from './answer-rows'
import { AnswerFields } from './answer-fields'
import { CheckFrame } from './check-frame'
import { PersonLabel } from './person-label'
import { factPictures } from './pictures'
import type { QuestionView } from './question-view'

/** More choices than this stand in a list that opens. */
const mostRows = 8

/** One question: why it is asked, its answers, and the ways around it. */
export function CheckQuestion(view: QuestionView) {
  const { t } = useTranslation(['entitlements', 'check'])
  const { register, easy } = useRegister()
  const { question, subjects, isAlone, number, left, back, numbers, errors } = view
  const [only] = subjects
  const choices = choicesOf(question)
  const isRows = subjects.length === 1 && choices.length <= mostRows && !isWritten(question)
  const why = [words.why(t, question), ...(question.care ? [words.care(t, question.care)] : [])]
  return (
    <CheckFrame>
      {question.care === 'violence' && <QuickExit />}
      <BackLink href={back}>{t('check:back')}</BackLink>
      {errors.length > 0 && (
        <ErrorSummary
          errors={errors.map(({ field, fault }) => ({ href: `#${field}`, text: words.fault(t, fault as FaultCode) }))}
        />
      )}
      <p className="kind">{t('check:place', { number })}</p>
      <p className="kind">{left > 0 ? t('check:left', { count: left }) : t('check:lastOne')}</p>
      {only && only.subject !== null && subjects.length === 1 && !isAlone && (
        <p className="kind">
          <PersonLabel {...only} />
        </p>
      )}
      <h1>{words.question(t, question)}</h1>
      {easy ? (
        <Block picture={factPictures[question.fact] ?? 'ask'} lines={why} />
      ) : (
        why.map((line) => <p key={line}>{line}</p>)
      )}
      {numbers}
      <form method="post" action={paths.checkQuestion(register, question.id)} noValidate className="stack">
        {isRows && only ? <AnswerRows question={question} subject={only} /> : <AnswerFields {...view} />}
        <div className="actions">
          <button type="submit" name="do" value="skip" className="button button-plain">
            {t('check:skip')}
          </button>
        </div>
      </form>
      {number > 1 && (
        <p>
          <a className="alone" href={paths.checkResult(register)}>
            {t('check:soFar')}
          </a>
        </p>
      )}
    </CheckFrame>
  )
}
