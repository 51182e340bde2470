import { useTranslation } from '~/i18n/use-translation'
import { formatSeen } from '~/i18n/formats'
import { useRegister } from '~/i18n/use-register'
import { paths } from '~/paths'
import { Block, Blocks } from '~/ui/blocks'
import { CodePicture } from '~/ui/code-picture'
import { PrintButton } from '~/ui/print-button'
import { QuickExit } from '~/ui/quick-exit'
import { ShareButton } from '~/ui/share-button'
import { formatCode, type Code } from '../code'
import { Wipe } from './question-frame'

export type ReceiptView = {
  code: Code
  /** The address that the picture holds. */
  address: string
  municipality: string
  dueOn: string
  isProtection: boolean
  isForOther: boolean
}

/** It was sent: the code, large; what happens next and until when; the slip to keep. */
export function Receipt(view: ReceiptView) {
  const { easy } = useRegister()
  return easy ? <EasyReceipt {...view} /> : <StandardReceipt {...view} />
}

function StandardReceipt(view: ReceiptView) {
  const { t } = useTranslation('tell')
  const keep = useKeep()
  const { register } = useRegister()
  return (
    <>
      <div className="band receipt">
        <div className="page">
          {view.isProtection && <QuickExit />}
          <h1>{t('sent.title')}</h1>
          <p>{t('sent.code')}</p>
          <div className="code">{formatCode(view.code)}</div>
        </div>
      </div>
      <div className="page stack after-band">
        <section>
          <h2>{t('sent.keepTitle')}</h2>
          {keep.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {view.isForOther && <p>{t('sent.theirs')}</p>}
        </section>
        <section className="next">
          <h2>{t('sent.nextTitle')}</h2>
          <ol className="steps">
            <NextSteps {...view} />
          </ol>
          <p>
            <a className="button" href={paths.track(register)}>
              {t('sent.track')}
            </a>
          </p>
        </section>
        <Slip {...view} />
        <section>
          <h2>{t('sent.doneTitle')}</h2>
          <p>{t('sent.done')}</p>
          <Wipe />
        </section>
      </div>
    </>
  )
}

function EasyReceipt(view: ReceiptView) {
  const { t } = useTranslation('tell')
  const { register } = useRegister()
  const keep = useKeep()
  const [gets, due, read] = useSteps(view)
  return (
    <div className="page stack">
      {view.isProtection && <QuickExit />}
      <h1>{t('sent.title')}</h1>
      <Block picture="privacy" lines={[t('sent.code')]}>
        <div className="code">{formatCode(view.code)}</div>
      </Block>
      <section>
        <h2>{t('sent.keepTitle')}</h2>
        <Blocks>
          <Block picture="write" lines={keep} />
          {view.isForOther && <Block picture="together" lines={[t('sent.theirs')]} />}
        </Blocks>
      </section>
      <section>
        <h2>{t('sent.nextTitle')}</h2>
        <Blocks>
          <Block picture="sent" lines={[gets]} />
          <Block picture="calendar" lines={[due]} />
          <Block picture="read" lines={[read]}>
            <a className="button" href={paths.track(register)}>
              {t('sent.track')}
            </a>
          </Block>
        </Blocks>
      </section>
      <Slip {...view} />
      <Blocks>
        <Block picture="done" lines={[t('sent.doneTitle'), t('sent.done')]}>
          <Wipe />
        </Block>
      </Blocks>
    </div>
  )
}

function useKeep(): string[] {
  const { t } = useTranslation('tell')
  return t('sent.keep', { returnObjects: true }) as string[]
}

function useSteps({ dueOn, municipality, isProtection }: ReceiptView): [gets: string, due: string, read: string] {
  const { t } = useTranslation('tell')
  const { language } = useRegister()
  const date = formatSeen({ on: dueOn, precision: 'day' }, language)
  return [
    isProtection ? t('sent.reads', { municipality }) : t('sent.gets', { municipality }),
    t('sent.due', { date }),
    t('sent.read'),
  ]
}

function NextSteps(view: ReceiptView) {
  return useSteps(view).map((step) => <li key={step}>{step}</li>)
}

/** What stays with the person: on paper, in a photo, or as the picture that opens the message. */
function Slip({ code, address }: ReceiptView) {
  const { t } = useTranslation('tell')
  return (
    <section className="slip">
      <h2>{t('sent.slipTitle')}</h2>
      <CodePicture address={address} label={t('sent.picture')} />
      <div className="code">{formatCode(code)}</div>
      <p>{t('sent.slip')}</p>
      <div className="actions">
        <PrintButton>{t('sent.print')}</PrintButton>
        <ShareButton text={`Pranë: ${formatCode(code)}`}>{t('sent.share')}</ShareButton>
      </div>
    </section>
  )
}
