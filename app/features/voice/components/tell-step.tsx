import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/use-translation'
import { useRegister } from '~/i18n/use-register'
import { keptForm } from '~/lib/head'
import { paths } from '~/paths'
import { QuickExit } from '~/ui/quick-exit'
import { categories, forWhom, groupOf, helpAreas, helps, howMany, kindOf, since, without } from '../rules'
import { AnswerRows } from './answer-rows'
import { AboutYouFields, AgreementFields, ContactFields, UnitField, WhereField, WordsFields } from './fields'
import { FilesStep } from './files-step'
import { QuestionFrame } from './question-frame'
import { stepPictures } from './words'
import type { TellStepView } from './tell-step-view'

/** One question of a message. */
export function TellStep(view: TellStepView) {
  const { t } = useTranslation('tell')
  const { step, answers, back, place, errors } = view
  const isHarm = answers.topic === 'harm'
  const wordsOf = isHarm ? 'words-harm' : kindOf(answers) === 'need' ? 'words-need' : 'words'
  const question = step === 'words' ? wordsOf : step
  return (
    <QuestionFrame
      back={back}
      place={place}
      errors={errors}
      title={t(`q.${question}.title`)}
      why={t(`q.${question}.why`, { returnObjects: true }) as string[]}
      before={isHarm && <QuickExit />}
      picture={stepPictures[step]}
    >
      <StepBody {...view} />
    </QuestionFrame>
  )
}

function StepBody(view: TellStepView): ReactNode {
  const { step, answers, numbers } = view
  switch (step) {
    case 'before':
      return (
        <>
          {numbers}
          <Step view={view}>
            <Continue />
          </Step>
        </>
      )
    case 'unread':
      return numbers
    case 'who':
      return <Rows view={view} question="who" options={['me', 'other', 'young']} chosen={answers.who} />
    case 'adult':
      return (
        <>
          {numbers}
          <Rows view={view} question="adult" options={['here']} chosen={answers.adult} />
        </>
      )
    case 'category':
      return (
        <Rows
          view={view}
          question="category"
          options={answers.topic === 'other' ? categories.other : categories.wrong}
          chosen={answers.category}
        />
      )
    case 'area':
      return <Rows view={view} question="area" options={helpAreas} chosen={answers.area} mayBeUnknown />
    case 'help':
      return (
        <Rows
          view={view}
          question="help"
          options={answers.area ? helps[answers.area] : []}
          chosen={answers.help}
          mayBeUnknown
        />
      )
    case 'for-whom':
      return <Rows view={view} question="forWhom" options={forWhom} chosen={groupOf(answers.forWhom)} mayBeUnknown />
    case 'disability': {
      const hasDisability = answers.forWhom !== groupOf(answers.forWhom)
      const chosen = hasDisability ? 'yes' : undefined
      return <Rows view={view} question="disability" options={['yes', 'no']} chosen={chosen} mayBeUnknown />
    }
    case 'how-many':
      return <Rows view={view} question="howMany" options={howMany} chosen={answers.howMany} mayBeUnknown />
    case 'since':
      return <Rows view={view} question="since" options={since} chosen={answers.since} mayBeUnknown />
    case 'without':
      return <Rows view={view} question="without" options={without} chosen={answers.without} mayBeUnknown />
    case 'agreement':
      return (
        <Step view={view}>
          <AgreementFields {...view} />
          <Continue />
        </Step>
      )
    case 'where':
      return (
        <Step view={view}>
          <WhereField {...view} />
          <Continue />
        </Step>
      )
    case 'unit':
      return (
        <Step view={view}>
          <UnitField {...view} />
          <Continue />
        </Step>
      )
    case 'words':
      return (
        <Step view={view}>
          <WordsFields {...view} />
        </Step>
      )
    case 'contact':
      return (
        <Step view={view}>
          <ContactFields {...view} />
          <Continue />
        </Step>
      )
    case 'about-you':
      return (
        <Step view={view}>
          <AboutYouFields {...view} />
          <Continue />
        </Step>
      )
    case 'photos':
    case 'recording':
      return <FilesStep {...view} step={step} />
  }
}

function Rows({
  view,
  ...rows
}: {
  view: TellStepView
  question: string
  options: readonly string[]
  chosen?: string | null
  mayBeUnknown?: boolean
}) {
  return (
    <Step view={view}>
      <AnswerRows {...rows} />
    </Step>
  )
}

/** The form of a step posts to its own address. */
function Step({ view: { step, answers }, children }: { view: TellStepView; children: ReactNode }) {
  const { register } = useRegister()
  return (
    <form
      method="post"
      id={keptForm}
      action={paths.tellStep(register, kindOf(answers), step)}
      noValidate
      className="stack"
    >
      {children}
    </form>
  )
}

export function Continue() {
  const { t } = useTranslation('tell')
  return (
    <button type="submit" className="button">
      {t('continue')}
    </button>
  )
}
