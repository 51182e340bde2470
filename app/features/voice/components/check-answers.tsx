import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { QuickExit } from '~/ui/quick-exit'
import type { FieldErrors } from '../schema'
import { FieldError, QuestionFrame } from './question-frame'

export type CheckAnswersView = {
  kind: 'feedback' | 'need'
  isProtection: boolean
  back: string
  subject: string | null
  lines: AnswerLine[]
  /** By the step that is missing. */
  errors: FieldErrors
}

/** One answer: the step that asked it, and what was said; empty when nothing was. */
export type AnswerLine = { step: string; label: string; answer: string }

/** Everything that was answered, each line with a way to change it; then one button that sends. */
export function CheckAnswers({ kind, isProtection, back, subject, lines, errors }: CheckAnswersView) {
  const { t } = useTranslation('tell')
  const { register } = useRegister()
  return (
    <QuestionFrame
      back={back}
      title={t('check.title')}
      errors={errors}
      leads={(step) => `${paths.tellStep(register, kind, step)}#${step}`}
      before={isProtection && <QuickExit />}
      why={[t('check.what')]}
    >
      {subject && (
        <p>
          {t('about')} <strong data-name>{subject}</strong>
        </p>
      )}
      <dl className="facts checked">
        {lines.map(({ step, label, answer }) => (
          <div key={step}>
            <dt>{label}</dt>
            <dd>
              <FieldError name={step} errors={errors} />
              <span className="given">{answer || t('check.nothing')}</span>{' '}
              <a href={paths.tellStep(register, kind, step)}>
                {t('check.change')} <span className="hidden">{label}</span>
              </a>
            </dd>
          </div>
        ))}
      </dl>
      <form method="post" noValidate>
        <button type="submit" name="do" value="send" className="button">
          {t('check.send')}
        </button>
      </form>
    </QuestionFrame>
  )
}
